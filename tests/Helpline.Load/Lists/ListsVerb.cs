using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using Helpline.Contracts;
using Helpline.Contracts.Accounts;
using Helpline.Load.Servers;

namespace Helpline.Load.Lists;

/// <summary>Every list and search over years of work, as a counselor, a social worker and a supervisor ask for them, one after the other.</summary>
internal sealed class ListsVerb : Verb
{
    private const double Bar = 50;

    public override string Name => "lists";
    public override string Measures => "time of every list and search with 200 000 contacts, 50 000 cases and 100 000 referrals and visits";
    public override string Options => "--contacts 200000 --cases 50000 --referrals 50000 --visits 50000 --asks 100 (of each) --folder DIR (for the database)";

    public override async Task Run(Options options, Report report)
    {
        var (size, asks) = (SeedVerb.Size(options), options.Number("--asks", 100));
        using var folder = new TemporaryFolder(options.Text("--folder"));
        options.Done();
        var account = LineAccount.New();
        var settings = new ServerSettings(folder.Path, account.Sid, account.Token, new Uri("http://127.0.0.1:9"), new(LineAccount.PublicUrl));
        Report.Say($"{await SeedVerb.Fill(settings, size)} rows are there");
        await using var server = await HelplineServer.Start(settings);
        foreach (var (who, addresses) in Asked(size))
        {
            using var http = await SignIn(server, who);
            foreach (var (name, address) in addresses) await Measure(report, http, $"{who}: {name}", address, asks);
        }
    }

    private static (string Who, (string Name, Func<int, string> Address)[] Addresses)[] Asked(PopulationSize size)
    {
        (string, Func<int, string>)[] searches =
        [
            ("search a name", i => $"{Routes.Search}?text={Uri.EscapeDataString(Population.Name(i * 37 % size.Persons))}"),
            ("search a common word", i => $"{Routes.Search}?text={Uri.EscapeDataString(i % 2 == 0 ? "айгул" : "каз")}"),
            ("search a telephone", i => $"{Routes.Search}?text={Uri.EscapeDataString(Population.Telephone(i * 101 % size.Persons))}"),
            ("search a number", i => $"{Routes.Search}?text=20260{1 + i % 9}{10 + i % 18}-000{1 + i % 9}"),
        ];
        (string, Func<int, string>)[] lists =
        [
            ("contacts", _ => Routes.Contacts), ("cases, open", _ => $"{Routes.Cases}?state=Open"), ("cases", _ => Routes.Cases),
            ("referrals sent", _ => $"{Routes.Referrals}?tab=sent"), ("referrals to answer", _ => $"{Routes.Referrals}?tab=answer"), ("my work", _ => Routes.Work), ("work counts", _ => Routes.WorkCounts),
        ];
        (string, Func<int, string>)[] all = [("referrals, all", _ => $"{Routes.Referrals}?tab=all"), ("follow-ups of the team", _ => $"{Routes.FollowUps}?of=team")];
        (string, Func<int, string>)[] visits = [("visits owed in an area", i => $"{Routes.VisitsOwed}?area=area{i % 12}")];
        return [("counselor00", [.. lists, .. searches, ("follow-ups, mine", _ => $"{Routes.FollowUps}?of=mine")]), ("social00", [.. lists, .. searches, .. visits]), ("supervisor", [.. lists, .. searches, .. all, .. visits])];
    }

    private static async Task Measure(Report report, HttpClient http, string name, Func<int, string> address, int asks)
    {
        // The first asks find and compile what is hot.
        for (var i = 0; i < 10; i++) await Ask(http, address(i));
        var times = new List<double>(asks);
        for (var i = 0; i < asks; i++) times.Add(await Ask(http, address(i + 10)));
        var p95 = times.Percentile(0.95);
        report.Add(new($"{name}, p95", p95, null, null, "ms", asks));
        report.Must(p95 <= Bar, string.Create(CultureInfo.InvariantCulture, $"{name}: p95 {p95:F1} ms, at most {Bar}"));
    }

    private static async Task<double> Ask(HttpClient http, string address)
    {
        var started = Stopwatch.GetTimestamp();
        using var answer = await http.GetAsync(address);
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
