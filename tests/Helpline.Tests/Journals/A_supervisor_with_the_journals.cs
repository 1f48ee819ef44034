using System.Net;
using System.Net.Http.Json;
using Helpline.Contracts;
using Helpline.Contracts.Journals;
using Helpline.Contracts.Metrics;
using Helpline.Domain.Cases;
using Helpline.Tests.Cases;
using Helpline.Tests.Data;
using Helpline.Tests.Line;
using Helpline.Tests.Notes;
using Helpline.Tests.Support;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static Helpline.Tests.Journals.Journaling;

namespace Helpline.Tests.Journals;

public class A_supervisor_with_the_journals
{
    [Fact]
    public async Task Reads_every_call_in_order_with_a_number_of_its_day_and_no_private_word()
    {
        await using var host = HelplineHost.Start();
        await host.Writes([.. Talk(Noon, "20261101-0001"), GaveUp(Noon.AddMinutes(5)), .. Talk(Noon.AddDays(1), "20261102-0001")]);
        await using var supervisor = await host.SignIn("supervisor1");

        var page = await supervisor.Journal("calls");

        Assert.Equal(["20261101-0001", "20261101-0002", "20261102-0001"], page.Lines.Select(l => l.Cells[0]));
        Assert.Equal(["Answered", "Gave up", "Answered"], page.Lines.Select(l => l.Cells[7]));
        Assert.Equal("31", page.Lines[1].Cells[8]);
        Assert.Equal("12:00:00", page.Lines[0].Cells[2]);
        Assert.DoesNotContain(page.Lines.SelectMany(l => l.Cells), cell => cell is not null && (cell.Contains("secret") || cell.Contains("k1:") || cell.Contains("00c0ffee") || cell.Contains("K7Q2M")));
        // Narrowed, a call keeps the number it has.
        Assert.Equal("20261101-0002", Assert.Single((await supervisor.Journal("calls", "&result=Abandoned")).Lines).Cells[0]);
    }

    [Fact]
    public async Task Goes_through_it_page_by_page_and_meets_each_row_once()
    {
        await using var host = HelplineHost.Start();
        // Several in one moment, so that a page ends among equals.
        await host.Writes([.. Enumerable.Range(0, 120).Select(i => GaveUp(Noon.AddMinutes(i / 3)))]);
        await using var supervisor = await host.SignIn("supervisor1");
        var numbers = new List<string?>();
        for (string? after = ""; after is not null;)
        {
            var page = await supervisor.Journal("calls", after.Length == 0 ? "" : $"&after={after}");
            numbers.AddRange(page.Lines.Select(l => l.Cells[0]));
            after = page.Next;
        }
        Assert.Equal(Enumerable.Range(1, 120).Select(i => $"20261101-{i:0000}"), numbers);
        Assert.Equal(120, (await supervisor.Gets<JournalCount>($"{Routes.JournalCount("calls")}?from=2026-11-01&to=2026-11-01")).Rows);
    }

    [Fact]
    public async Task Narrows_contacts_by_what_their_notes_say()
    {
        await using var host = HelplineHost.Start();
        await host.Writes(
        [
            .. Talk(Noon, "20261101-0001", region: "astana.almaty", topics: ["service_kinds.social_legal", "target_groups.young_mothers"]),
            .. Talk(Noon.AddHours(1), "20261101-0002", region: "almaty_region"), WalkIn(Noon.AddHours(2), "20261101-0003"),
        ]);
        await using var supervisor = await host.SignIn("supervisor1");
        foreach (var (filter, found) in new[]
        {
            ("&region=astana", 1), ("&region=-", 1), ("&topic=service_kinds.social_legal", 1), ("&topic=service_kinds.social_medical", 0), ("&topic=-", 2),
            ("&age=a18_28", 2), ("&sex=female&channel=Call", 2), ("&channel=WalkIn", 1), ("&risk=low&language=kk", 2), ("&counselor=counselor1", 3), ("&counselor=counselor2", 0),
        })
            Assert.True(found == (await supervisor.Journal("contacts", filter)).Lines.Count, filter);
    }

    [Fact]
    public async Task Reads_follow_ups_referrals_visits_and_cases_in_any_language()
    {
        await using var host = HelplineHost.Start();
        await host.Writes([Due(Noon, reached: true), Sent(Noon, "20261101-0001", TimeSpan.FromHours(12)), Made.Visit(Noon, missed: true), .. Case(Noon, "20261101-0001")]);
        await using var supervisor = await host.SignIn("supervisor1");
        Assert.Contains("Reached", Assert.Single((await supervisor.Journal("follow-ups", "&state=Reached")).Lines).Cells);
        Assert.Contains("0.5", Assert.Single((await supervisor.Journal("referrals", "&answered=yes&overdue=no")).Lines).Cells);
        Assert.Contains("Missed", Assert.Single((await supervisor.Journal("visits", "&state=Missed&worker=social1")).Lines).Cells);
        Assert.Contains("=Отбасы", Assert.Single((await supervisor.Journal("cases", "&state=Open")).Lines).Cells);
        foreach (var language in new[] { "kk", "ru", "en" })
        {
            var journals = await supervisor.Gets<JournalCard[]>($"{Routes.Journals}?language={language}");
            Assert.Equal(["calls", "offers", "callbacks", "contacts", "follow-ups", "referrals", "visits", "cases"], journals.Select(j => j.Code));
            Assert.All(journals.SelectMany(j => j.Filters), f => Assert.NotEmpty(f.Choices));
            // A language may be unknown; a direction or a state never is.
            Assert.Equal(["language", "counselor", "risk"], journals[0].Filters.Where(f => f.TakesNone).Select(f => f.Code));
        }
    }

    [Fact]
    public async Task Finds_as_many_rows_behind_a_figure_as_it_says()
    {
        using var host = HelplineHost.Start();
        await using var erlan = await host.SignIn("supervisor1");
        await using var aigul = await host.Available();
        var caller = await host.Waiting(digit: "1");
        await aigul.IsOffered();
        await host.Passes(TimeSpan.FromSeconds(25));
        await caller.HangsUp();
        await aigul.TalksIn(host);

        var metrics = await erlan.Gets<LineMetrics>(Routes.Metrics);
        var figures = metrics.Figures.ToDictionary(f => f.Code);
        Assert.Equal((1, 1), (figures["missed_offers"].Numerator, figures["ring_time"].Denominator));
        Assert.All(metrics.Figures, f => Assert.NotNull(f.Rows));
        Assert.Equal(1, await Behind(erlan, metrics, figures["missed_offers"]));
        Assert.Equal(1, await Behind(erlan, metrics, figures["ring_time"]));
        Assert.Equal(figures["callbacks_kept"].Denominator, await Behind(erlan, metrics, figures["callbacks_kept"]));
        // An offer has no page of its own; it leads to the contact, when one came of the call.
        var contacts = await host.Reads(db => db.Contacts.Select(c => c.Id).ToListAsync());
        Assert.Equal(contacts.Select(id => $"contacts/{id}"), (await erlan.Journal("offers")).Lines.Select(l => l.Page).OfType<string>().Distinct());
        var rang = Assert.Single((await erlan.Journal("offers", "&missed=yes")).Lines).Cells;
        Assert.Contains("Not answered", rang);
        Assert.Contains(rang, cell => cell?.StartsWith("20", StringComparison.Ordinal) == true);
    }

    private static async Task<int> Behind(Counselor supervisor, LineMetrics metrics, FigureCard figure)
    {
        var parts = figure.Rows!["journals/".Length..].Split('?');
        return (await supervisor.Gets<JournalCount>($"{Routes.JournalCount(parts[0])}?from={metrics.From:yyyy-MM-dd}&to={metrics.To:yyyy-MM-dd}&{parts[1]}")).Rows;
    }

    [Fact]
    public async Task Sees_of_cases_which_were_on_record_new_reopened_and_closed()
    {
        await using var host = HelplineHost.Start();
        var october = Noon.AddDays(-20);
        await host.Writes(
        [
            .. Case(october, "A"), .. Case(october, "B", (october.AddDays(1), CaseEvent.Closed)), .. Case(october, "C", (october.AddDays(1), CaseEvent.Closed), (Noon, CaseEvent.Reopened)),
            .. Case(october, "D", (Noon, CaseEvent.Closed)), .. Case(Noon, "E", (Noon.AddDays(1), CaseEvent.Closed), (Noon.AddDays(2), CaseEvent.Reopened)), .. Case(Noon, "F", (Noon.AddDays(1), CaseEvent.Closed)),
            .. Case(october, "G", (october.AddDays(1), CaseEvent.Closed), (Noon, CaseEvent.Reopened), (Noon.AddDays(1), CaseEvent.Closed)), .. Case(Noon.AddDays(40), "H"),
        ]);
        await using var supervisor = await host.SignIn("supervisor1");
        var sets = new Dictionary<string, string>();
        foreach (var clock in new[] { "atStart", "opened", "reopened", "closed", "atEnd" })
            sets[clock] = string.Concat((await supervisor.Journal("cases", $"&clock={clock}")).Lines.Select(l => l.Cells[0]).Order());

        Assert.Equal("AD EF CG DFG ACE", $"{sets["atStart"]} {sets["opened"]} {sets["reopened"]} {sets["closed"]} {sets["atEnd"]}");
    }

    [Fact]
    public async Task Of_a_team_sees_her_teams_rows_only()
    {
        await using var host = HelplineHost.Start();
        await host.Writes([.. Talk(Noon, "20261101-0001", team: "day"), .. Talk(Noon.AddHours(1), "20261101-0002", team: "night"), GaveUp(Noon.AddHours(2))]);
        await host.Teams(("supervisor1", "day"));
        await using var supervisor = await host.SignIn("supervisor1");
        Assert.Equal("20261101-0001", Assert.Single((await supervisor.Journal("contacts")).Lines).Cells[0]);
        // A call that nobody took is everybody's, and its number counts those she does not see.
        var calls = (await supervisor.Journal("calls")).Lines;
        Assert.Equal(["20261101-0001", "20261101-0003"], calls.Select(l => l.Cells[0]));
        Assert.Equal([$"contacts/{calls[0].Id}", null], calls.Select(l => l.Page));
    }

    [Theory]
    [InlineData("?from=2026-11-03&to=2026-11-02", "to")]
    [InlineData("?from=2001-11-03&to=2026-11-02", "to")]
    [InlineData("?from=2026-10-01&to=2026-10-31", "to")]
    [InlineData("?from=2026-11-01&to=2026-11-02&colour=red", "colour")]
    [InlineData("?from=2026-11-01&to=2026-11-02&result=Slept", "result")]
    [InlineData("?from=2026-11-01&to=2026-11-02&result=-", "result")]
    [InlineData("?from=2026-11-01&to=2026-11-02&repeat=-", "repeat")]
    [InlineData("?from=2026-11-01&to=2026-11-02&again=-", "again")]
    public async Task Is_told_what_is_wrong_with_her_question(string query, string field)
    {
        await using var host = HelplineHost.Start();
        await host.Writes(GaveUp(Noon));
        await using var supervisor = await host.SignIn("supervisor1");
        var answer = await supervisor.Opens(Routes.Journal("calls") + query);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = (await answer.Content.ReadFromJsonAsync<ValidationProblemDetails>(TestContext.Current.CancellationToken))!;
        Assert.Equal(field, Assert.Single(problem.Errors).Key);
        if (query.Contains("2026-10-31")) Assert.Contains("2026-11-01, when the first call came", problem.Detail);
    }

    [Theory, InlineData("counselor1"), InlineData("social1"), InlineData("auditor1"), InlineData("admin")]
    public async Task Is_nobody_else(string userName)
    {
        await using var host = HelplineHost.Start();
        await using var other = await host.SignIn(userName);
        foreach (var address in new[] { Routes.Journals, Routes.Journal("calls"), Routes.JournalCount("calls"), Routes.Exports, Routes.Reports })
            Assert.Equal(HttpStatusCode.Forbidden, (await other.Opens(address)).StatusCode);
    }
}
