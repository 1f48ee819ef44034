using Helpline.Domain.Journals;

namespace Helpline.Server.Journals;

/// <summary>Where exports lie: in the server's data folder, or in one that all nodes share. One that is being written has another name until it is whole, and each run its own.</summary>
internal sealed class ExportFiles(string folder)
{
    public string Finished(JournalExport export) => Path.Combine(folder, $"{export.Id:N}.{export.Attempt}.{Extension(export.Format)}");

    public string Unfinished(JournalExport export) => Path.Combine(folder, $"{export.Id:N}.{export.Attempt}.part");

    public FileStream Create(JournalExport export)
    {
        Directory.CreateDirectory(folder);
        return new(Unfinished(export), FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1 << 16, FileOptions.Asynchronous);
    }

    public void Finish(JournalExport export) => File.Move(Unfinished(export), Finished(export), overwrite: true);

    /// <summary>What this run has written, whole or not; another run's stays.</summary>
    public void Delete(JournalExport export)
    {
        File.Delete(Unfinished(export));
        File.Delete(Finished(export));
    }

    /// <summary>Every file that an export wrote.</summary>
    public IReadOnlyList<(Guid Export, string Path)> All() => !Directory.Exists(folder) ? [] :
        [.. Directory.EnumerateFiles(folder).Select(path => (Guid.TryParseExact(Path.GetFileName(path).Split('.')[0], "N", out var id) ? id : Guid.Empty, path)).Where(file => file.Item1 != Guid.Empty)];

    public static string Extension(ExportFormat format) => format == ExportFormat.Xlsx ? "xlsx" : "csv";

    public static string MediaType(ExportFormat format) => format == ExportFormat.Xlsx ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv; charset=utf-8";
}
