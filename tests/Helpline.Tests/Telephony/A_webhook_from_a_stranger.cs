using System.Net;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Telephony;

public class A_webhook_from_a_stranger
{
    private static readonly (string, string)[] Incoming = [("CallSid", "CA00000000000000000000000000000009"), ("From", "+77010000001"), ("CallStatus", "ringing")];

    [Fact]
    public async Task Is_refused_and_leaves_no_trace_whether_unsigned_wrongly_signed_or_for_another_account()
    {
        using var host = HelplineHost.StartWithProviderAway();
        var provider = host.Provider();
        using var plain = new HttpClient { BaseAddress = host.Address };
        HttpResponseMessage[] answers =
        [
            await plain.PostAsync("/voice/incoming", new FormUrlEncodedContent(Incoming.Select(f => KeyValuePair.Create(f.Item1, f.Item2))), TestContext.Current.CancellationToken),
            await provider.Sends("/voice/incoming", Incoming, authToken: "another token"),
            await provider.Sends("/voice/incoming", [.. Incoming, ("AccountSid", "AC00000000000000000000000000000002")]),
        ];

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Forbidden, a.StatusCode));
        Assert.Equal(0, await host.Reads(async db => await db.Calls.CountAsync() + await db.Inbox.CountAsync() + await db.Ledger.CountAsync(e => e.CallId != null)));
    }

    [Fact]
    public async Task Who_signs_with_the_previous_token_is_no_stranger_while_the_token_is_replaced()
    {
        using var host = HelplineHost.StartWithProviderAway(("Twilio:PreviousAuthToken", "the old token"));
        Assert.Equal(HttpStatusCode.OK, (await host.Provider().Sends("/voice/incoming", Incoming, authToken: "the old token")).StatusCode);
    }

    [Fact]
    public async Task Is_judged_by_the_public_address_and_not_by_what_a_proxy_says()
    {
        using var host = HelplineHost.StartWithProviderAway(("PublicUrl", "https://helpline.example.org"));
        var seen = host.Provider();
        var told = new Provider(host.Address, "AC00000000000000000000000000000001", "test-token") { SignsFor = new Uri("https://helpline.example.org") };

        Assert.Equal(HttpStatusCode.Forbidden, (await seen.Sends("/voice/incoming", Incoming)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await told.Sends("/voice/incoming", Incoming)).StatusCode);
    }
}
