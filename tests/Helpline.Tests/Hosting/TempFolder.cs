using Helpline.Tests.Support;

namespace Helpline.Tests.Hosting;

/// <summary>A folder of a test's own, gone at the end.</summary>
internal sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("helpline-").FullName;

    public static implicit operator string(TempFolder folder) => folder.Path;

    /// <summary>A copy of <c>config/</c>, to be spoiled.</summary>
    public string Config()
    {
        var (from, to) = (System.IO.Path.Combine(Repository.Root, "config"), System.IO.Path.Combine(Path, "config"));
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = System.IO.Path.Combine(to, System.IO.Path.GetRelativePath(from, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        return to;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
