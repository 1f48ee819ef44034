using System.Net;
using Helpline.Contracts;
using Helpline.Contracts.Accounts;
using Helpline.Contracts.Counselors;
using Helpline.Domain.Offers;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Counselors;

public class The_number_of_a_counselor
{
    [Fact]
    public async Task Is_sealed_and_shown_to_nobody_but_for_its_last_two_digits()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.AvailableByPhone();
        await using var admin = await host.SignIn("admin");
        Assert.Equal("21", (await aigul.Gets<OwnPhoneCard>(Routes.MyPhone)).Ending);
        var account = (await admin.Gets<List<AccountCard>>(Routes.Accounts)).Single(a => a.UserName == "counselor1");
        Assert.Equal("21", account.PhoneEnding);
        Assert.DoesNotContain("7654321", await host.Reads(async db => (await db.Users.SingleAsync(a => a.UserName == "counselor1")).SealedPhone));

        var change = new AccountChange(account.DisplayName, account.Roles, account.Languages, false, Phone: "8 (701) 234 56 78");
        Assert.Contains("\"phoneEnding\":\"78\"", await (await admin.Puts(Routes.Account(account.Id), change)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        await admin.Puts(Routes.Account(account.Id), change with { Phone = "" });
        Assert.Null((await aigul.Gets<OwnPhoneCard>(Routes.MyPhone)).Ending);
        Assert.Equal("Off", (await aigul.Board())!.Me.Phone);
    }

    [Theory]
    [InlineData("12345", null)]
    [InlineData("nobody", true)]
    [InlineData(null, true)]
    public async Task That_nobody_can_call_is_refused_and_not_repeated(string? number, bool? on)
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        var answer = await aigul.Puts(Routes.MyPhone, new OwnPhoneChange(number, on));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        if (number is not null) Assert.DoesNotContain(number, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("Off", (await aigul.Board())!.Me.Phone);
    }

    [Fact]
    public async Task That_turns_out_to_be_nobodys_is_tried_once_and_she_is_told()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.AvailableByPhone(number: "+15005550001");
        await host.Passes(TimeSpan.FromSeconds(1));
        await using var dana = await host.Available("counselor2");
        var caller = await host.Waits();
        await dana.IsOffered();

        Assert.True(caller.IsOnTheLine);
        Assert.Equal("Failed", (await aigul.Board())!.Me.Phone);
        await host.Until(() => Task.FromResult(aigul.Moves.Any(m => m.Phone == "Failed")), "her board to be told");
        Assert.Equal((true, 0), await host.Reads(async db => (
            (await db.Offers.SingleAsync(o => o.Counselor == "counselor1")).State is OfferState.Unacknowledged or OfferState.Expired,
            (await db.Presences.SingleAsync(p => p.UserName == "counselor1")).Missed)));

        await aigul.Puts(Routes.MyPhone, new OwnPhoneChange(ByPhone.Number));
        Assert.Equal("Off", (await aigul.Board())!.Me.Phone);
    }
}
