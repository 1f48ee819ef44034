using Helpline.Domain.Callers;
using Helpline.Exchange;
using Helpline.Server.Calls;
using Helpline.Tests.Line;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Tests.Callers;

public class A_known_caller
{
    [Fact]
    public async Task Goes_on_in_the_language_of_last_time_with_one_key()
    {
        using var host = HelplineHost.Start();
        await (await host.Waiting()).HangsUp();
        var again = host.Caller();
        await again.Ring();
        await again.Hears("ru/continue-language");
        await again.Presses("1");
        await again.Waits();
        Assert.Equal(["ru", "ru"], await host.Reads(db => db.Calls.Select(c => c.Language).ToListAsync()));
    }

    [Fact]
    public async Task Comes_to_the_menu_with_any_other_key()
    {
        using var host = HelplineHost.Start();
        await (await host.Waiting()).HangsUp();
        var again = host.Caller();
        await again.Ring();
        await again.Hears("ru/continue-language");
        await again.Presses("5");
        await again.Hears("en/language-menu");
        await again.Presses("3");
        await again.Waits();
        Assert.Contains("en", await host.Reads(db => db.Calls.Select(c => c.Language).ToListAsync()));
    }

    [Fact]
    public async Task Comes_straight_to_another_language_by_its_own_key()
    {
        using var host = HelplineHost.Start();
        await (await host.Waiting()).HangsUp();
        var again = host.Caller();
        await again.Ring();
        await again.Hears("ru/continue-language");
        await again.Presses("3");
        await again.Waits();
        Assert.Contains("en", await host.Reads(db => db.Calls.Select(c => c.Language).ToListAsync()));
    }

    [Fact]
    public async Task Is_known_by_a_hash_and_a_withheld_number_by_nothing()
    {
        using var host = HelplineHost.Start();
        await (await host.Waiting("+77012345678")).HangsUp();
        var withheld = host.Caller("+77010000009");
        await withheld.Ring(withheld: true);
        await withheld.Presses("2");
        await withheld.Waits();
        await withheld.HangsUp();
        var memory = await host.Reads(db => db.CallerMemories.AsNoTracking().SingleAsync());
        Assert.DoesNotContain("7012345678", memory.Hash, StringComparison.Ordinal);
        Assert.Equal("ru", memory.Language);
    }

    [Fact]
    public async Task Who_was_cut_off_is_asked_and_comes_to_the_same_counselor()
    {
        using var host = HelplineHost.Start();
        await using var dana = await host.OnABreak("counselor2");
        await using var aigul = await host.OnABreak("counselor1");
        await CutOff(host, aigul);
        await aigul.Says("Break");
        await dana.Says("Available");
        await host.Passes(TimeSpan.FromSeconds(1));
        await aigul.Says("Available");
        // Dana has been idle for longer and would be asked first.
        var again = host.Caller();
        await again.Ring();
        await again.Hears("kk/cut-off");
        await again.Presses("1");
        var offer = await aigul.IsOffered();
        Assert.Equal(1, await host.Reads(db => db.Calls.Where(c => c.Id == offer.CallId).Select(c => c.Priority).SingleAsync()));
        Assert.False(dana.HasOffer);
    }

    [Fact]
    public async Task Who_was_cut_off_and_whose_next_try_breaks_off_too_is_asked_again_and_after_a_talk_no_more()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.OnABreak("counselor1");
        await CutOff(host, aigul);
        var again = host.Caller();
        await again.Ring();
        await again.Hears("kk/cut-off");
        await again.HangsUp();
        var third = host.Caller();
        await third.Ring();
        await third.Hears("kk/cut-off");
        await third.Presses("1");
        var call = await aigul.Accepts(await aigul.IsOffered());
        await aigul.SeesState(call.CallId, "Talking");
        await third.HangsUp();
        await aigul.SeesState(call.CallId, "WrapUp");
        Assert.Null(await host.Reads(db => db.CallerMemories.Select(m => m.CutOffUntil).SingleAsync()));
    }

    [Fact]
    public async Task Who_was_cut_off_and_has_a_flag_against_priority_is_not_raised()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.OnABreak("counselor1");
        await CutOff(host, aigul);
        await host.Services.GetRequiredService<CallDesks>().Open(async desk =>
        {
            var call = await desk.Db.Calls.SingleAsync();
            desk.Db.CallerFlags.Add(new()
            {
                Id = Guid.CreateVersion7(),
                Hash = call.NumberHash!,
                CallId = call.Id,
                Reason = AbuseReason.Prank,
                By = "counselor1",
                At = desk.Now,
                Level = FlagLevel.NoPriority,
                Until = desk.Now.AddDays(1),
            });
        });
        var again = host.Caller();
        await again.Ring();
        await again.Hears("kk/cut-off");
        await again.Presses("1");
        await again.Hears("kk/respect");
        Assert.Equal(0, await host.Reads(db => db.Calls.Where(c => c.CallerLeg == again.CallSid).Select(c => c.Priority).SingleAsync()));
    }

    [Fact]
    public async Task Who_was_cut_off_more_than_ten_minutes_ago_is_not_asked()
    {
        using var host = HelplineHost.Start();
        await using var dana = await host.OnABreak("counselor2");
        await using var aigul = await host.OnABreak("counselor1");
        await CutOff(host, aigul);
        host.Leaps(TimeSpan.FromMinutes(11));
        var again = host.Caller();
        await again.Ring();
        await again.Hears("kk/continue-language");
        Assert.DoesNotContain(again.Transcript, clip => clip.Contains("cut-off", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_hung_up_properly_is_not_asked()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        var (caller, _) = await Talks(host, aigul);
        await caller.HangsUp();
        var again = host.Caller();
        await again.Ring();
        await again.Hears("kk/continue-language");
        Assert.DoesNotContain(again.Transcript, clip => clip.Contains("cut-off", StringComparison.Ordinal));
    }

    /// <summary>Her line breaks, and then the caller's.</summary>
    private static async Task CutOff(HelplineHost host, Counselor aigul)
    {
        await aigul.Says("Available");
        var (caller, call) = await Talks(host, aigul);
        await aigul.Phone.HangsUp();
        await host.Passes(TimeSpan.FromSeconds(5));
        await caller.HangsUp();
        await aigul.SeesState(call, "WrapUp");
        await aigul.Finishes(call);
        Assert.True(await host.Reads(db => db.Calls.Where(c => c.Id == call).Select(c => c.CutOff).SingleAsync()));
    }

    private static async Task<(Caller Caller, Guid Call)> Talks(HelplineHost host, Counselor aigul)
    {
        var caller = host.Caller();
        await caller.Ring();
        await caller.Presses("1");
        var call = await aigul.Accepts(await aigul.IsOffered());
        await caller.IsTalkingTo(aigul.UserName);
        await aigul.SeesState(call.CallId, "Talking");
        return (caller, call.CallId);
    }
}
