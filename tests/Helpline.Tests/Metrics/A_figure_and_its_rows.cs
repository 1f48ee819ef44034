using Helpline.Contracts;
using Helpline.Contracts.Calls;
using Helpline.Contracts.Journals;
using Helpline.Contracts.Metrics;
using Helpline.Contracts.Reports;
using Helpline.Dashboard.Metrics;
using Helpline.Domain.Callbacks;
using Helpline.Domain.Calls;
using Helpline.Domain.Contacts;
using Helpline.Domain.Counselors;
using Helpline.Domain.Ledger;
using Helpline.Domain.Line;
using Helpline.Domain.Metrics;
using Helpline.Domain.Notes;
using Helpline.Domain.Offers;
using Helpline.Tests.Cases;
using Helpline.Tests.Data;
using Helpline.Tests.Journals;
using Helpline.Tests.Support;
using static Helpline.Tests.Journals.Journaling;

namespace Helpline.Tests.Metrics;

/// <summary>What the page of figures shows, and what opens behind it.</summary>
public class A_figure_and_its_rows
{
    private const string November = "?from=2026-11-01&to=2026-11-30";

    // Of seconds, which are summed below, or of persons where the rows are calls.
    private static readonly string[] NoRows = ["occupancy", "utilization", "repeat_callers"];

    [Fact]
    public async Task Are_as_many()
    {
        using var host = HelplineHost.Start();
        await host.Writes([.. Line(), .. Casework()]);
        await using var supervisor = await host.SignIn("supervisor1");
        var read = await supervisor.Gets<LineMetrics>(Routes.Metrics + November);

        Assert.Equal((2, 11, 5), (read.Week.Count(w => w.Calls > 0), read.Week.Sum(w => w.Calls), read.Week.Sum(w => w.Contacts)));
        Assert.Equal((11, 4, 4, 1, 1, 1, 0, 2), (read.Calls.Offered, read.Calls.Answered, read.Calls.Abandoned, read.Calls.Exited, read.Calls.Blocked, read.Calls.Failed, read.Calls.Open, read.Calls.ShortAbandons));
        Assert.Equal((2, 3), read.Figures.Single(f => f.Code == "callbacks_kept") is var kept ? (kept.Numerator, kept.Denominator) : default);
        List<string> wrong = [];
        foreach (var (page, shown) in Shown(read))
            if (await Rows(supervisor, page) is var rows && rows != shown) wrong.Add($"{page}: {shown} is shown, {rows} rows open");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    // Clocks in Almaty went back at midnight, so this day has 25 hours and two of them are called 23.
    [Fact]
    public async Task Are_as_many_on_the_day_of_twenty_five_hours()
    {
        using var host = HelplineHost.Start();
        var (first, second) = (new DateTime(2024, 2, 29, 17, 30, 0, DateTimeKind.Utc), new DateTime(2024, 2, 29, 18, 30, 0, DateTimeKind.Utc));
        await host.Writes([.. Answered(first, "ru", 4, []), .. Answered(second, "kk", 20, []), .. GivesUp(second.AddMinutes(5), 15), .. GivesUp(second.AddHours(1), 15)]);
        await using var supervisor = await host.SignIn("supervisor1");
        var read = await supervisor.Gets<LineMetrics>(Routes.Metrics + "?from=2024-02-29&to=2024-02-29");

        Assert.Equal((25.0, 3), ((read.End - read.Begin).TotalHours, read.Calls.Offered));
        Assert.Equal((3, 2), (read.Hours.Single(h => h.Local == 23).Calls.Offered, read.Hours.Single(h => h.Local == 23).Calls.Answered));
        Assert.Equal(3, Assert.Single(read.Days).Calls.Offered);
        Assert.Equal((4, 23, 3, 2), read.Week.Single(w => w.Calls > 0) is var cell ? (cell.Day, cell.Hour, cell.Calls, cell.Contacts) : default);
        List<string> wrong = [];
        foreach (var (page, shown) in Shown(read))
            if (await Rows(supervisor, page) is var rows && rows != shown) wrong.Add($"{page}: {shown} is shown, {rows} rows open");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Are_those_of_the_report()
    {
        using var host = HelplineHost.Start();
        await host.Writes([.. Line(), .. Casework()]);
        await using var supervisor = await host.SignIn("supervisor1");
        var read = await supervisor.Gets<LineMetrics>(Routes.Metrics + November);
        var report = (await supervisor.Gets<ReportCard>($"{Routes.Reports}?period=2026-11&language=en")).Sections.SelectMany(s => s.Figures).ToList();

        Assert.Equal([2.0, 3, 2], new[] { "follow_ups_due", "referrals_sent", "visits_planned" }.Select(code => report.Single(f => f.Code == code).Numbers.Single().Number!.Value));
        Assert.Equal([2, 3, 2], read.After.Select(a => a.Count));
        var shown = Parts(read).ToDictionary(p => p.Page.Split('/', 2)[1].Split("&from=")[0], p => p.Count);
        var same = report.SelectMany(f => f.Numbers).Where(n => shown.ContainsKey(n.Rows)).ToList();
        Assert.True(same.Count > 8, string.Join(' ', same.Select(n => n.Rows)));
        Assert.All(same, n => Assert.Equal((n.Rows, n.Number), (n.Rows, shown[n.Rows])));
        foreach (var (code, list) in new[] { ("contacts_by_topic", "service_kinds"), ("contacts_by_target_group", "target_groups") })
            Assert.Equal(shown.Keys.Where(k => k.StartsWith($"contacts?topic={list}.", StringComparison.Ordinal)).Order(), report.Single(f => f.Code == code).Numbers.Select(n => n.Rows).Order());
    }

    [Fact]
    public async Task Are_not_offered_to_a_supervisor_whose_team_they_are_not_of()
    {
        using var host = HelplineHost.Start();
        await host.Writes([.. Line(), .. Casework()]);
        await host.Teams(("supervisor1", "day"));
        await using var supervisor = await host.SignIn("supervisor1");

        var read = await supervisor.Gets<LineMetrics>(Routes.Metrics + November);

        Assert.Equal((false, 11, 0), (read.SeesAll, read.Calls.Offered, read.After.Sum(a => a.Count)));
        Assert.Null(MetricText.Rows(read, "journals/offers?missed=yes"));
        Assert.Equal(11, await Rows(supervisor, MetricText.Rows(read, "offered")!));
    }

    [Fact]
    public async Task Of_occupancy_and_utilization_are_the_time_that_they_are_made_of()
    {
        using var host = HelplineHost.Start();
        await host.Writes([.. Line(), Says("counselor1", Noon, PresenceState.Available), Says("counselor1", Noon.AddMinutes(40), PresenceState.Break), Says("counselor1", Noon.AddHours(2), PresenceState.Offline),
            Says("counselor2", Noon.AddHours(10), PresenceState.Available), Says("counselor2", Noon.AddHours(15), PresenceState.Offline)]);
        await using var supervisor = await host.SignIn("supervisor1");
        var read = await supervisor.Gets<LineMetrics>(Routes.Metrics + November);

        var figures = read.Figures.Where(f => f.Code is "occupancy" or "utilization").Concat(read.Hours.Select(h => h.Occupancy)).ToList();
        Assert.Equal((26, 9), (figures.Count, figures.Count(f => f.Denominator > 0)));
        foreach (var figure in figures)
        {
            var opened = await Time(supervisor, MetricText.Rows(read, figure.Rows!)!);
            Is(figure, opened.Days.Select(d => d.Sums));
            Is(figure.Code == "occupancy" ? opened.Occupancy : opened.Utilization, [opened.Total]);
            foreach (var day in opened.Days)
            {
                var stretches = (await Time(supervisor, $"metrics/time?from={day.Day:yyyy-MM-dd}&to={day.Day:yyyy-MM-dd}&hour={opened.Hour}")).Stretches;
                Assert.Equal(day.Sums.SignedIn, stretches.Sum(s => s.Sums.SignedIn), 1e-6);
                Assert.Equal(day.Sums.Ready, stretches.Sum(s => s.Sums.Ready), 1e-6);
                Assert.Equal(day.Sums.Work, stretches.Sum(s => s.Sums.Work), 1e-6);
                Assert.All(stretches, s => Assert.True((s.Presence is null) != (s.Part is null) && (opened.Hour is null || s.LocalFrom.Hour == opened.Hour)));
            }
        }

        void Is(FigureCard figure, IEnumerable<TimeSums> rows)
        {
            var crew = rows.Aggregate(CrewSums.None, (sums, r) => sums + new CrewSums { SignedIn = r.SignedIn, Ready = r.Ready, Work = r.Work });
            var made = figure.Code == "occupancy" ? LineFigures.Occupancy(crew) : LineFigures.Utilization(crew);
            Assert.Equal(figure.Numerator, made.Numerator, 1e-6);
            Assert.Equal(figure.Denominator, made.Denominator, 1e-6);
        }
    }

    private static Task<CrewTime> Time(Counselor supervisor, string page) => supervisor.Gets<CrewTime>(page.Replace("metrics/time?", Routes.CrewTime + "?", StringComparison.Ordinal));

    private static LedgerEntry Says(string counselor, DateTime at, PresenceState state) => new() { At = at, Counselor = counselor, What = state.ToString() };

    private static IEnumerable<(string Page, double Count)> Shown(LineMetrics read)
    {
        foreach (var figure in read.Figures.Where(f => !NoRows.Contains(f.Code))) yield return (MetricText.Rows(read, figure.Rows!)!, figure.Unit == "share" ? figure.Numerator : figure.Denominator);
        foreach (var (of, calls) in read.Languages.Select(l => ($"&language={l.Language ?? "-"}", l.Calls)).Concat(read.Hours.Select(h => ($"&hour={h.Local}", h.Calls))).Append(("", read.Calls)))
            foreach (var (result, count) in new[]
            {
                ("offered", calls.Offered), ("answered", calls.Answered), ("abandoned", calls.Abandoned), ("exited", calls.Exited), ("blocked", calls.Blocked), ("failed", calls.Failed), ("open", calls.Open),
                ("abandoned&most=5", calls.ShortAbandons),
            }) yield return (MetricText.Calls(read, result + of), count);
        foreach (var span in read.Spread)
        {
            yield return (MetricText.Calls(read, "answered" + MetricText.Waited(span)), span.Answered);
            yield return (MetricText.Calls(read, "abandoned" + MetricText.Waited(span)), span.Abandoned);
        }
        foreach (var (of, level) in read.Languages.Select(l => ($"&language={l.Language ?? "-"}", l.ServiceLevel)).Concat(read.Hours.Select(h => ($"&hour={h.Local}", h.ServiceLevel))))
            yield return (MetricText.Calls(read, level.Rows + of), level.Numerator);
        foreach (var day in read.Days.Where(d => d.Calls.Offered > 0))
        {
            yield return (MetricText.Calls(day.Begin, day.End, day.ServiceLevel.Rows!), day.ServiceLevel.Numerator);
            yield return (MetricText.Calls(day.Begin, day.End, "offered"), day.Calls.Offered);
            yield return (MetricText.Calls(day.Begin, day.End, "answered"), day.Calls.Answered);
        }
        // Every cell that holds anything, and one that holds nothing.
        foreach (var cell in read.Week.Where(w => w.Calls > 0 || w.Contacts > 0).Append(read.Week[0]))
        {
            yield return (MetricText.Rows(read, MetricText.CallsOf(cell))!, cell.Calls);
            yield return (MetricText.Rows(read, MetricText.ContactsOf(cell))!, cell.Contacts);
        }
        foreach (var part in Parts(read)) yield return part;
        foreach (var kind in read.After)
            foreach (var outcome in kind.Outcomes) yield return (MetricText.Page(read, $"journals/{kind.Journal}?state={outcome.Code}"), outcome.Count);
    }

    private static IEnumerable<(string Page, double Count)> Parts(LineMetrics read) => read.Parts.SelectMany(part => part.Counts.Select(row => (MetricText.Page(read, "journals/contacts?" + part.By switch
    {
        "Topic" => $"topic=service_kinds.{row.Code ?? "-"}",
        "TargetGroup" => $"topic=target_groups.{row.Code ?? "-"}",
        _ => $"{part.By.ToLowerInvariant()}={row.Code ?? "-"}",
    }), (double)row.Contacts)));

    private static async Task<int> Rows(Counselor supervisor, string page) => page.Split('/', 2) is ["journals", var journal]
        ? (await supervisor.Gets<JournalCount>($"{Routes.JournalCount(journal.Split('?')[0])}?{journal.Split('?')[1]}")).Rows
        : (await supervisor.Gets<CallCard[]>(page.Replace("calls?", Routes.Calls + "?", StringComparison.Ordinal))).Length;

    private static IEnumerable<object> Line() =>
    [
        .. Answered(Noon, "ru", 4, ["service_kinds.social_legal", "service_kinds.social_psychological", "target_groups.young_mothers"]), .. Answered(Noon.AddMinutes(1), "kk", 20, ["service_kinds.social_legal"]),
        .. Answered(Noon.AddMinutes(2), "kk", 21, []), .. Answered(Noon.AddHours(1), "ru", 15, ["target_groups.young_mothers"]),
        .. GivesUp(Noon.AddMinutes(5), 3), .. GivesUp(Noon.AddMinutes(6), 5), .. GivesUp(Noon.AddMinutes(7), 15), .. GivesUp(Noon.AddHours(1), 45),
        .. Ends(Noon.AddMinutes(8), (call, at) => call.Divert(Diversion.Asked, at) && call.PromiseCallback(at)), .. Ends(Noon.AddMinutes(9), (call, at) => call.Lose(at, Made.Rules.Calls)),
        .. Blocked(Noon.AddMinutes(10)),
        CalledBack(CallbackEvent.Finished), CalledBack(CallbackEvent.RangAndAnswered), CalledBack(CallbackEvent.LaidAside), WalkIn(Noon, "20261101-0009"),
    ];

    private static IEnumerable<object> Casework() =>
    [
        Sent(Noon, "20261101-0001", TimeSpan.FromDays(1)), Sent(Noon, "20261101-0002"), Sent(Noon, "20261101-0003"), Due(Noon, reached: true), Due(Noon, reached: false),
        Made.Visit(Noon), Made.Visit(Noon, missed: true, number: "20261101-0002"),
    ];

    private static IEnumerable<object> Answered(DateTime arrived, string language, double wait, string[] topics)
    {
        var (call, queued) = (Rings(arrived, language), arrived.AddSeconds(5.1234567));
        var at = queued.AddSeconds(wait);
        call.ChooseLanguage(language, queued);
        call.OfferTo(queued);
        call.Accept("counselor1", at, Made.Rules.Calls);
        call.Admit(Made.Sid(), 1, at);
        call.CallerJoins(at, at, Made.Rules.Calls);
        call.CounselorJoins(at, at, Made.Rules.Calls);
        call.CounselorHangsUp(at.AddMinutes(9), Made.Rules.Calls);
        call.Finish(at.AddMinutes(10));
        var contact = new Contact { Id = call.Id, Number = $"20261101-{(int)wait:0000}", Channel = Channel.Call, StartedAt = arrived, Counselor = "counselor1", Language = language };
        var note = new Note { CallId = call.Id, Author = "counselor1", CreatedAt = at, SavedAt = at, Topics = [.. topics] };
        (note.About.CallerAge, note.About.NeedAge, note.About.CallerSex, note.About.NeedSex) = ("a18_28", wait > 10 ? "a7_12" : null, "female", wait > 15 ? "male" : null);
        return [call, .. Made.LinesOf(call), contact, note, Rang(call, queued, at, wait > 20 ? OfferState.Unkept : OfferState.Accepted)];
    }

    private static IEnumerable<object> GivesUp(DateTime arrived, double wait)
    {
        var (call, queued) = (Rings(arrived, "ru"), arrived.AddSeconds(5));
        var at = queued.AddSeconds(wait);
        call.ChooseLanguage("ru", queued);
        call.CallerLeaves(at, at, Made.Rules.Calls);
        return [call, .. Made.LinesOf(call), Rang(call, queued, queued.AddSeconds(1), OfferState.Withdrawn), Rang(call, queued, at, wait > 20 ? OfferState.Expired : OfferState.Withdrawn)];
    }

    private static IEnumerable<object> Ends(DateTime arrived, Func<Call, DateTime, bool> how)
    {
        var call = Rings(arrived, "kk");
        call.ChooseLanguage("kk", arrived.AddSeconds(5));
        Assert.True(how(call, arrived.AddSeconds(70)));
        return [call, .. Made.LinesOf(call)];
    }

    private static IEnumerable<object> Blocked(DateTime arrived)
    {
        var call = Rings(arrived, "ru");
        Assert.True(call.Block("ru", arrived.AddSeconds(2)));
        return [call, .. Made.LinesOf(call)];
    }

    private static Call Rings(DateTime at, string language) => Call.Arrive(Guid.CreateVersion7(at), Made.Sid(), new($"k1:{language}", $"{Guid.NewGuid():N}"[..16], false), at);

    private static Offer Rang(Call call, DateTime from, DateTime until, OfferState end)
    {
        var offer = Made.Offer(call, from);
        offer.Close(end == OfferState.Unkept ? OfferState.Accepted : end, until);
        if (end == OfferState.Unkept) offer.Close(end, until);
        return offer;
    }

    private static Callback CalledBack(CallbackEvent how)
    {
        var callback = new Callback { Id = Guid.CreateVersion7(Noon), CallId = Guid.CreateVersion7(), Language = "kk", AskedAt = Noon, QueuedAt = Noon };
        callback.Write("k1:sealed", $"{callback.Id:N}");
        callback.Confirm("counselor1");
        Assert.True(callback.Close(how, Noon.AddHours(1)));
        return callback;
    }
}
