using Helpline.Domain.Calls;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Privacy;

public class A_withheld_number
{
    [Theory]
    [InlineData("+266696687"), InlineData("266696687"), InlineData("+7378742833"), InlineData("+86282452253"), InlineData("+2562533"), InlineData("+8656696")]
    [InlineData("anonymous"), InlineData("Anonymous"), InlineData("RESTRICTED"), InlineData("unavailable"), InlineData("unknown"), InlineData("blocked"), InlineData("Private")]
    [InlineData(""), InlineData(null), InlineData("+"), InlineData("112"), InlineData("client:counselor1"), InlineData("sip:anonymous@anonymous.invalid"), InlineData("+7701000000a")]
    public void Is_no_number(string? reported) => Assert.Null(CallerNumber.From(reported));

    [Theory, InlineData("+77010000001"), InlineData("77010000001")]
    public void Is_not_taken_for_one_that_was_told(string reported) => Assert.Equal("+77010000001", CallerNumber.From(reported)?.E164);

    [Fact]
    public void Or_any_other_never_prints_itself() => Assert.Equal("…01 …", $"{new CallerNumber("+77010000001")} {default(CallerNumber)}");

    [Fact]
    public async Task Makes_no_repeat_caller_of_two_strangers()
    {
        using var host = HelplineHost.Start();
        foreach (var number in new[] { "anonymous", "+266696687", "+266696687" })
        {
            var caller = host.Caller(number);
            await caller.Ring(withheld: number == "anonymous");
            await caller.HangsUp();
            await host.Passes(TimeSpan.FromSeconds(1));
        }
        foreach (var _ in new[] { 1, 2 })
        {
            var known = host.Caller("+77010000009");
            await known.Ring();
            await known.HangsUp();
            await host.Passes(TimeSpan.FromSeconds(1));
        }
        var calls = await host.Reads(db => db.Calls.OrderBy(c => c.ArrivedAt).ToListAsync());
        Assert.Equal([false, false, false, false, true], calls.Select(c => c.RepeatCaller));
        Assert.All(calls.Take(3), c => Assert.True(c.NumberHash is null && c.SealedNumber is null));
        Assert.All(calls.Skip(3), c => Assert.True(c.NumberHash is not null && c.SealedNumber!.StartsWith("dev:", StringComparison.Ordinal)));
    }
}
