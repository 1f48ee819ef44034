using System.Net;
using Helpline.Contracts;
using Helpline.Contracts.Line;
using Helpline.Domain.Calls;
using Helpline.Domain.Line;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Line;

public class A_closed_line
{
    [Theory]
    [InlineData("hours", "closed")]
    [InlineData("holiday", "closed-holiday")]
    [InlineData("full", "line-full")]
    public async Task Says_why_and_the_emergency_number_and_offers_a_callback_or_a_message(string what, string prompt)
    {
        using var host = TestLine.Host(line => what switch
        {
            "hours" => line with { Hours = TestLine.Never },
            "holiday" => line with { Holidays = new HashSet<DateOnly> { new(2026, 11, 2) } },
            _ => line with { QueueLimit = 0 },
        });
        var caller = host.Caller();
        await caller.Ring();
        await caller.Presses("2");
        await caller.Hears($"ru/{prompt}");
        await caller.Hears("ru/emergency");
        await caller.Hears("ru/exits-menu");
        await caller.Hears("ru/goodbye", TimeSpan.FromMinutes(1));
        await caller.IsHungUp();

        Assert.DoesNotContain(caller.Transcript, clip => clip.Contains("exits-stay", StringComparison.Ordinal));
        Assert.Equal(CallState.Closed, (await TheCall(host)).State);
        Assert.Empty(host.Exchange.Journal.Errors);
    }

    [Fact]
    public async Task Reads_out_an_emergency_number_of_its_own()
    {
        using var host = TestLine.Host(line => line with { Hours = TestLine.Never, EmergencyNumber = "103" });
        var caller = host.Caller();
        await caller.Ring();
        await caller.Presses("3");
        foreach (var clip in new[] { "en/emergency-call", "en/digit-1", "en/digit-0", "en/digit-3" }) await caller.Hears(clip);
    }

    [Fact]
    public async Task Keeps_a_caller_who_hangs_up_over_it_as_closed_and_not_as_abandoned()
    {
        using var host = TestLine.Host(line => line with { Hours = TestLine.Never });
        var caller = host.Caller();
        await caller.Ring();
        await caller.Presses("2");
        await caller.Hears("ru/closed");
        await caller.HangsUp();
        Assert.Equal(CallState.Closed, (await TheCall(host)).State);
    }

    [Fact]
    public async Task Is_closed_and_opened_by_a_supervisor_and_by_nobody_below()
    {
        using var host = TestLine.Host(line => line with { Hours = TestLine.Never });
        await using var supervisor = await host.SignIn("supervisor1");
        await using var aigul = await host.OnABreak();
        Assert.Equal(HttpStatusCode.Forbidden, (await aigul.Puts(Routes.Line, new LineChange("Open", null))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await supervisor.Puts(Routes.Line, new LineChange("Ajar", null))).StatusCode);

        (await supervisor.Puts(Routes.Line, new LineChange("Open", "A storm"))).EnsureSuccessStatusCode();
        var first = await host.Waiting();
        Assert.True(first.IsWaiting);

        (await supervisor.Puts(Routes.Line, new LineChange("Technical", "Power cut"))).EnsureSuccessStatusCode();
        var second = host.Caller("+77020000002");
        await second.Ring();
        await second.Presses("2");
        await second.Hears("ru/closed-technical");

        var turns = await host.Reads(db => db.LineSwitches.AsNoTracking().OrderBy(s => s.Id).ToListAsync());
        Assert.Equal([(LineOrder.Open, "supervisor1", "A storm"), (LineOrder.Technical, "supervisor1", "Power cut")], turns.Select(t => (t.Order, t.By, t.Reason!)));
    }

    [Fact]
    public async Task Never_turns_a_caller_away_because_a_question_about_it_failed()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        await host.Reads(async db =>
        {
            foreach (var drop in new[] { "DROP TABLE LineSwitches", "DROP TABLE CallerMemories", "DROP TABLE CallerFlags" }) await db.Database.ExecuteSqlRawAsync(drop);
            return true;
        });
        var caller = host.Caller();
        await caller.Ring();
        await caller.Presses("1");
        await aigul.Accepts(await aigul.IsOffered());
        await caller.IsTalkingTo("counselor1");
    }

    private static Task<Call> TheCall(HelplineHost host) => host.Reads(db => db.Calls.AsNoTracking().SingleAsync());
}
