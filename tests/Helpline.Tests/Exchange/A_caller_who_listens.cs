namespace Helpline.Tests.Exchange;

public class A_caller_who_listens
{
    private const string Menu =
        "<Gather action=\"/chosen\" numDigits=\"1\" timeout=\"5\"><Play>/clips/menu-4.wav</Play><Play>/clips/again-4.wav</Play></Gather>";

    [Fact]
    public async Task Hears_each_clip_for_as_long_as_it_is()
    {
        var line = new Line().On("/voice/incoming", "<Play>/clips/kk/one-3.wav</Play><Pause length=\"2\"/><Play loop=\"2\">/clips/two-1.5.wav</Play>");
        var caller = await line.Rings();
        await caller.Hears("kk/one-3");
        await line.Elapse(4.9);
        Assert.Equal(["clips/kk/one-3"], caller.Transcript);
        await line.Elapse(0.2);
        Assert.Equal("two-1.5", caller.Hearing);
        await line.Elapse(1.5);
        Assert.Equal(3, caller.Transcript.Count);
        await line.Elapse(1.5);
        Assert.Equal("completed", caller.Status);
        var status = line.To("/voice/status").Single();
        Assert.Equal(("completed", "8", "call-progress-events"), (status["CallStatus"], status["CallDuration"], status["CallbackSource"]));
        Assert.Equal("Sun, 22 Nov 2026 09:00:08 +0000", status["Timestamp"]);
    }

    [Fact]
    public async Task Interrupts_a_prompt_by_a_key()
    {
        var line = new Line().On("/voice/incoming", Menu).On("/chosen", "<Hangup/>");
        var caller = await line.Rings();
        await caller.Hears("menu-4");
        await caller.Presses("2");
        await caller.IsHungUp();
        Assert.Equal(["clips/menu-4"], caller.Transcript);
        var chosen = line.To("/chosen").Single();
        Assert.Equal(("2", "", "Gather End", "in-progress"), (chosen["Digits"], chosen["FinishedOnKey"], chosen["msg"], chosen["CallStatus"]));
    }

    [Fact]
    public async Task Who_presses_nothing_goes_on_with_the_next_verb()
    {
        var line = new Line().On("/voice/incoming", Menu + "<Play>/clips/nothing-1.wav</Play>");
        var caller = await line.Rings();
        await line.Elapse(12.9);
        Assert.DoesNotContain("clips/nothing-1", caller.Transcript);
        await caller.Hears("nothing-1");
        Assert.Empty(line.To("/chosen"));
    }

    [Fact]
    public async Task Who_presses_nothing_is_reported_when_the_document_asks_for_it()
    {
        var line = new Line().On("/voice/incoming", "<Gather action=\"/chosen\" timeout=\"3\" actionOnEmptyResult=\"true\"/>").On("/chosen", "<Hangup/>");
        var caller = await line.Rings();
        await caller.IsHungUp();
        Assert.Equal("", line.To("/chosen").Single()["Digits"]);
    }

    [Fact]
    public async Task Ends_a_longer_number_with_the_finishing_key()
    {
        var line = new Line().On("/voice/incoming", "<Gather action=\"/chosen\"/>").On("/chosen", "<Hangup/>");
        var caller = await line.Rings();
        await caller.Presses("7701#");
        await caller.IsHungUp();
        Assert.Equal(("7701", "#"), (line.To("/chosen").Single()["Digits"], line.To("/chosen").Single()["FinishedOnKey"]));
    }

    [Fact]
    public async Task Who_stops_typing_is_taken_at_what_was_typed()
    {
        var line = new Line().On("/voice/incoming", "<Gather action=\"/chosen\" numDigits=\"4\" timeout=\"5\"/>").On("/chosen", "<Hangup/>");
        var caller = await line.Rings();
        await caller.Presses("12");
        await line.Elapse(4.9);
        Assert.Empty(line.To("/chosen"));
        await caller.IsHungUp();
        Assert.Equal("12", line.To("/chosen").Single()["Digits"]);
    }

    [Fact]
    public async Task Presses_in_vain_while_nobody_asks()
    {
        var line = new Line().On("/voice/incoming", "<Play>/clips/long-9.wav</Play><Gather action=\"/chosen\" timeout=\"2\"/>");
        var caller = await line.Rings();
        await caller.Hears("long-9");
        caller.PressesAtOnce("1");
        await caller.IsHungUp();
        Assert.Empty(line.To("/chosen"));
    }

    [Fact]
    public async Task Hears_silence_and_an_error_is_noted_when_a_clip_is_missing()
    {
        var line = new Line().On("/voice/incoming", "<Play>/clips/missing.wav</Play><Play>/clips/there-1.wav</Play>");
        var caller = await line.Rings();
        await caller.Hears("there-1");
        Assert.Contains(line.Errors, e => e.StartsWith("11200 the clip", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_hangs_up_at_a_menu_is_only_reported_as_gone()
    {
        var line = new Line().On("/voice/incoming", Menu);
        var caller = await line.Rings();
        await caller.Hears("menu-4");
        await caller.HangsUp();
        Assert.Equal(["/voice/incoming", "/voice/status"], line.Asked.Select(a => a.Path));
        Assert.Equal(("completed", "0"), (line.Asked[^1]["CallStatus"], line.Asked[^1]["SequenceNumber"]));
    }

    [Fact]
    public async Task Who_hangs_up_while_the_server_thinks_is_gone_before_it_answers()
    {
        var thinking = new TaskCompletionSource<HttpResponseMessage>();
        var line = new Line().On("/voice/incoming", "<Gather action=\"/chosen\" numDigits=\"1\"/>").On("/chosen", _ => thinking.Task);
        var caller = await line.Rings();
        await caller.Presses("1");
        while (line.To("/chosen").Count == 0) await Task.Yield();
        await caller.HangsUp();
        Assert.Single(line.To("/voice/status"));
        thinking.SetResult(Line.TwiMl("<Response><Play>/clips/late-1.wav</Play></Response>"));
        await line.Exchange.Quiet;
        Assert.Empty(caller.Transcript);
    }

    [Theory]
    [InlineData("<Reject/>", "no-answer")]
    [InlineData("<Reject reason=\"busy\"/>", "busy")]
    public async Task May_be_turned_away_without_an_answer(string verbs, string status)
    {
        var line = new Line().On("/voice/incoming", verbs);
        var caller = await line.Rings();
        Assert.Equal(status, caller.Status);
    }

    [Fact]
    public async Task Is_told_what_was_heard_when_a_prompt_never_comes()
    {
        var line = new Line().On("/voice/incoming", "<Play>/clips/one-3.wav</Play><Pause length=\"60\"/>");
        var caller = await line.Rings();
        var story = await Assert.ThrowsAsync<TimeoutException>(() => caller.Hears("two"));
        Assert.Contains("Heard: clips/one-3", story.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Has_every_gap_without_instruction_measured()
    {
        var line = new Line();
        line.On("/voice/incoming", _ =>
        {
            line.Clock.Advance(TimeSpan.FromSeconds(2));
            return "<Play>/clips/one-3.wav</Play>";
        });
        var caller = await line.Rings();
        await caller.Hears("one-3");
        await line.Exchange.Quiet;
        Assert.Equal(TimeSpan.FromSeconds(2), caller.LongestGap);
        Assert.Single(line.Exchange.Journal.Entries, e => e.Kind == Helpline.Exchange.JournalKind.Gap);
    }
}
