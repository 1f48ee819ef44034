using Helpline.Tests.Line;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Calls;

public class A_caller_at_the_menu
{
    [Theory]
    [InlineData("1", "kk")]
    [InlineData("2", "ru")]
    [InlineData("3", "en")]
    public async Task Is_spoken_to_in_the_language_chosen(string digit, string language)
    {
        using var host = HelplineHost.Start();
        await using var counselor = await host.OnABreak(language == "en" ? "counselor2" : "counselor1");
        var caller = host.Caller();
        await caller.Ring();
        await caller.Presses(digit);
        await caller.Hears($"{language}/privacy");
        await caller.Hears($"{language}/please-hold");
        await caller.Hears($"{language}/place-1");
        await caller.Hears("hold-music");
    }

    [Fact]
    public async Task Who_presses_nothing_or_the_wrong_key_is_asked_twice_more_and_then_queued_in_the_default_language()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.OnABreak();
        var caller = host.Caller();
        await caller.Ring();
        await caller.Presses("8");
        await caller.Hears("en/not-understood");
        await caller.Hears("en/not-understood", TimeSpan.FromMinutes(2));
        await caller.Hears("kk/please-hold", TimeSpan.FromMinutes(2));

        Assert.True(caller.IsOnTheLine);
        Assert.Equal("kk", (await host.Reads(db => db.Calls.SingleAsync())).Language);
    }

    [Fact]
    public async Task Hears_the_place_again_at_any_key_while_waiting()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.OnABreak();
        var first = host.Caller("+77010000001");
        await first.Ring();
        await first.Presses("2");
        await first.Waits();
        var second = host.Caller("+77010000002");
        await second.Ring();
        await second.Presses("2");
        await second.Hears("ru/place-2");
        await second.Hears("hold-music");
        await second.Presses("5");
        await second.Hears("ru/place-2");

        Assert.True(second.LongestGap <= TimeSpan.FromSeconds(15));
        Assert.Empty(host.Exchange.Journal.Errors);
    }

    [Fact]
    public async Task In_danger_hears_the_emergency_number_and_goes_before_everybody()
    {
        using var host = HelplineHost.Start();
        var first = host.Caller("+77010000001");
        await first.Ring();
        await first.Presses("1");
        await first.Waits();
        var inDanger = host.Caller("+77010000002");
        await inDanger.Ring();
        await inDanger.Presses("9");
        await inDanger.Hears("kk/emergency");
        await inDanger.Waits();
        await using var aigul = await host.Available();

        var offer = await aigul.IsOffered();
        Assert.Equal(inDanger.CallSid, await host.Reads(db => db.Calls.Where(c => c.Id == offer.CallId).Select(c => c.CallerLeg).SingleAsync()));
    }
}
