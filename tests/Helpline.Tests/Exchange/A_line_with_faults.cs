using System.Net;
using Helpline.Exchange;
using Microsoft.Extensions.Configuration;

namespace Helpline.Tests.Exchange;

public sealed class A_line_with_faults : RestStory
{
    private Faults Faults => line.Exchange.Faults;

    [Fact]
    public async Task Has_none_unless_it_is_told_to()
    {
        line.On("/voice/incoming", "<Pause length=\"5\"/>");
        await (await line.Rings()).IsHungUp();
        await line.Exchange.Quiet;
        Assert.Single(line.To("/voice/status"));
        Assert.All(Faults.Counts, f => Assert.Equal(0, f.Value));
    }

    [Fact]
    public async Task Loses_a_report()
    {
        line.On("/voice/incoming", "<Hangup/>");
        Faults.Inject(Fault.WebhookDropped);
        await (await line.Rings()).IsHungUp();
        await line.Exchange.Quiet;
        Assert.Empty(line.To("/voice/status"));
        Assert.Equal(1, Faults.Count(Fault.WebhookDropped));
        await (await line.Rings()).IsHungUp();
        await line.Exchange.Quiet;
        Assert.Single(line.To("/voice/status"));
    }

    [Fact]
    public async Task Asks_twice_with_one_token_and_obeys_the_second_answer()
    {
        line.On("/voice/incoming", _ => $"<Play>/clips/answer{line.To("/voice/incoming").Count}-1.wav</Play>");
        Faults.Inject(Fault.WebhookDuplicated);
        var caller = await line.Rings();
        await caller.IsHungUp();
        Assert.Equal(["clips/answer2-1"], caller.Transcript);
        Assert.Equal(2, line.To("/voice/incoming").Count);
        Assert.Single(line.To("/voice/incoming").Select(a => a.Header("I-Twilio-Idempotency-Token")).Distinct());
    }

    [Fact]
    public async Task Tells_of_a_later_thing_first()
    {
        line.On("/voice/incoming", "<Dial><Conference statusCallback=\"/events\" statusCallbackEvent=\"join leave end\">room</Conference></Dial>");
        Faults.Inject(Fault.WebhookReordered);
        await line.Rings();
        await line.Exchange.Quiet;
        await line.Rings("+77010000002");
        await line.Exchange.Quiet;
        Assert.Equal(["2", "1"], line.To("/events").Select(a => a["SequenceNumber"]));
        Assert.Equal(1, Faults.Count(Fault.WebhookReordered));
    }

    [Fact]
    public async Task Brings_a_report_in_the_end_that_nothing_overtakes()
    {
        line.On("/voice/incoming", "<Hangup/>");
        Faults.Inject(Fault.WebhookReordered);
        await (await line.Rings()).IsHungUp();
        await line.Elapse(1.9);
        Assert.Empty(line.To("/voice/status"));
        await line.Elapse(0.2);
        await line.Exchange.Quiet;
        Assert.Single(line.To("/voice/status"));
        Assert.Equal(0, Faults.Count(Fault.WebhookReordered));
    }

    [Fact]
    public async Task Gives_up_a_question_after_fifteen_seconds_and_asks_the_fallback_before_the_question_arrives()
    {
        line.On("/voice/incoming", "<Play>/clips/never-1.wav</Play>").On("/voice/fallback", "<Pause length=\"60\"/>");
        Faults.Inject(Fault.WebhookLate);
        var caller = await line.Rings();
        await line.Elapse(30);
        Assert.Equal(["/voice/fallback", "/voice/incoming"], line.Asked.Select(a => a.Path));
        Assert.Equal(("11200", $"{Line.Server}/voice/incoming"), (line.Asked[0]["ErrorCode"], line.Asked[0]["ErrorUrl"]));
        Assert.Empty(caller.Transcript);
        Assert.Equal(15, caller.LongestGap.TotalSeconds, 0.1);
    }

    [Theory]
    [InlineData(Fault.WebhookUnreachable, 1, 1, null)]
    [InlineData(Fault.WebhookUnreachable, 2, 0, "11205")]
    [InlineData(Fault.WebhookBadGateway, 1, 1, "11200")]
    public async Task Breaks_the_connection(Fault fault, int times, int arrived, string? error)
    {
        line.On("/voice/incoming", "<Hangup/>").On("/voice/fallback", "<Hangup/>");
        Faults.Inject(fault, times);
        await (await line.Rings()).IsHungUp();
        Assert.Equal((arrived, error), (line.To("/voice/incoming").Count, line.To("/voice/fallback").SingleOrDefault()?["ErrorCode"]));
        Assert.Equal(times, Faults.Count(fault));
    }

    [Fact]
    public async Task Loses_the_caller_at_the_moment_of_a_command()
    {
        line.On("/voice/incoming", "<Pause length=\"600\"/>");
        var caller = await line.Rings();
        Faults.Inject(Fault.RestCallGone);
        var (status, error) = await Post($"Calls/{caller.CallSid}.json", ("Url", $"{Line.Server}/join"));
        Assert.Equal((HttpStatusCode.BadRequest, 21220, "completed"), (status, (int)error["code"]!, caller.Status));
    }

    [Fact]
    public async Task Obeys_a_command_and_does_not_answer_it()
    {
        line.On("/voice/incoming", "<Pause length=\"600\"/>").On("/join", "<Play>/clips/hello-3.wav</Play>");
        var caller = await line.Rings();
        Faults.Inject(Fault.RestTimeout);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var form = new FormUrlEncodedContent([new("Url", $"{Line.Server}/join")]);
        var asked = http.PostAsync($"Calls/{caller.CallSid}.json", form, patience.Token);
        // The command comes in its own time, which the caller's clock must not run ahead of.
        while (Faults.Count(Fault.RestTimeout) == 0) await Task.Delay(10, TestContext.Current.CancellationToken);
        await caller.Hears("hello-3");
        Assert.False(asked.IsCompleted);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
        Assert.Equal(1, Faults.Count(Fault.RestTimeout));
    }

    [Fact]
    public async Task Lists_a_conference_and_its_people_late()
    {
        line.Options.Faults.ListLag = TimeSpan.FromMilliseconds(1500);
        line.On("/voice/incoming", "<Dial><Conference>room</Conference></Dial>");
        await line.Rings();
        await line.Exchange.Quiet;
        var sid = line.Exchange.Conferences.All.Single().Sid;
        Assert.Empty((await Get("Conferences.json?FriendlyName=room"))["conferences"]!.AsArray());
        Assert.Empty((await Get($"Conferences/{sid}/Participants.json"))["participants"]!.AsArray());
        await line.Elapse(1.5);
        Assert.Single((await Get("Conferences.json?FriendlyName=room"))["conferences"]!.AsArray());
        Assert.Single((await Get($"Conferences/{sid}/Participants.json"))["participants"]!.AsArray());
        Assert.Equal(2, Faults.Count(Fault.ListLag));
    }

    [Fact]
    public async Task Starts_one_call_a_second()
    {
        line.Options.Faults.OneCallASecond = true;
        foreach (var n in new[] { 1, 2, 3 })
        {
            var (_, call) = await Post("Calls.json", ("To", $"+7701000000{n}"), ("From", line.Options.LineNumber), ("Url", $"{Line.Server}/x"));
            Assert.Equal($"{(n - 1) * 1000}", (string?)call["queue_time"]);
        }
        await line.Exchange.Quiet;
        foreach (var ringing in new[] { 1, 2, 3 })
        {
            Assert.Equal(ringing, line.Exchange.Legs.Live.Count(l => l.IsRung));
            await line.Elapse(1);
        }
        Assert.Equal(2, Faults.Count(Fault.CallQueued));
    }

    [Fact]
    public async Task Loses_a_caller_between_two_instructions()
    {
        line.Options.Faults.Chances[Fault.HangUp] = 1;
        line.On("/voice/incoming", "<Play>/clips/never-1.wav</Play>");
        var caller = await line.Rings();
        await caller.IsHungUp();
        await line.Exchange.Quiet;
        Assert.Empty(caller.Transcript);
        Assert.Equal("no-answer", line.To("/voice/status").Single()["CallStatus"]);
    }

    [Fact]
    public async Task Counts_the_callbacks_that_never_count()
    {
        line.On("/later", "").On("/voice/incoming", a =>
            $"<Dial><Conference statusCallback=\"{(a["From"] == Line.Number ? "/events" : "/later")}\">room</Conference></Dial>");
        await line.Rings();
        await line.Rings("+77010000002");
        await line.Exchange.Quiet;
        Assert.Equal((1, 0), (Faults.Count(Fault.CallbackIgnored), line.To("/later").Count));
    }

    [Fact]
    public void Has_the_same_faults_by_the_same_seed()
    {
        Assert.Equal(Struck(7), Struck(7));
        Assert.NotEqual(Struck(7), Struck(8));
        Assert.InRange(Struck(7).Count(s => s), 60, 140);
    }

    [Fact]
    public void Is_told_its_faults_by_the_settings()
    {
        var options = new ExchangeOptions();
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Exchange:Faults:Seed"] = "42",
            ["Exchange:Faults:Chances:WebhookDropped"] = "0.25",
            ["Exchange:Faults:ListLag"] = "00:00:01.5",
            ["Exchange:Faults:OneCallASecond"] = "true",
        }).Build().GetSection("Exchange:Faults").Bind(options.Faults);
        Assert.Equal((42, 0.25, 1.5, true),
            (options.Faults.Seed, options.Faults.Chances[Fault.WebhookDropped], options.Faults.ListLag.TotalSeconds, options.Faults.OneCallASecond));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Needs_a_chance_that_is_one(double chance) =>
        Assert.Throws<ArgumentException>(() => new Faults(new FaultOptions { Chances = { [Fault.HangUp] = chance } }));

    private static bool[] Struck(int seed)
    {
        var faults = new Faults(new FaultOptions { Seed = seed, Chances = { [Fault.WebhookDropped] = 0.1 } });
        return [.. Enumerable.Range(0, 1000).Select(_ => faults.Strike(Fault.WebhookDropped))];
    }
}
