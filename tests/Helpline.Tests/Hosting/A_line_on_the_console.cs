using Helpline.Server.Hosting;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Helpline.Tests.Hosting;

public class A_line_on_the_console
{
    [Fact]
    public void Tells_a_failure_and_where_it_came_from_in_one_line()
    {
        var line = Logged(log => log.Error(Thrown("The database\nis away"), "The {Job} failed", "sweep"));
        Assert.Matches(@"^\d\d:\d\d:\d\d ERR The ""sweep"" failed \| System.InvalidOperationException: The database \| is away \| at .*Thrown", line);
    }

    [Theory]
    [InlineData("a\r\n09:00:00 INF All is well")]
    [InlineData("a\u2028b\u0085c\vd")]
    [InlineData("\u001b[2Ja")]
    public void Is_neither_broken_nor_steered_by_what_it_is_given(string given)
    {
        var line = Logged(log => log.Information("A wish for {Path}", given));
        Assert.DoesNotContain(line, char.IsControl);
        Assert.DoesNotContain("\u2028", line, StringComparison.Ordinal);
        Assert.Contains("A wish for", line, StringComparison.Ordinal);
    }

    private static string Logged(Action<ILogger> act)
    {
        using var output = new StringWriter();
        using (var log = new LoggerConfiguration().WriteTo.Sink(new Paper(output)).CreateLogger()) act(log);
        var text = output.ToString();
        Assert.EndsWith(Environment.NewLine, text, StringComparison.Ordinal);
        return text[..^Environment.NewLine.Length];
    }

    private static Exception Thrown(string message)
    {
        try
        {
            throw new InvalidOperationException(message);
        }
        catch (InvalidOperationException thrown)
        {
            return thrown;
        }
    }

    private sealed class Paper(StringWriter output) : ILogEventSink
    {
        public void Emit(LogEvent logEvent) => new OneLine().Format(logEvent, output);
    }
}
