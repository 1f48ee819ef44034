using System.Net;
using System.Net.Http.Json;
using Helpline.Contracts;
using Helpline.Contracts.Calls;
using Helpline.Contracts.Journals;
using Helpline.Contracts.Metrics;
using Helpline.Exchange;
using Helpline.Server.Metrics;
using Helpline.Tests.FollowUps;
using Helpline.Tests.Journals;
using Helpline.Tests.Support;
using Microsoft.AspNetCore.Mvc;

namespace Helpline.Tests.Metrics;

public class A_supervisor_who_reads_the_figures
{
    [Fact]
    public async Task Sees_of_an_answered_an_abandoned_and_an_exited_call_what_the_ledger_tells()
    {
        using var host = HelplineHost.Start();
        await using var supervisor = await host.SignIn("supervisor1");
        await using var aigul = await host.Available();
        var answered = await Waiting(host, "+77010000001");
        var offer = await aigul.IsOffered();
        await aigul.Accepts(offer);
        await aigul.SeesState(offer.CallId, "Talking");
        await host.Passes(TimeSpan.FromSeconds(60));
        await answered.HangsUp();
        await aigul.SeesState(offer.CallId, "WrapUp");
        await host.Passes(TimeSpan.FromSeconds(30));
        await aigul.Says("LastCall");
        await aigul.Finishes(offer.CallId);
        var patient = await Waiting(host, "+77010000002");
        await host.Passes(TimeSpan.FromSeconds(25));
        await patient.HangsUp();
        var exits = await Waiting(host, "+77010000003");
        await exits.Presses("2");
        await host.Until(async () => (await Figures(supervisor)).Calls is { Abandoned: 1, Exited: 1 }, "both calls to end");

        var read = await Figures(supervisor);

        Assert.Equal((3, 1, 1, 1, 0), (read.Calls.Offered, read.Calls.Answered, read.Calls.Abandoned, read.Calls.Exited, read.Calls.Open));
        Assert.Equal(1.0 / 3, Value(read, "service_level"), 1e-9);
        Assert.InRange(Value(read, "talk_time"), 59, 65);
        Assert.InRange(Value(read, "wrap_time"), 29, 35);
        Assert.InRange(Value(read, "occupancy"), 0.5, 1);
        Assert.Equal(3, read.Hours.Sum(h => h.Calls.Offered));
        Assert.Equal(24, read.Hours.Count);
        await host.Job<RollUpJob>(job => job.Run(CancellationToken.None));
        host.LeapsTo(host.Now().AddHours(1));
        await host.Job<RollUpJob>(job => job.Run(CancellationToken.None));
        var rolled = await Figures(supervisor);
        Assert.Equal(read.Calls, rolled.Calls);
        Assert.Equal(read.Waits, rolled.Waits);
        Assert.Equal(Value(read, "talk_time"), Value(rolled, "talk_time"), 1e-6);
        Assert.Equal(3, read.Week.Sum(w => w.Calls));
        Assert.Equal(3, read.Spread.Sum(s => s.Answered + s.Abandoned) + read.Calls.Exited);
        Assert.Equal(1, read.Contacts);
        Assert.All(read.Parts, part => Assert.Equal(read.Contacts, part.Counts.Sum(c => c.Contacts)));
        foreach (var (rows, count) in new[] { ("offered", 3), ("answered", 1), ("abandoned", 1), ("exited", 1), ("open", 0) })
            Assert.Equal(count, (await supervisor.Gets<CallCard[]>($"{Routes.Calls}?from={read.Begin:O}&until={read.End:O}&result={rows}")).Length);
    }

    [Fact]
    public async Task Sees_that_a_counselor_who_talks_all_the_while_is_occupied_though_the_talk_goes_on()
    {
        using var host = HelplineHost.Start();
        await using var supervisor = await host.SignIn("supervisor1");
        await using var aigul = await host.Available();
        var caller = await Waiting(host, "+77010000001");
        await aigul.Accepts(await aigul.IsOffered());
        await caller.IsTalkingTo("counselor1");
        await host.Passes(TimeSpan.FromMinutes(5));

        Assert.InRange(Value(await Figures(supervisor), "occupancy"), 0.9, 1);
    }

    [Theory]
    [InlineData("?from=2026-11-03&to=2026-11-02", "to")]
    [InlineData("?from=2026-12-01", "from")]
    [InlineData("?from=2021-01-01&to=2026-10-01", "to")]
    [InlineData("?from=2026-10-01&to=2026-10-02", "to")]
    public async Task Is_told_which_date_is_wrong(string period, string field)
    {
        using var host = HelplineHost.Start();
        await using var supervisor = await host.SignIn("supervisor1");
        await Waiting(host, "+77010000001");

        var answer = await supervisor.Opens(Routes.Metrics + period);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(field, Assert.Single((await answer.Content.ReadFromJsonAsync<ValidationProblemDetails>(TestContext.Current.CancellationToken))!.Errors).Key);
    }

    [Fact]
    public async Task Is_told_the_day_of_the_first_call_when_she_asks_for_one_before()
    {
        using var host = HelplineHost.Start();
        await using var supervisor = await host.SignIn("supervisor1");
        await Waiting(host, "+77010000001");

        var refused = await (await supervisor.Opens(Routes.Metrics + "?from=2026-10-01&to=2026-10-02")).Content.ReadFromJsonAsync<ValidationProblemDetails>(TestContext.Current.CancellationToken);

        Assert.Equal("2026-11-02", refused!.Extensions["firstDay"]?.ToString());
        Assert.Contains("2026-11-02", refused.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_figures_of_a_walk_in_of_a_day_before_the_first_call()
    {
        using var host = HelplineHost.Start();
        await host.Writes(Journaling.WalkIn(new(2026, 10, 2, 8, 0, 0, DateTimeKind.Utc), "20261002-0001"));
        await using var supervisor = await host.SignIn("supervisor1");
        await Waiting(host, "+77010000001");

        Assert.Equal(1, (await supervisor.Gets<LineMetrics>(Routes.Metrics + "?from=2026-10-01&to=2026-10-02")).Contacts);
        Assert.Equal(1, (await supervisor.Gets<JournalCount>(Routes.JournalCount("contacts") + "?from=2026-10-01&to=2026-10-02")).Rows);
        foreach (var page in new[] { Routes.Metrics, Routes.JournalCount("contacts") })
            Assert.Equal(HttpStatusCode.BadRequest, (await supervisor.Opens(page + "?from=2026-10-01&to=2026-10-01")).StatusCode);
    }

    [Fact]
    public async Task Counts_who_rang_again_that_day_and_opens_just_their_calls()
    {
        using var host = HelplineHost.Start();
        await Rings(host, "+77010000003");
        await Rings(host, "+77010000003");
        host.LeapsTo(host.Now().AddDays(1));
        await using var supervisor = await host.SignIn("supervisor1");
        foreach (var caller in new[] { 1, 1, 2, 3, 1, 2, 4, 5 }) await Rings(host, $"+7701000000{caller}");
        foreach (var _ in new[] { 1, 2 }) await Rings(host, "+266696687");

        var read = await Figures(supervisor);

        Assert.Equal(2.0 / 5, Value(read, "repeat_callers"), 1e-9);
        Assert.Equal(5.0 / 8, Value(read, "repeat_calls"), 1e-9);
        var period = $"?from={read.From:yyyy-MM-dd}&to={read.To:yyyy-MM-dd}";
        foreach (var (again, rows) in new[] { ("yes", 5), ("no", 5) })
            Assert.Equal(rows, (await supervisor.Gets<JournalCount>($"{Routes.JournalCount("calls")}{period}&again={again}")).Rows);
    }

    [Fact]
    public async Task Finds_no_calls_of_a_result_that_there_is_not()
    {
        using var host = HelplineHost.Start();
        await using var supervisor = await host.SignIn("supervisor1");

        Assert.Equal(HttpStatusCode.BadRequest, (await supervisor.Opens(Routes.Calls + "?result=lost")).StatusCode);
    }

    [Theory, InlineData("counselor1"), InlineData("social1"), InlineData("auditor1"), InlineData("admin")]
    public async Task Is_nobody_else(string userName)
    {
        using var host = HelplineHost.Start();
        await using var other = await host.SignIn(userName);

        Assert.Equal(HttpStatusCode.Forbidden, (await other.Opens(Routes.Metrics)).StatusCode);
    }

    private static Task<LineMetrics> Figures(Counselor supervisor) => supervisor.Gets<LineMetrics>(Routes.Metrics);

    private static double Value(LineMetrics read, string code) => read.Figures.Single(f => f.Code == code).Value!.Value;

    private static async Task Rings(HelplineHost host, string number)
    {
        var caller = host.Caller(number);
        await caller.Ring();
        await caller.HangsUp();
        await host.Passes(TimeSpan.FromSeconds(1));
    }

    private static async Task<Caller> Waiting(HelplineHost host, string number)
    {
        var caller = host.Caller(number);
        await caller.Ring();
        await caller.Presses("1");
        await caller.Waits();
        return caller;
    }
}
