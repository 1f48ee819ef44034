using System.Net.Http.Json;
using Helpline.Contracts;
using Helpline.Contracts.Board;
using Helpline.Contracts.Transfers;
using Helpline.Domain.Calls;
using Helpline.Exchange;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Counselors;

public class A_counselor_who_talks_on_her_own_phone
{
    [Fact]
    public async Task Who_puts_it_down_in_mid_talk_may_come_back_in_the_browser_or_the_caller_is_first_again()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.AvailableByPhone();
        var caller = await host.Waits();
        var offer = await aigul.IsOffered();
        for (var time = 0; time < 2; time++)
        {
            if (time > 0) offer = await aigul.IsOffered();
            var phone = await host.Rings();
            phone.PicksUp();
            await phone.Presses("1");
            await aigul.SeesState(offer.CallId, "Talking");
            await phone.HangsUp();
            await host.Until(async () => !(await aigul.Sees(offer.CallId)).ByPhone, "the line to be missed");
            Assert.Equal("Talking", (await aigul.Sees(offer.CallId)).State);
            if (time > 0) break;
            await aigul.SeesState(offer.CallId, "Offered");
            await caller.Hears("kk/counselor-lost");
        }
        var back = await aigul.Posts(Routes.Rejoin(offer.CallId));
        await aigul.Connects((await back.Content.ReadFromJsonAsync<AcceptedOffer>(TestContext.Current.CancellationToken))!.Ticket);
        await caller.IsTalkingTo("counselor1");
    }

    [Fact]
    public async Task Ends_it_by_the_star_without_any_board_and_the_caller_is_not_put_back()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.AvailableByPhone();
        aigul.IsDeaf = true;
        await aigul.DisposeAsync();
        var (caller, phone) = await Talk(host);
        await phone.Presses("*");
        await phone.IsHungUp();
        await caller.Hears("kk/goodbye");
        await caller.IsHungUp();

        Assert.Equal([nameof(CallEvent.CounselorHungUp)], await EndsOfTalk(host));
        Assert.DoesNotContain(caller.Transcript, clip => clip.Contains("counselor-lost", StringComparison.Ordinal));
        Assert.Contains(phone.Transcript, clip => clip.EndsWith("kk/screen-star", StringComparison.Ordinal));
        Assert.Equal("WrapUp", (await aigul.Board())!.MyCall?.State);
        Assert.Empty(host.Exchange.Journal.Errors);
    }

    [Fact]
    public async Task Has_ended_nothing_when_it_is_the_caller_who_hangs_up()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.AvailableByPhone();
        var (caller, phone) = await Talk(host);
        await caller.HangsUp();
        await phone.IsHungUp();
        await host.Passes(TimeSpan.FromSeconds(4));
        Assert.Equal([nameof(CallEvent.CallerLeft)], await EndsOfTalk(host));
        Assert.False(await host.Reads(db => db.Calls.Select(c => c.CutOff).SingleAsync()));
    }

    [Fact]
    public async Task Leaves_the_caller_to_a_colleague_in_the_room_by_the_star()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.AvailableByPhone();
        var (caller, phone) = await Talk(host);
        var call = (await aigul.IsOffered()).CallId;
        await using var dana = await host.Available("counselor2");
        var asked = await aigul.Posts(Routes.AskColleague(call), new AskColleague("counselor2"));
        var transfer = (await asked.Content.ReadFromJsonAsync<TransferCard>(TestContext.Current.CancellationToken))!;
        var accepted = await dana.Posts(Routes.AcceptTransfer(transfer.Id));
        await dana.Connects((await accepted.Content.ReadFromJsonAsync<AcceptedOffer>(TestContext.Current.CancellationToken))!.Ticket);
        await aigul.SeesTransfer("Consulting");
        await phone.Presses("*");
        await dana.SeesTransfer("Completed");
        await caller.IsTalkingTo("counselor2");
        await host.Passes(TimeSpan.FromSeconds(20));
        Assert.Equal(("Talking", "counselor2"), await dana.Sees(call) is var card ? (card.State, card.Counselor) : default);
    }

    /// <summary>The two talk, and the server knows it.</summary>
    private static async Task<(Caller Caller, Phone Phone)> Talk(HelplineHost host)
    {
        var caller = await host.Waits();
        var phone = await host.Rings();
        phone.PicksUp();
        await phone.Hears("kk/screen-star");
        await phone.Presses("1");
        await host.Until(() => host.Reads(db => db.Calls.AnyAsync(c => c.State == CallState.Talking)), "the talk");
        return (caller, phone);
    }

    private static Task<List<string>> EndsOfTalk(HelplineHost host) => host.Reads(db =>
        db.Ledger.Where(e => e.From == nameof(CallState.Talking) && e.To != e.From).Select(e => e.What).ToListAsync());
}
