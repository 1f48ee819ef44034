using System.Text;
using Helpline.Domain.Journals;

namespace Helpline.Server.Journals;

/// <summary>Comma-separated values (RFC 4180) in UTF-8 with the mark by which spreadsheets know it; every field is quoted.</summary>
internal sealed class CsvSheet(Stream stream) : Sheet
{
    private readonly StreamWriter writer = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), bufferSize: 1 << 15, leaveOpen: true) { NewLine = "\r\n" };
    private readonly StringBuilder line = new();

    public override async Task Write(IReadOnlyList<SheetCell> row)
    {
        line.Clear();
        for (var i = 0; i < row.Count; i++)
        {
            if (i > 0) line.Append(',');
            var text = row[i].Text ?? "";
            line.Append('"').Append((row[i].IsNumber ? text : SpreadsheetText.Harmless(text)).Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }
        await writer.WriteLineAsync(line);
    }

    public override Task End() => writer.FlushAsync();

    public override ValueTask DisposeAsync() => writer.DisposeAsync();

    /// <summary>A line break within quotes ends no row.</summary>
    public static int CountRows(Stream stream)
    {
        using var reader = new StreamReader(stream);
        var (rows, quoted, buffer) = (0, false, new char[1 << 15]);
        for (var read = reader.Read(buffer); read > 0; read = reader.Read(buffer))
        {
            foreach (var sign in buffer.AsSpan(0, read))
            {
                if (sign == '"') quoted = !quoted;
                else if (sign == '\n' && !quoted) rows++;
            }
        }
        return rows;
    }
}
