using Helpline.Domain.Journals;

namespace Helpline.Server.Journals;

/// <summary>Where exports lie: in the server's data folder, or in one that all nodes share. One that is being written has another name until it is whole.</summary>
internal sealed class ExportFiles(string folder)
{
    public string Finished(JournalExport export) => Path.Combine(folder, $"{export.Id:N}.{Extension(export.Format)}");

    public string Unfinished(JournalExport export) => Path.Combine(folder, $"{export.Id:N}.{export.Attempt}.part");

    public FileStream Create(JournalExport export)
    {
        Directory.CreateDirectory(folder);
        return new(Unfinished(export), FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1 << 16, FileOptions.Asynchronous);
    }

    public void Finish(JournalExport export) => File.Move(Unfinished(export), Finished(export), overwrite: true);

    /// <summary>Everything of an export, whole or not.</summary>
    public void Delete(Guid export)
    {
        if (!Directory.Exists(folder)) return;
        foreach (var file in Directory.EnumerateFiles(folder, $"{export:N}.*")) File.Delete(file);
    }

    public static string Extension(ExportFormat format) => format == ExportFormat.Xlsx ? "xlsx" : "csv";

    public static string MediaType(ExportFormat format) => format == ExportFormat.Xlsx ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv; charset=utf-8";
}
