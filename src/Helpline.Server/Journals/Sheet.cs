using Helpline.Domain.Journals;

namespace Helpline.Server.Journals;

/// <param name="Text">What is written.</param>
/// <param name="IsNumber">It is a number of ours; everything else is text, whatever it looks like.</param>
internal readonly record struct SheetCell(string? Text, bool IsNumber = false);

/// <summary>A table being written row by row, in memory that does not grow with it. Text in it never becomes a formula.</summary>
internal abstract class Sheet : IAsyncDisposable
{
    public static Sheet Of(ExportFormat format, Stream stream) => format == ExportFormat.Xlsx ? new XlsxSheet(stream) : new CsvSheet(stream);

    public abstract Task Write(IReadOnlyList<SheetCell> row);

    /// <summary>Ends the table; what is not ended is no file.</summary>
    public abstract Task End();

    public abstract ValueTask DisposeAsync();

    /// <summary>The rows of a whole file, read back from it.</summary>
    public static int CountRows(ExportFormat format, Stream stream) => format == ExportFormat.Xlsx ? XlsxSheet.CountRows(stream) : CsvSheet.CountRows(stream);
}
