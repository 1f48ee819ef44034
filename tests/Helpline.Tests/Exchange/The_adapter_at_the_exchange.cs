using Helpline.Server.Telephony.Twilio;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Tests.Exchange;

/// <summary>Both sides of the protocol are ours: here one talks to the other.</summary>
public sealed class The_adapter_at_the_exchange : RestStory
{
    private ServiceProvider services = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private TwilioApi Twilio => services.GetRequiredService<TwilioApi>();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var address = http.BaseAddress!.AbsoluteUri;
        services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Twilio:AccountSid"] = line.Options.AccountSid,
            ["Twilio:AuthToken"] = line.Options.AuthToken,
            ["Twilio:ApiBaseUrl"] = address[..address.IndexOf("/2010", StringComparison.Ordinal)],
        }).Build()).AddTwilioApi().Services.BuildServiceProvider();
    }

    public override async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task Rings_somebody_for_a_room_puts_them_on_hold_and_lets_them_go()
    {
        line.On("/hold", "<Play>/clips/hold-5.wav</Play>").On("/words", "<Play>/clips/words-2.wav</Play>").On("/leg", "");
        var added = await Ok(Twilio.AddParticipant("hv-1", new(
            Line.Number, line.Options.LineNumber, "caller", true, true, false, false, true, null, Url("leg"), Url("events"), TimeSpan.FromSeconds(30), TimeSpan.FromHours(1)), Stop));
        var person = line.Exchange.Phone(Line.Number);
        await person.IsRung();
        Assert.Equal((person.CallSid, "caller"), (TwilioParticipant.From(added).CallSid, TwilioParticipant.From(added).Label));
        person.PicksUp();
        await Ok(Twilio.AddParticipant("hv-1", new("client:counselor1", line.Options.LineNumber), Stop));
        var browser = line.Exchange.Browser("counselor1");
        await browser.IsRung();
        browser.PicksUp();
        await browser.IsTalkingTo(Line.Number);

        var room = TwilioConference.ListFrom(await Ok(Twilio.FindConferences("hv-1", "in-progress", Stop))).Single();
        await Ok(Twilio.UpdateParticipant(room.Sid, "caller", new(Hold: true, HoldUrl: Url("hold")), Stop));
        await person.Hears("hold-5");
        Assert.True(TwilioParticipant.ListFrom(await Ok(Twilio.Participants(room.Sid, Stop))).Single(p => p.Label == "caller").Hold);
        await Ok(Twilio.UpdateParticipant(room.Sid, "caller", new(Hold: false), Stop));
        await Ok(Twilio.UpdateParticipant(room.Sid, "caller", new(AnnounceUrl: Url("words")), Stop));
        await person.Hears("words-2");
        await Ok(Twilio.Kick(room.Sid, browser.CallSid, Stop));
        await browser.IsHungUp();
        Assert.True(person.IsOnTheLine);
        await Ok(Twilio.EndConference(room.Sid, Stop));
        await person.IsHungUp();
        Assert.IsType<TwilioReply.Gone>(await Twilio.Kick(room.Sid, "caller", Stop));
    }

    [Fact]
    public async Task Fetches_a_message_and_deletes_it()
    {
        line.On("/recorded", "<Hangup/>").On("/voice/incoming", "<Record action=\"/recorded\" finishOnKey=\"#\"/>");
        var caller = await line.Rings();
        await caller.Speaks(TimeSpan.FromSeconds(3));
        await caller.Presses("#");
        await caller.IsHungUp();
        var sid = line.To("/recorded").Single()["RecordingSid"]!;
        var found = Assert.Single(TwilioRecording.ListFrom(await Ok(Twilio.FindRecordings(caller.CallSid, Stop))));
        Assert.Equal((sid, caller.CallSid, "completed", 3, true), (found.Sid, found.CallSid, found.Status, found.Seconds, found.IsMessage));
        Assert.NotNull(found.StartTime);
        var (reply, wav) = await Twilio.Listen(sid, Stop);
        Assert.IsType<TwilioReply.Ok>(reply);
        Assert.Equal(TimeSpan.FromSeconds(3), Helpline.Exchange.Wav.Length(wav));
        await Ok(Twilio.DeleteRecording(sid, Stop));
        Assert.IsType<TwilioReply.Gone>(await Twilio.DeleteRecording(sid, Stop));
    }

    [Fact]
    public async Task Places_a_call_that_somebody_takes()
    {
        line.On("/screen", "<Gather action=\"/key\" numDigits=\"1\"/>").On("/key", "<Hangup/>").On("/leg", "");
        var call = TwilioCall.From(await Ok(Twilio.Call(new(
            Line.Number, line.Options.LineNumber, Url("screen"), Url("fallback"), Url("leg"), TimeSpan.FromSeconds(20), TimeSpan.FromHours(4)), Stop)));
        var person = line.Exchange.Phone(Line.Number);
        await person.IsRung();
        person.PicksUp();
        await person.Presses("1");
        await person.IsHungUp();
        Assert.Equal(call.Sid, line.To("/key").Single()["CallSid"]);
        Assert.True(TwilioCall.From(await Ok(Twilio.Find(call.Sid, Stop))).IsOver);
        Assert.IsType<TwilioReply.Gone>(await Twilio.Redirect(call.Sid, Url("screen"), Stop));
    }

    private static Uri Url(string path) => new($"{Line.Server}/{path}");

    private static async Task<System.Text.Json.JsonElement> Ok(Task<TwilioReply> reply) => Assert.IsType<TwilioReply.Ok>(await reply).Json;
}
