using System.Globalization;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Display;

namespace Helpline.Server.Hosting;

/// <summary>One line for each event, with its exception: nothing that is logged can look like another event, or steer a terminal.</summary>
internal sealed class OneLine : ITextFormatter
{
    private const StringSplitOptions Bare = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
    private static readonly char[] Breaks = ['\r', '\n', '\v', '\f', '\u0085', '\u2028', '\u2029'];
    private static readonly MessageTemplateTextFormatter Text =
        new("{Timestamp:HH:mm:ss} {Level:u3} {Message}{NewLine}{Exception}", CultureInfo.InvariantCulture);

    public void Format(LogEvent logEvent, TextWriter output)
    {
        using var text = new StringWriter();
        Text.Format(logEvent, text);
        var line = string.Join(" | ", text.ToString().Split(Breaks, Bare));
        foreach (var part in line)
        {
            if (char.IsControl(part)) output.Write($"\\u{(int)part:x4}");
            else output.Write(part);
        }
        output.WriteLine();
    }
}
