using System.Text;
using Helpline.Server.Telephony.Twilio;
using static Helpline.Tests.Telephony.Twilio.ScriptedTwilio;

namespace Helpline.Tests.Telephony.Twilio;

public class A_rest_call
{
    private const string Leg = "CA00000000000000000000000000000001";
    private const string Number = "+77010000001";
    private static readonly Uri Join = new("https://helpline.example.org/voice/join?seq=1&b=2#rc=1");

    private static Task<TwilioReply> Move(TwilioApi api) => api.Redirect(Leg, Join, TestContext.Current.CancellationToken);

    [Fact]
    public async Task Says_who_we_are_and_what_to_do()
    {
        var twilio = new ScriptedTwilio(Answers(200));

        Assert.IsType<TwilioReply.Ok>(await twilio.Hears(Move));

        var sent = Assert.Single(twilio.Requests);
        Assert.Equal("POST", sent.Method);
        Assert.Equal($"https://twilio.example/rest/2010-04-01/Accounts/{Account}/Calls/{Leg}.json", sent.Url.AbsoluteUri);
        Assert.Equal("Basic " + Convert.ToBase64String("SK00000000000000000000000000000002:secret"u8), sent.Authorization);
        Assert.Equal("Url=https%3A%2F%2Fhelpline.example.org%2Fvoice%2Fjoin%3Fseq%3D1%26b%3D2%23rc%3D1&Method=POST", sent.Body);
    }

    [Fact]
    public async Task Uses_the_account_token_when_there_is_no_api_key()
    {
        var twilio = new ScriptedTwilio(Answers(200));
        twilio.Settings.Remove("Twilio:ApiKeySid");
        twilio.Settings.Remove("Twilio:ApiKeySecret");

        await twilio.Hears(Move);

        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Account}:token")), twilio.Requests.Single().Authorization);
    }

    [Fact]
    public async Task That_nobody_waits_for_any_more_is_cancelled()
    {
        using var stop = new CancellationTokenSource();
        var twilio = new ScriptedTwilio(async token =>
        {
            await stop.CancelAsync();
            return await Silence(token);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => twilio.Hears(api => api.Find(Leg, stop.Token)));
    }

    [Fact]
    public async Task Writes_no_number_and_no_leg_into_the_log()
    {
        var twilio = new ScriptedTwilio(Answers(429), Fails(HttpRequestError.ConnectionError), Answers(500, $$"""{"message":"{{Number}}"}"""));

        var call = new NewCall(Number, Number, Join);
        await twilio.Hears(api => api.Call(call, TestContext.Current.CancellationToken));
        await twilio.Hears(api => api.Redirect(Leg, Join, TestContext.Current.CancellationToken));

        Assert.Contains(twilio.Log.Lines, line => line.Text.Contains("OnRetry", StringComparison.Ordinal));
        Assert.DoesNotContain(twilio.Log.Lines, line => line.Text.Contains("7701", StringComparison.Ordinal) || line.Text.Contains(Leg, StringComparison.Ordinal));
        Assert.DoesNotContain("7701", $"{call} {new NewParticipant(Number, Number)} {new NewMessage(Number, Number, Number)}", StringComparison.Ordinal);
    }
}
