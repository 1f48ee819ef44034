using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using Helpline.Contracts;
using Helpline.Contracts.Accounts;
using Helpline.Contracts.Journals;
using Helpline.Load.Lists;
using Helpline.Load.Servers;

namespace Helpline.Load.Exports;

/// <summary>A page of a journal over two years of calls, and all of them exported, with the memory that takes.</summary>
internal sealed class ExportVerb : Verb
{
    private const double PageBar = 50, MemoryBar = 300;

    public override string Name => "export";
    public override string Measures => "time of a journal page and memory of an export, with a million calls";
    public override string Options => "--calls 1000000 --asks 200 (pages of each kind) --folder DIR (for the database)";

    public override async Task Run(Options options, Report report)
    {
        var (calls, asks) = (options.Number("--calls", 1_000_000), options.Number("--asks", 200));
        using var folder = new TemporaryFolder(options.Text("--folder"));
        options.Done();
        var account = LineAccount.New();
        var settings = new ServerSettings(folder.Path, account.Sid, account.Token, new Uri("http://127.0.0.1:9"), new(LineAccount.PublicUrl));
        var (started, now) = (Stopwatch.GetTimestamp(), TimeProvider.System.GetUtcNow().UtcDateTime);
        await SeedVerb.Fill(settings, new(2, 1, 1, 1, 1, 1));
        await new Years(now, calls).Write(settings);
        Report.Say($"{calls} calls are there after {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s");
        await using var server = await HelplineServer.Start(settings);
        using var http = new HttpClient(new HttpClientHandler { CookieContainer = new() }) { BaseAddress = server.Process.Address, Timeout = TimeSpan.FromMinutes(10) };
        (await http.PostAsJsonAsync(Routes.Session, new SignIn("supervisor", Staff.Password))).EnsureSuccessStatusCode();
        // The newest call is of the day that it is in the line's own zone.
        var last = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(now, TimeZoneInfo.FindSystemTimeZoneById("Asia/Almaty")));
        foreach (var (name, address) in Pages(last)) await Page(report, http, name, address, asks);
        foreach (var format in new[] { "Csv", "Xlsx" }) await Export(report, http, server.Process, format, last, calls);
    }

    private static (string Name, Func<int, string> Address)[] Pages(DateOnly last)
    {
        string Month(int i) => Span(last.AddDays(-30 - i * 7 % (Years.Days - 60)), 30);
        var all = Span(last.AddDays(-Years.Days), Years.Days);
        return
        [
            ("calls of a month", i => $"{Routes.Journal("calls")}?{Month(i)}"), ("calls of two years", _ => $"{Routes.Journal("calls")}?{all}"),
            ("calls of two years, deep", i => $"{Routes.Journal("calls")}?{all}&after={last.AddDays(-1 - i * 3 % (Years.Days - 2)).ToDateTime(new(9, 0)).Ticks:x}-{Guid.Empty:N}"),
            ("calls of a month, given up", i => $"{Routes.Journal("calls")}?{Month(i)}&result=Abandoned&words=kk"),
            ("contacts of a month", i => $"{Routes.Journal("contacts")}?{Month(i)}"), ("contacts of a month by topic", i => $"{Routes.Journal("contacts")}?{Month(i)}&topic=service_kinds.social_legal"),
            ("contacts of a month of one counselor", i => $"{Routes.Journal("contacts")}?{Month(i)}&counselor={Population.Counselor(i * 2 + 1)}"),
        ];
    }

    private static string Span(DateOnly from, int days) => string.Create(CultureInfo.InvariantCulture, $"from={from:yyyy-MM-dd}&to={from.AddDays(days):yyyy-MM-dd}");

    private static async Task Page(Report report, HttpClient http, string name, Func<int, string> address, int asks)
    {
        var times = new List<double>(asks);
        for (var i = -10; i < asks; i++)
        {
            var started = Stopwatch.GetTimestamp();
            using var answer = await http.GetAsync(address(Math.Abs(i)));
            var page = await answer.Content.ReadFromJsonAsync<JournalPage>();
            // The first asks find and compile what is hot.
            if (i >= 0) times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            if (page!.Lines.Count == 0) throw new InvalidOperationException($"{address(Math.Abs(i))} found nothing.");
        }
        var p95 = times.Percentile(0.95);
        report.Add(new($"{name}, p95", p95, null, null, "ms", asks));
        report.Must(p95 <= PageBar, string.Create(CultureInfo.InvariantCulture, $"{name}: p95 {p95:F1} ms, at most {PageBar}"));
    }

    private static async Task Export(Report report, HttpClient http, ServerProcess server, string format, DateOnly last, int calls)
    {
        var (before, peak, started) = (server.Memory, server.Memory, Stopwatch.GetTimestamp());
        using var asked = await http.PostAsJsonAsync(Routes.Exports, new NewExport("calls", last.AddDays(-Years.Days), last, null, format, "kk"));
        var export = (await asked.Content.ReadFromJsonAsync<ExportCard>())!;
        while (export.State is "Queued" or "Running")
        {
            await Task.Delay(100);
            peak = Math.Max(peak, server.Memory);
            export = (await http.GetFromJsonAsync<ExportCard>(Routes.Export(export.Id)))!;
        }
        var (took, grown) = (Stopwatch.GetElapsedTime(started).TotalSeconds, (peak - before) / 1048576.0);
        report.Add(new($"export as {format}: time", took, null, null, "s", 1));
        report.Add(new($"export as {format}: memory it adds", grown, null, null, "MB", 1));
        report.Add(new($"export as {format}: peak of the server", peak / 1048576.0, null, null, "MB", 1));
        report.Add(new($"export as {format}: file", export.Bytes / 1048576.0, null, null, "MB", 1));
        report.Must(export.State == "Done" && export.Rows == calls, $"{format}: {export.State} with {export.Rows} rows of {calls}");
        report.Must(grown <= MemoryBar, string.Create(CultureInfo.InvariantCulture, $"{format}: {grown:F0} MB more, at most {MemoryBar}"));
        using var file = await http.GetAsync(Routes.ExportFile(export.Id), HttpCompletionOption.ResponseHeadersRead);
        report.Must(file.IsSuccessStatusCode && file.Content.Headers.ContentLength == export.Bytes, $"{format}: the file can be fetched whole");
    }
}
