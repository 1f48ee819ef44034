namespace Helpline.Load;

/// <summary>A folder that is gone with this object.</summary>
internal sealed class TemporaryFolder(string? parent) : IDisposable
{
    public string Path { get; } = parent is null
        ? Directory.CreateTempSubdirectory("helpline-load-").FullName
        : Directory.CreateDirectory(System.IO.Path.Combine(parent, $"helpline-load-{Environment.ProcessId}")).FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
