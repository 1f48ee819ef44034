using System.Net.Http.Json;
using Helpline.Contracts;
using Helpline.Contracts.Board;
using Helpline.Exchange;
using Helpline.Tests.Line;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Calls;

public class A_broken_line
{
    [Fact]
    public async Task Of_the_counselor_is_taken_up_again_after_a_reload_and_the_caller_never_left()
    {
        using var host = HelplineHost.Start();
        var (aigul, caller, call) = await Talking(host);
        await aigul.Phone.HangsUp();
        var rejoin = await aigul.Posts(Routes.Rejoin(call.CallId));
        await aigul.Connects((await rejoin.Content.ReadFromJsonAsync<AcceptedOffer>(TestContext.Current.CancellationToken))!.Ticket);

        await caller.IsTalkingTo("counselor1");
        await host.Passes(TimeSpan.FromSeconds(20));
        Assert.Equal("Talking", (await aigul.Sees(call.CallId)).State);
        await aigul.DisposeAsync();
    }

    [Fact]
    public async Task Of_the_counselor_who_does_not_come_back_puts_the_caller_at_the_head_with_an_apology()
    {
        using var host = HelplineHost.Start();
        var (aigul, caller, call) = await Talking(host);
        var other = host.Caller("+77020000002");
        await other.Ring();
        await other.Presses("1");
        await aigul.Says("Break");
        await aigul.Phone.HangsUp();
        await caller.Hears("kk/counselor-lost");
        await using var dana = await host.Available("counselor2");

        Assert.Equal(call.CallId, (await dana.IsOffered()).CallId);
        await aigul.DisposeAsync();
    }

    [Fact]
    public async Task Of_the_counselor_who_reloads_and_never_dials_again_puts_the_caller_at_the_head_with_an_apology()
    {
        using var host = HelplineHost.Start();
        var (aigul, caller, call) = await Talking(host);
        await aigul.Says("Break");
        (await aigul.Posts(Routes.Rejoin(call.CallId))).EnsureSuccessStatusCode();
        await aigul.Phone.IsHungUp();
        await caller.Hears("kk/counselor-lost");
        await using var dana = await host.Available("counselor2");

        Assert.Equal(call.CallId, (await dana.IsOffered()).CallId);
        await aigul.DisposeAsync();
    }

    [Fact]
    public async Task Of_the_counselor_takes_nothing_from_the_talk_she_had_today_as_the_line_counts_its_days()
    {
        using var host = HelplineHost.Start();
        // In Almaty it is the third of November already.
        host.LeapsTo(new(2026, 11, 2, 20, 0, 0, DateTimeKind.Utc));
        var (aigul, caller, _) = await Talking(host);
        await host.Passes(TimeSpan.FromSeconds(30));
        await aigul.Says("Break");
        await aigul.Phone.HangsUp();
        await caller.Hears("kk/counselor-lost");

        var seat = await host.Reads(db => db.Presences.AsNoTracking().SingleAsync());
        Assert.Equal(new DateOnly(2026, 11, 3), seat.TalkDay);
        Assert.InRange(seat.TalkSeconds, 30, 120);
        await aigul.DisposeAsync();
    }

    [Fact]
    public async Task Of_the_counselor_gives_the_caller_the_whole_longest_wait_again_however_long_they_had_talked()
    {
        using var host = TestLine.Host(line => line with { LongestWait = TimeSpan.FromSeconds(60) });
        var (aigul, caller, _) = await Talking(host);
        await host.Passes(TimeSpan.FromSeconds(60));
        await aigul.Says("Break");
        await aigul.Phone.HangsUp();
        await caller.Hears("kk/counselor-lost");

        await host.Passes(TimeSpan.FromSeconds(30));
        Assert.DoesNotContain(caller.Transcript, heard => heard.Contains("waited-long", StringComparison.Ordinal));
        await caller.Hears("kk/waited-long", TimeSpan.FromMinutes(1));
        await aigul.DisposeAsync();
    }

    [Fact]
    public async Task A_ticket_opens_the_room_once_and_only_for_its_owner()
    {
        using var host = HelplineHost.Start();
        var (aigul, caller, call) = await Talking(host);
        var again = host.Exchange.Browser("counselor1");
        await again.Connect(call.Ticket);
        await again.IsHungUp();
        var thief = host.Exchange.Browser("counselor2");
        await thief.Connect(call.Ticket);
        await thief.IsHungUp();

        Assert.True(caller.IsOnTheLine);
        Assert.Equal("Talking", (await aigul.Sees(call.CallId)).State);
        await aigul.DisposeAsync();
    }

    private static async Task<(Counselor Aigul, Caller Caller, AcceptedOffer Call)> Talking(HelplineHost host)
    {
        var aigul = await host.Available("counselor1");
        var caller = host.Caller();
        await caller.Ring();
        await caller.Presses("1");
        var call = await aigul.Accepts(await aigul.IsOffered());
        await caller.IsTalkingTo("counselor1");
        await aigul.SeesState(call.CallId, "Talking");
        return (aigul, caller, call);
    }
}
