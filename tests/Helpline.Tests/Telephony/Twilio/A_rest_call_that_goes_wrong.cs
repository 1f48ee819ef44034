using System.Net;
using Helpline.Server.Telephony.Twilio;
using static Helpline.Tests.Telephony.Twilio.ScriptedTwilio;

namespace Helpline.Tests.Telephony.Twilio;

public class A_rest_call_that_goes_wrong
{
    private const string Leg = "CA00000000000000000000000000000001";
    private static readonly Uri Join = new("https://helpline.example.org/voice/join?seq=1&b=2#rc=1");

    private static Task<TwilioReply> Move(TwilioApi api) => api.Redirect(Leg, Join, TestContext.Current.CancellationToken);

    private static Task<TwilioReply> Look(TwilioApi api) => api.Find(Leg, TestContext.Current.CancellationToken);

    private static Task<TwilioReply> Kick(TwilioApi api) => api.Kick("CF1", Leg, TestContext.Current.CancellationToken);

    [Fact]
    public async Task Turned_away_for_haste_is_repeated()
    {
        var twilio = new ScriptedTwilio(Answers(429, """{"code":20429}"""), Answers(429), Answers(200));

        Assert.IsType<TwilioReply.Ok>(await twilio.Hears(Move));
        Assert.Equal(3, twilio.Requests.Count);
        Assert.Single(twilio.Requests.Distinct());
        Assert.InRange(twilio.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task Turned_away_again_and_again_was_not_taken()
    {
        var twilio = new ScriptedTwilio(Answers(429));

        Assert.IsType<TwilioReply.NotTaken>(await twilio.Hears(Move));
        Assert.Equal(4, twilio.Requests.Count);
    }

    [Fact]
    public async Task Waits_as_long_as_it_is_asked_to()
    {
        var twilio = new ScriptedTwilio(Answers(429, retryAfter: "2"), Answers(200));

        Assert.IsType<TwilioReply.Ok>(await twilio.Hears(Move));
        Assert.InRange(twilio.Elapsed, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4));
    }

    [Fact]
    public async Task Asked_to_wait_too_long_is_given_back_at_once()
    {
        var twilio = new ScriptedTwilio(Answers(429, retryAfter: "60"), Answers(200));

        Assert.Equal(new TwilioReply.NotTaken(TimeSpan.FromMinutes(1)), await twilio.Hears(Move));
        Assert.Single(twilio.Requests);
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError)]
    [InlineData(HttpRequestError.NameResolutionError)]
    [InlineData(HttpRequestError.SecureConnectionError)]
    public async Task That_found_no_connection_is_repeated(HttpRequestError error)
    {
        var twilio = new ScriptedTwilio(Fails(error), Answers(200));

        Assert.IsType<TwilioReply.Ok>(await twilio.Hears(Move));
        Assert.Equal(2, twilio.Requests.Count);
    }

    [Fact]
    public async Task That_never_finds_a_connection_was_not_taken()
    {
        var twilio = new ScriptedTwilio(Fails(HttpRequestError.ConnectionError));

        Assert.IsType<TwilioReply.NotTaken>(await twilio.Hears(Move));
        Assert.Equal(4, twilio.Requests.Count);
    }

    [Fact]
    public async Task That_changes_something_and_gets_no_answer_is_sent_once()
    {
        var twilio = new ScriptedTwilio(Silence, Answers(200));

        Assert.IsType<TwilioReply.Unknown>(await twilio.Hears(Move));
        Assert.Single(twilio.Requests);
        Assert.InRange(twilio.Elapsed, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(8));
    }

    [Theory]
    [InlineData(HttpRequestError.ResponseEnded)]
    [InlineData(HttpRequestError.InvalidResponse)]
    [InlineData(HttpRequestError.Unknown)]
    public async Task That_changes_something_and_is_cut_off_is_sent_once(HttpRequestError error)
    {
        var twilio = new ScriptedTwilio(Fails(error), Answers(200));

        Assert.IsType<TwilioReply.Unknown>(await twilio.Hears(Move));
        Assert.Single(twilio.Requests);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    public async Task That_changes_something_and_breaks_twilio_is_sent_once(int status)
    {
        var twilio = new ScriptedTwilio(Answers(status), Answers(200));

        Assert.IsType<TwilioReply.Unknown>(await twilio.Hears(Move));
        Assert.Single(twilio.Requests);
    }

    [Fact]
    public async Task Whose_answer_stalls_half_way_is_sent_once()
    {
        var twilio = new ScriptedTwilio(_ => Task.FromResult(new HttpResponseMessage { Content = new StalledContent() }));

        Assert.IsType<TwilioReply.Unknown>(await twilio.Hears(Move));
        Assert.Single(twilio.Requests);
        Assert.InRange(twilio.Elapsed, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(8));
    }

    [Fact]
    public async Task That_only_looks_is_repeated_whatever_went_wrong()
    {
        var twilio = new ScriptedTwilio(Answers(503), Silence, Fails(HttpRequestError.ResponseEnded), Answers(200));

        Assert.IsType<TwilioReply.Ok>(await twilio.Hears(Look));
        Assert.Equal(4, twilio.Requests.Count);
    }

    [Fact]
    public async Task That_kicks_is_repeated_and_finds_the_leg_gone()
    {
        var twilio = new ScriptedTwilio(Silence, Answers(404, """{"code":20404,"status":404}"""));

        Assert.IsType<TwilioReply.Gone>(await twilio.Hears(Kick));
        Assert.Equal(2, twilio.Requests.Count);
    }

    [Fact]
    public async Task Is_over_after_twelve_seconds()
    {
        var twilio = new ScriptedTwilio(Silence);

        Assert.IsType<TwilioReply.Unknown>(await twilio.Hears(Look));
        Assert.InRange(twilio.Elapsed, TimeSpan.FromSeconds(11), TimeSpan.FromSeconds(15));
    }

    private sealed class StalledContent : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, default);

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            await stream.WriteAsync("{"u8.ToArray(), cancellationToken);
            await Silence(cancellationToken);
        }

        protected override bool TryComputeLength(out long length) => (length = 0) != 0;
    }
}
