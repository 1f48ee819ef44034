namespace Helpline.Tests.Support;

/// <summary>The source tree that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? folder)
    {
        for (; folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Helpline.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException($"No Helpline.sln above {AppContext.BaseDirectory}");
    }
}
