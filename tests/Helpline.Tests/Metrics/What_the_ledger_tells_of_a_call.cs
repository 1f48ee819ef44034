using Helpline.Domain.Counselors;
using Helpline.Domain.Metrics;

namespace Helpline.Tests.Metrics;

/// <summary>The worked ledger of ten calls again, now as the lines that the line itself would have written.</summary>
public class What_the_ledger_tells_of_a_call
{
    private static readonly DateTime Nine = new(2026, 11, 2, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Is_how_long_the_caller_waited_talked_heard_music_and_was_written_about()
    {
        var told = CallHistory.Of(Answered(wait: 21, talk: 480, hold: 20, wrap: 100))!;

        Assert.Equal((Nine.AddSeconds(8), new MeasuredCall(CallResult.Answered, 21, 480, 20, 100)), (told.QueuedAt, told.Call));
        Assert.Equal(600, told.Work.Sum(w => (w.Until - w.From).TotalSeconds));
        Assert.All(told.Work, w => Assert.Equal("a", w.Counselor));
    }

    [Fact]
    public void Is_the_first_answer_and_all_the_talk_when_the_counselor_was_lost_and_another_came()
    {
        LedgerLine[] lines =
        [
            At(0, "LanguageChosen", "Waiting"), At(10, "Bridged", "Talking", "a"), At(70, "CounselorLost", "Waiting"), At(75, "OfferedTo", "Offered"),
            At(80, "Accepted", "Connecting", "b"), At(82, "Bridged", "Talking", "b"), At(182, "CallerLeft", "WrapUp", "b"), At(212, "Finished", "Done", "b"),
        ];

        var told = CallHistory.Of(lines)!;

        Assert.Equal(new MeasuredCall(CallResult.Answered, 10, 160, 0, 30), told.Call);
        Assert.Equal([("a", 60.0), ("b", 100.0), ("b", 30.0)], told.Work.Select(w => (w.Counselor, (w.Until - w.From).TotalSeconds)));
    }

    [Theory]
    [InlineData("CallerLeft", "Abandoned", CallResult.Abandoned)]
    [InlineData("Lost", "Failed", CallResult.Failed)]
    [InlineData("CallbackAsked", "Callback", CallResult.Exited)]
    [InlineData("MessageLeft", "Voicemail", CallResult.Exited)]
    [InlineData("TurnedAway", "Closed", CallResult.Exited)]
    [InlineData("Forwarded", "Done", CallResult.Exited)]
    [InlineData("OfferedTo", "Offered", CallResult.Open)]
    public void Is_how_it_ended_for_the_caller(string what, string to, CallResult result) =>
        Assert.Equal(result, CallHistory.Of([At(0, "LanguageChosen", "Waiting"), At(45, what, to)])!.Call.Result);

    [Fact]
    public void Is_that_it_was_kept_out_of_the_queue() =>
        Assert.Equal((Nine.AddSeconds(3), new MeasuredCall(CallResult.Blocked, 0)), CallHistory.Of([At(0, "Arrived", "Greeting"), At(3, "Blocked", "Blocked")]) is { } told ? (told.QueuedAt, told.Call) : default);

    [Theory]
    [InlineData("TurnedAway", "Closed", CallResult.Exited)]
    [InlineData("MessageLeft", "Voicemail", CallResult.Exited)]
    [InlineData("CallerLeft", "Abandoned", CallResult.Abandoned)]
    public void Is_that_it_was_led_elsewhere_before_it_could_wait(string what, string to, CallResult result)
    {
        var told = CallHistory.Of([At(0, "Arrived", "Greeting"), At(4, "Diverted", "Diverted"), At(20, what, to)])!;

        Assert.Equal((Nine.AddSeconds(4), new MeasuredCall(result, 16)), (told.QueuedAt, told.Call));
    }

    [Fact]
    public void Is_nothing_of_a_call_that_left_in_the_menu_or_that_we_placed()
    {
        Assert.Null(CallHistory.Of([At(0, "Arrived", "Greeting"), At(9, "CallerLeft", "Abandoned")]));
        Assert.Null(CallHistory.Of([At(0, "Placed", "Connecting", "a"), At(9, "Bridged", "Talking", "a"), At(99, "Finished", "Done", "a")]));
    }

    [Fact]
    public void Comes_to_the_occupancy_of_the_worked_ledger()
    {
        IReadOnlyList<LedgerLine>[] calls = [Answered(4, 600, 0, 120), Answered(12, 900, 60, 60), Answered(20, 300, 0, 30), Answered(21, 480, 20, 100), Answered(90, 200, 0, 40)];
        var told = calls.Select(c => CallHistory.Of(c)!).ToList();
        var sums = CallSums.Of(told.Select(t => t.Call));
        // One after the other, in the hour of one counselor of the two.
        var (begin, work) = (Nine, new List<WorkSpan>());
        foreach (var span in told.SelectMany(t => t.Work))
        {
            work.Add(new("a", begin, begin + (span.Until - span.From)));
            begin = work[^1].Until;
        }
        var (one, other) = (CrewHistory.Of([(Nine, PresenceState.Available), (begin, PresenceState.Break), (begin.AddSeconds(300), PresenceState.Available)], work, Nine, Nine.AddHours(1)),
            CrewHistory.Of([(Nine.AddHours(-1), PresenceState.Available), (Nine.AddSeconds(600), PresenceState.Paused), (Nine.AddSeconds(660), PresenceState.Available)], [], Nine, Nine.AddHours(1)));

        Assert.Equal(sums.Handle, one.Work);
        Assert.Equal(2910.0 / 6840, LineFigures.Occupancy(one + other).Value!.Value, 1e-9);
        Assert.Equal(2910.0 / 7200, LineFigures.Utilization(one + other).Value!.Value, 1e-9);
    }

    [Fact]
    public void Is_that_whoever_talks_still_is_at_work_until_now()
    {
        LedgerLine[] lines = [At(0, "LanguageChosen", "Waiting"), At(10, "Bridged", "Talking", "a"), At(40, "Held", null, "a")];

        Assert.Equal([("a", 30.0, WorkPart.Talk), ("a", 60.0, WorkPart.Hold)], WorkSpan.Of(lines, Nine.AddSeconds(100)).Select(w => (w.Counselor, (w.Until - w.From).TotalSeconds, w.Part)));
    }

    private static LedgerLine At(double seconds, string what, string? to = null, string? counselor = null) => new(Nine.AddSeconds(seconds), what, to, counselor);

    private static LedgerLine[] Answered(double wait, double talk, double hold, double wrap)
    {
        var (answer, end) = (8 + wait, 8 + wait + talk + hold);
        return
        [
            At(0, "Arrived", "Greeting"), At(8, "LanguageChosen", "Waiting"), At(9, "OfferedTo", "Offered"), At(answer - 1, "Accepted", "Connecting", "a"),
            At(answer, "Bridged", "Talking", "a"), .. hold > 0 ? new[] { At(answer + 1, "Held", null, "a"), At(answer + 1 + hold, "Resumed", null, "a") } : [],
            At(end, "CallerLeft", "WrapUp", "a"), At(end + wrap, "Finished", "Done", "a"),
        ];
    }
}
