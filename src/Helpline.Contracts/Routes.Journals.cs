namespace Helpline.Contracts;

public static partial class Routes
{
    /// <summary>GET <see cref="Helpline.Contracts.Journals.JournalCard"/>[] in the words of <c>?language=</c>. Supervisors only, like all of these.</summary>
    public const string Journals = "api/journals";

    /// <summary>
    /// GET <see cref="Helpline.Contracts.Journals.JournalPage"/> of the local days <c>?from=2026-11-01&amp;to=2026-11-25</c>, both included; <c>&amp;state=Done</c> or
    /// another filter of the journal by its code, <c>none</c> for an empty one; <c>&amp;after=</c> goes on.
    /// </summary>
    public static string Journal(string code) => $"{Journals}/{code}";

    /// <summary>GET <see cref="Helpline.Contracts.Journals.JournalCount"/> of the same query.</summary>
    public static string JournalCount(string code) => $"{Journals}/{code}/count";

    /// <summary>GET <see cref="Helpline.Contracts.Journals.ExportCard"/>[], the reader's own; POST <see cref="Helpline.Contracts.Journals.NewExport"/>, answers <see cref="Helpline.Contracts.Journals.ExportCard"/>.</summary>
    public const string Exports = "api/exports";

    /// <summary>GET <see cref="Helpline.Contracts.Journals.ExportCard"/>; DELETE cancels it.</summary>
    public static string Export(Guid export) => $"{Exports}/{export}";

    /// <summary>GET the file, for whoever made it; each fetching is recorded.</summary>
    public static string ExportFile(Guid export) => $"{Exports}/{export}/file";
}
