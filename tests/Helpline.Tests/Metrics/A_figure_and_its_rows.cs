using Helpline.Contracts;
using Helpline.Contracts.Metrics;
using Helpline.Contracts.Reports;
using Helpline.Dashboard.Metrics;
using Helpline.Tests.Cases;
using Helpline.Tests.Support;
using static Helpline.Tests.Journals.Journaling;
using static Helpline.Tests.Metrics.MeasuredNovember;
using static Helpline.Tests.Metrics.Shown;

namespace Helpline.Tests.Metrics;

/// <summary>What the page of figures shows, and what opens behind it.</summary>
public class A_figure_and_its_rows
{
    [Fact]
    public async Task Are_as_many()
    {
        using var host = HelplineHost.Start();
        await host.Writes([.. TheDay(), .. Casework()]);
        await using var supervisor = await host.SignIn("supervisor1");
        var read = await supervisor.Gets<LineMetrics>(Routes.Metrics + November);

        Assert.Equal((2, 11, 5), (read.Week.Count(w => w.Calls > 0), read.Week.Sum(w => w.Calls), read.Week.Sum(w => w.Contacts)));
        Assert.Equal((11, 4, 4, 1, 1, 1, 0, 2), (read.Calls.Offered, read.Calls.Answered, read.Calls.Abandoned, read.Calls.Exited, read.Calls.Blocked, read.Calls.Failed, read.Calls.Open, read.Calls.ShortAbandons));
        Assert.Equal((2, 3), read.Figures.Single(f => f.Code == "callbacks_kept") is var kept ? (kept.Numerator, kept.Denominator) : default);
        List<string> wrong = [];
        foreach (var (page, shown) in All(read))
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
        foreach (var (page, shown) in All(read))
            if (await Rows(supervisor, page) is var rows && rows != shown) wrong.Add($"{page}: {shown} is shown, {rows} rows open");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Are_those_of_the_report()
    {
        using var host = HelplineHost.Start();
        await host.Writes([.. TheDay(), .. Casework()]);
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
        await host.Writes([.. TheDay(), .. Casework()]);
        await host.Teams(("supervisor1", "day"));
        await using var supervisor = await host.SignIn("supervisor1");

        var read = await supervisor.Gets<LineMetrics>(Routes.Metrics + November);

        Assert.Equal((false, 11, 0), (read.SeesAll, read.Calls.Offered, read.After.Sum(a => a.Count)));
        Assert.Null(MetricText.Rows(read, "journals/offers?missed=yes"));
        Assert.Equal(11, await Rows(supervisor, MetricText.Rows(read, "offered")!));
    }
}
