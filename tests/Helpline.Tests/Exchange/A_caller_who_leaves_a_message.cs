namespace Helpline.Tests.Exchange;

public sealed class A_caller_who_leaves_a_message : RestStory
{
    [Fact]
    public async Task Is_recorded_until_the_finishing_key()
    {
        var caller = await Beeps();
        await caller.Speaks(TimeSpan.FromSeconds(8));
        await caller.Presses("#");
        await caller.Hears("thanks-2");
        await line.Exchange.Quiet;
        var (done, told) = (line.To("/recorded").Single(), line.To("/recording").Single());
        Assert.Equal(("8", "#", "in-progress"), (done["RecordingDuration"], done["Digits"], done["CallStatus"]));
        Assert.Equal(("completed", "8", done["RecordingSid"], caller.CallSid), (told["RecordingStatus"], told["RecordingDuration"], told["RecordingSid"], told["CallSid"]));
        Assert.Equal($"{Line.Server}/exchange/rest/2010-04-01/Accounts/{line.Options.AccountSid}/Recordings/{done["RecordingSid"]}", done["RecordingUrl"]);
    }

    [Fact]
    public async Task Is_recorded_until_silence_which_is_left_out()
    {
        var caller = await Beeps();
        await caller.Speaks(TimeSpan.FromSeconds(3));
        await caller.Speaks(TimeSpan.FromSeconds(4));
        await line.Elapse(4.9);
        Assert.Empty(line.To("/recorded"));
        await caller.Hears("thanks-2");
        Assert.Equal(("7", ""), (line.To("/recorded").Single()["RecordingDuration"], line.To("/recorded").Single()["Digits"]));
    }

    [Fact]
    public async Task Is_cut_short_at_the_longest_time()
    {
        var caller = await Beeps();
        await caller.Speaks(TimeSpan.FromSeconds(90));
        await caller.Hears("thanks-2");
        Assert.Equal("60", line.To("/recorded").Single()["RecordingDuration"]);
    }

    [Fact]
    public async Task Keeps_what_was_said_before_hanging_up()
    {
        var caller = await Beeps();
        await caller.Speaks(TimeSpan.FromSeconds(6));
        await caller.HangsUp();
        await line.Exchange.Quiet;
        Assert.Equal(("hangup", "6", "completed"),
            (line.To("/recorded").Single()["Digits"], line.To("/recorded").Single()["RecordingDuration"], line.To("/recorded").Single()["CallStatus"]));
        Assert.Equal("completed", line.To("/recording").Single()["RecordingStatus"]);
    }

    [Fact]
    public async Task Who_says_nothing_leaves_none_and_goes_on_with_the_next_verb()
    {
        var caller = await Beeps();
        await caller.Hears("nothing-2");
        await line.Exchange.Quiet;
        Assert.Equal("absent", line.To("/recording").Single()["RecordingStatus"]);
        Assert.Empty(line.To("/recorded"));
        Assert.Empty((await Get("Recordings.json"))["recordings"]!.AsArray());
    }

    [Fact]
    public async Task Leaves_a_recording_that_can_be_fetched_and_deleted()
    {
        var caller = await Beeps();
        await caller.Speaks(TimeSpan.FromSeconds(2));
        await caller.HangsUp();
        await line.Exchange.Quiet;
        var sid = line.To("/recording").Single()["RecordingSid"];
        var about = await Get($"Recordings/{sid}.json");
        Assert.Equal(("completed", "2", caller.CallSid), ((string?)about["status"], (string?)about["duration"], (string?)about["call_sid"]));
        var stop = TestContext.Current.CancellationToken;
        var wav = await http.GetByteArrayAsync($"Recordings/{sid}.wav", stop);
        Assert.Equal(TimeSpan.FromSeconds(2), Helpline.Exchange.Wav.Length(wav));
        Assert.Equal(wav, await http.GetByteArrayAsync($"Recordings/{sid}", stop));
        using (await http.DeleteAsync($"Recordings/{sid}.json", stop)) await Refused($"Recordings/{sid}.json", 20404, System.Net.HttpStatusCode.NotFound);
        http.DefaultRequestHeaders.Authorization = null;
        await Refused($"Recordings/{sid}.wav", 20003, System.Net.HttpStatusCode.Unauthorized);
    }

    private async Task<Helpline.Exchange.Caller> Beeps()
    {
        line.On("/recording", "").On("/recorded", "<Play>/clips/thanks-2.wav</Play>").On("/voice/incoming",
            "<Record action=\"/recorded\" maxLength=\"60\" timeout=\"5\" finishOnKey=\"#\" playBeep=\"true\""
            + " recordingStatusCallback=\"/recording\" recordingStatusCallbackEvent=\"completed absent\"/><Play>/clips/nothing-2.wav</Play>");
        return await line.Rings();
    }
}
