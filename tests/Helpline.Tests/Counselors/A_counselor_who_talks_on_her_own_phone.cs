using System.Net.Http.Json;
using Helpline.Contracts;
using Helpline.Contracts.Board;
using Helpline.Tests.Support;

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
}
