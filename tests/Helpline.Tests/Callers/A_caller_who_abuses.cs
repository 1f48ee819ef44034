using System.Net;
using System.Net.Http.Json;
using Helpline.Contracts;
using Helpline.Contracts.Callers;
using Helpline.Domain.Callers;
using Helpline.Domain.Calls;
using Helpline.Exchange;
using Helpline.Tests.Data;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Callers;

public class A_caller_who_abuses
{
    [Fact]
    public async Task Hears_a_word_about_respect_and_is_warned_for_a_day()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        var (caller, call) = await Talks(host, aigul);
        var ended = await EndsAbuse(aigul, call);
        await caller.Hears("kk/abuse-ended");
        await caller.IsHungUp();
        Assert.Equal(("Warn", host.Clock.GetUtcNow().UtcDateTime.AddDays(1)), (ended.Flag, ended.Until!.Value), new Near());
        await aigul.Finishes(call);

        var again = host.Caller();
        await again.Ring();
        await again.Presses("1");
        await again.Hears("kk/respect");
        await aigul.IsOffered();
    }

    [Fact]
    public async Task Again_and_again_is_kept_away_with_a_message_and_the_emergency_number_until_a_supervisor_lifts_it()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        await using var supervisor = await host.SignIn("supervisor1");
        foreach (var level in new[] { "Warn", "NoPriority", "MessageAndHangUp" })
        {
            var (_, call) = await Talks(host, aigul);
            Assert.Equal(level, (await EndsAbuse(aigul, call)).Flag);
            await aigul.Finishes(call);
        }
        await IsBlocked(host);

        Assert.Equal(HttpStatusCode.Forbidden, (await aigul.Http.GetAsync(Routes.Flags, TestContext.Current.CancellationToken)).StatusCode);
        var flags = (await supervisor.Http.GetFromJsonAsync<List<CallerFlagCard>>(Routes.Flags, TestContext.Current.CancellationToken))!;
        var heaviest = flags.Single(f => f.Level == "MessageAndHangUp");
        Assert.Equal(HttpStatusCode.Forbidden, (await aigul.Puts(Routes.Flag(heaviest.Id), new CallerFlagChange("Warn", heaviest.Until.AddDays(9)))).StatusCode);
        (await supervisor.Puts(Routes.Flag(heaviest.Id), new CallerFlagChange("MessageAndHangUp", heaviest.Until.AddDays(6)))).EnsureSuccessStatusCode();
        host.Leaps(TimeSpan.FromDays(3));
        await IsBlocked(host);
        // Her session is over by then.
        await using var later = await host.SignIn("supervisor1");
        (await later.Http.DeleteAsync(Routes.Flag(heaviest.Id), TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        var free = host.Caller();
        await free.Ring();
        await free.Presses("1");
        await free.Waits();
    }

    [Fact]
    public async Task Is_flagged_for_a_day_and_no_longer()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        var (_, call) = await Talks(host, aigul);
        await EndsAbuse(aigul, call);
        host.Leaps(TimeSpan.FromHours(25));
        var again = host.Caller();
        await again.Ring();
        await again.Presses("1");
        await again.Waits();
        Assert.DoesNotContain(again.Transcript, clip => clip.Contains("respect", StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_a_withheld_number_is_ended_and_not_flagged_and_silence_is_no_reason()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        var (caller, call) = await Talks(host, aigul, withheld: true);
        Assert.Equal(HttpStatusCode.BadRequest, (await aigul.Posts(Routes.EndAbuse(call), new EndAbuse("Silent"))).StatusCode);
        Assert.True(caller.IsOnTheLine);
        Assert.Null((await EndsAbuse(aigul, call)).Flag);
        Assert.Empty(await host.Reads(db => db.CallerFlags.ToListAsync()));
    }

    [Theory]
    [InlineData(null, FlagLevel.Warn)]
    [InlineData(FlagLevel.Warn, FlagLevel.NoPriority)]
    [InlineData(FlagLevel.NoPriority, FlagLevel.MessageAndHangUp)]
    [InlineData(FlagLevel.MessageAndHangUp, FlagLevel.MessageAndHangUp)]
    public void Goes_up_one_level_at_a_time(FlagLevel? known, FlagLevel next) => Assert.Equal(next, CallerFlag.After(known));

    [Theory]
    [InlineData(null, 1)]
    [InlineData(FlagLevel.Warn, 1)]
    [InlineData(FlagLevel.NoPriority, 0)]
    public void Goes_back_to_the_head_of_the_queue_unless_a_flag_forbids_it(FlagLevel? flag, int priority)
    {
        var now = new DateTime(2026, 11, 2, 9, 0, 0, DateTimeKind.Utc);
        var (lost, handedOn) = (Made.Call(CallState.Connecting, now), Made.Call(CallState.Talking, now));
        lost.Mark(flag);
        handedOn.Mark(flag);
        Assert.True(lost.ReturnToHead(CallEvent.ConnectLapsed, now) && handedOn.HandOn(null, "ru", null, now, TimeSpan.FromMinutes(30)));
        Assert.Equal((priority, priority), (lost.Priority, handedOn.Priority));
    }

    private static async Task IsBlocked(HelplineHost host)
    {
        var caller = host.Caller();
        await caller.Ring();
        await caller.Presses("1");
        await caller.Hears("kk/blocked");
        await caller.Hears("kk/emergency");
        await caller.IsHungUp();
        Assert.Equal(CallState.Blocked, await host.Reads(db => db.Calls.Where(c => c.CallerLeg == caller.CallSid).Select(c => c.State).SingleAsync()));
    }

    private static async Task<EndedAbuse> EndsAbuse(Counselor counselor, Guid call)
    {
        var answer = await counselor.Posts(Routes.EndAbuse(call), new EndAbuse("Insult"));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<EndedAbuse>())!;
    }

    private static async Task<(Caller Caller, Guid Call)> Talks(HelplineHost host, Counselor counselor, bool withheld = false)
    {
        var caller = host.Caller();
        await caller.Ring(withheld);
        await caller.Presses("1");
        var call = await counselor.Accepts(await counselor.IsOffered());
        await caller.IsTalkingTo(counselor.UserName);
        await counselor.SeesState(call.CallId, "Talking");
        return (caller, call.CallId);
    }

    private sealed class Near : IEqualityComparer<(string?, DateTime)>
    {
        public bool Equals((string?, DateTime) a, (string?, DateTime) b) => a.Item1 == b.Item1 && (a.Item2 - b.Item2).Duration() < TimeSpan.FromMinutes(1);
        public int GetHashCode((string?, DateTime) pair) => 0;
    }
}
