using System.Net;
using System.Net.WebSockets;
using Helpline.Exchange;

namespace Helpline.Tests.Exchange;

/// <summary>Who hears whom, as the browsers are told; the voices themselves are for Helpline.Browser.</summary>
public sealed class A_voice : IAsyncLifetime
{
    private readonly Line line = new Line().On("/voice/incoming", a => a["From"]!.EndsWith('9')
            ? "<Play>/clips/menu-60.wav</Play>"
            : "<Dial><Conference>room</Conference></Dial>");

    private ExchangeHost host = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Conference Room => line.Exchange.Conferences.All.Single();

    public async ValueTask InitializeAsync()
    {
        line.Options.Voice.IceServers.Add(new IceServer("stun:stun.example.org"));
        host = await ExchangeHost.Start(line);
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Goes_to_whoever_shares_the_conference_and_one_side_offers()
    {
        using var one = await Rings("+77010000001");
        Assert.Empty(one.Peers);
        using var other = await Rings("+77010000002");
        await one.Learns(() => one.Peers.Any());
        var (mine, theirs) = (one.Peers.Single(), other.Peers.Single());
        Assert.Equal((true, true, true, true), ((bool)mine["hears"]!, (bool)mine["heard"]!, (bool)theirs["hears"]!, (bool)theirs["heard"]!));
        Assert.NotEqual((bool)mine["offers"]!, (bool)theirs["offers"]!);
        Assert.Equal("stun:stun.example.org", (string?)one.Hello["iceServers"]![0]!["urls"]);
        Assert.Null(one.Hello["iceServers"]![0]!["username"]);
    }

    [Fact]
    public async Task Of_somebody_rung_for_the_conference_goes_to_both_who_talk_there()
    {
        using var one = await Rings("+77010000001");
        using var other = await Rings("+77010000002");
        using var http = host.Client($"rest/2010-04-01/Accounts/{line.Options.AccountSid}/");
        http.DefaultRequestHeaders.Authorization = RestStory.Basic(line.Options.ApiKeySid, line.Options.ApiKeySecret);
        using var form = new FormUrlEncodedContent([new("To", "+77010000003"), new("From", line.Options.LineNumber)]);
        (await http.PostAsync("Conferences/room/Participants.json", form, Stop)).EnsureSuccessStatusCode();
        var phone = line.Exchange.Phone("+77010000003");
        await phone.IsRung();
        phone.PicksUp();
        await line.Exchange.Quiet;
        using var third = await Ear.Of(host, Key("+77010000003"));
        await third.Learns(() => third.Peers.Count() == 2);
        foreach (var ear in new[] { one, other, third }) await ear.Learns(() => ear.Peers.Count() == 2 && ear.Peers.All(p => (bool)p["hears"]! && (bool)p["heard"]!));
    }

    [Fact]
    public async Task Of_a_muted_participant_is_heard_by_nobody()
    {
        using var one = await Rings("+77010000001");
        using var other = await Rings("+77010000002");
        Room.Change(Room.Participants[0], "mute", "participant-mute", p => p.Muted = true);
        await IsSo(other, hears: false, heard: true);
        await IsSo(one, hears: true, heard: false);
        Room.Change(Room.Participants[0], "mute", "participant-unmute", p => p.Muted = false);
        await IsSo(other, hears: true, heard: true);
        Room.Participants[0].Leg.Mutes(true);
        await IsSo(other, hears: false, heard: true);
    }

    [Fact]
    public async Task Stops_both_ways_on_hold()
    {
        using var one = await Rings("+77010000001");
        using var other = await Rings("+77010000002");
        Room.Change(Room.Participants[0], "hold", "participant-hold", p => p.Hold = true);
        await IsSo(one, hears: false, heard: false);
        await IsSo(other, hears: false, heard: false);
    }

    [Fact]
    public async Task Of_a_coach_reaches_one_alone_and_nobody_when_that_one_is_gone()
    {
        using var caller = await Rings("+77010000001");
        using var counselor = await Rings("+77010000002");
        using var coach = await Rings("+77010000003");
        await caller.Learns(() => caller.Peers.Count() == 2);
        await counselor.Learns(() => counselor.Peers.Count() == 2);
        var coached = Room.Participants[1];
        Room.Change(Room.Participants[2], "modify", "participant-modify", p => (p.Coaching, p.CoachedCall) = (true, coached.Leg.Sid));
        await caller.Learns(() => caller.Peers.Count(p => (bool)p["hears"]!) == 1);
        await coach.Learns(() => coach.Peers.Count(p => (bool)p["heard"]!) == 1);
        Assert.All(coach.Peers, p => Assert.True((bool)p["hears"]!));
        Assert.All(counselor.Peers, p => Assert.True((bool)p["hears"]!));
        Switchboard.HangUp(coached.Leg);
        await coach.Learns(() => coach.Peers.Count() == 1);
        Assert.False((bool)coach.Peers.Single()["heard"]!);
    }

    [Fact]
    public async Task Is_told_which_clip_to_play_and_when_to_stop()
    {
        using var ear = await Rings("+77010000009");
        Assert.Equal(60, (double)ear.News["clip"]!["seconds"]!);
        Assert.NotEmpty(await Get((string)ear.News["clip"]!["address"]!));
        var leg = line.Exchange.Legs.Live.Single();
        line.On("/next", "<Pause length=\"60\"/>");
        leg.Redirects(new Fetch(new Uri($"{Line.Server}/next"), HttpMethod.Post, [], "next"));
        await ear.Learns(() => ear.News["clip"] is null);
    }

    [Fact]
    public async Task Signals_reach_those_in_the_conference_and_no_one_else()
    {
        using var one = await Rings("+77010000001");
        using var other = await Rings("+77010000002");
        using var stranger = await Rings("+77010000009");
        var id = (string)other.Peers.Single()["id"]!;
        await stranger.Says(id, new { candidate = "from outside" });
        await other.Says("nobody", new { candidate = "to nobody" });
        await other.Says(id, new { candidate = "c1" });
        var signal = await one.Signal();
        Assert.Equal("c1", (string?)signal["signal"]!["candidate"]);
        Assert.Equal((string?)one.Peers.Single()["id"], (string?)signal["from"]);
        Assert.False(one.HasSignals);
    }

    [Fact]
    public async Task Is_carried_by_the_newest_browser_of_its_leg()
    {
        using var before = await Rings("+77010000001");
        using var other = await Rings("+77010000002");
        var id = (string?)other.Peers.Single()["id"];
        using var now = await Ear.Of(host, Key("+77010000001"));
        await before.IsClosed();
        Assert.Equal(4000, (int?)before.Closed);
        await other.Learns(() => (string?)other.Peers.Single()["id"] != id);
        Assert.Single(now.Peers);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{\"body\":{}}")]
    [InlineData("[1]")]
    public async Task That_talks_nonsense_is_let_go_and_the_call_is_not(string nonsense)
    {
        using var ear = await Rings("+77010000001");
        await ear.Sends(nonsense);
        await Assert.ThrowsAnyAsync<WebSocketException>(ear.IsClosed);
        using var again = await Ear.Of(host, Key("+77010000001"));
        Assert.False(line.Exchange.Legs.Live.Single().IsOver);
    }

    [Fact]
    public async Task Ends_with_its_call()
    {
        using var ear = await Rings("+77010000001");
        Switchboard.HangUp(line.Exchange.Legs.Live.Single());
        await ear.IsClosed();
        Assert.Equal(WebSocketCloseStatus.NormalClosure, ear.Closed);
    }

    [Fact]
    public async Task Does_not_keep_a_host_from_stopping()
    {
        using var ear = await Rings("+77010000001");
        await host.Stop().WaitAsync(TimeSpan.FromSeconds(5), Stop);
    }

    [Fact]
    public async Task Is_not_for_whoever_does_not_know_the_key()
    {
        using var ear = await Rings("+77010000001");
        var leg = line.Exchange.Legs.Live.Single();
        await Assert.ThrowsAsync<WebSocketException>(() => Ear.Of(host, leg.Sid));
        using var http = host.Client();
        Assert.Equal(HttpStatusCode.BadRequest, (await http.GetAsync($"voice/legs/{leg.Key}", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("voice/legs/x", Stop)).StatusCode);
    }

    private async Task<Ear> Rings(string number)
    {
        await line.Rings(number);
        await line.Exchange.Quiet;
        return await Ear.Of(host, Key(number));
    }

    private string Key(string number) => line.Exchange.Legs.Live.Single(l => l.Phone == number).Key;

    private async Task<byte[]> Get(string path)
    {
        using var http = host.Client();
        return await http.GetByteArrayAsync(path, Stop);
    }

    private static Task IsSo(Ear ear, bool hears, bool heard) =>
        ear.Learns(() => ear.Peers.Any() && ear.Peers.All(p => (bool)p["hears"]! == hears && (bool)p["heard"]! == heard));
}
