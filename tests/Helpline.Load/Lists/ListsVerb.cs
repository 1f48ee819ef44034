using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Helpline.Contracts;
using Helpline.Contracts.Accounts;
using Helpline.Load.Servers;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Load.Lists;

/// <summary>Every list, page and search over years of work, as each role asks for them, one after the other.</summary>
internal sealed class ListsVerb : Verb
{
    private const double Bar = 50;

    public override string Name => "lists";
    public override string Measures => "time of every list and search with 200 000 contacts, 50 000 cases and 100 000 referrals and visits";
    public override string Options =>
        "--contacts 200000 --cases 50000 --referrals 50000 --visits 50000 --organizations 4000 --audit 100000 --asks 100 (of each) --only TEXT (in a list's name) --folder DIR (for the database)";

    public override async Task Run(Options options, Report report)
    {
        var (size, asks, only) = (SeedVerb.Size(options), options.Number("--asks", 100), options.Text("--only") ?? "");
        using var folder = new TemporaryFolder(options.Text("--folder"));
        options.Done();
        var account = LineAccount.New();
        var settings = new ServerSettings(folder.Path, account.Sid, account.Token, new Uri("http://127.0.0.1:9"), new(LineAccount.PublicUrl));
        Report.Say($"{await SeedVerb.Fill(settings, size)} rows are there");
        await using var server = await HelplineServer.Start(settings);
        foreach (var (who, asked) in new Questions(size, TimeProvider.System.GetUtcNow().UtcDateTime).All)
        {
            using var http = await SignIn(server, who);
            foreach (var question in asked(await Of(settings, who)))
                if (question.Name.Contains(only, StringComparison.Ordinal)) await Measure(report, http, $"{who}: {question.Name}", await Turned(http, question), asks);
        }
    }

    /// <summary>A supervisor, an administrator and an auditor have no rights of their own to single rows.</summary>
    private static async Task<Known> Of(ServerSettings settings, string who)
    {
        await using var db = settings.Open();
        var known = await Known.To(db, await db.Grants.AnyAsync(g => g.UserName == who) ? who : null);
        return who == SeedVerb.Leader ? known with { Visits = await db.Visits.Where(v => v.Team == Population.Team(0)).Select(v => v.Id).Take(50).ToListAsync() } : known;
    }

    /// <summary>The question for a second page, once the first one has said how it goes on.</summary>
    private static async Task<Question> Turned(HttpClient http, Question question)
    {
        if (question.Next is not { } read) return question;
        var nexts = new List<string>();
        for (var i = 0; i < 12; i++)
        {
            var address = question.Address(i);
            var page = await http.GetFromJsonAsync<JsonElement>(address);
            nexts.Add(read(page) is { } next ? $"{address}{(address.Contains('?') ? '&' : '?')}{next}" : address);
        }
        return question with { Address = i => nexts[i % nexts.Count] };
    }

    private static async Task Measure(Report report, HttpClient http, string name, Question question, int asks)
    {
        // The first asks find and compile what is hot.
        for (var i = 0; i < 10; i++) await Ask(http, question, i);
        var times = new List<double>(asks);
        for (var i = 0; i < asks; i++) times.Add(await Ask(http, question, i + 10));
        var p95 = times.Percentile(0.95);
        report.Add(new($"{name}, p95", p95, null, null, "ms", asks));
        report.Must(p95 <= Bar, string.Create(CultureInfo.InvariantCulture, $"{name}: p95 {p95:F1} ms, at most {Bar}"));
    }

    private static async Task<double> Ask(HttpClient http, Question question, int turn)
    {
        var address = question.Address(turn);
        using var request = new HttpRequestMessage(question.Body is null ? HttpMethod.Get : HttpMethod.Post, address) { Content = question.Body is { } body ? JsonContent.Create(body(turn)) : null };
        var started = Stopwatch.GetTimestamp();
        using var answer = await http.SendAsync(request);
        await answer.Content.ReadAsByteArrayAsync();
        var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        return answer.IsSuccessStatusCode ? took : throw new InvalidOperationException($"{address}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    private static async Task<HttpClient> SignIn(HelplineServer server, string who)
    {
        var http = new HttpClient(new HttpClientHandler { CookieContainer = new() }) { BaseAddress = server.Process.Address };
        (await http.PostAsJsonAsync(Routes.Session, new SignIn(who, Staff.Password))).EnsureSuccessStatusCode();
        return http;
    }
}
