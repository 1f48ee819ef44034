using Helpline.Domain.Calls;

namespace Helpline.Tests.Counselors;

/// <summary>A counselor's telephone has left the room and is on the line still: by the star key, or because the room has ended under her.</summary>
public class What_the_star_key_means
{
    private static readonly CallRules Rules = new(Seconds(15), Seconds(30), Seconds(15), Seconds(2), Seconds(60));
    private static readonly DateTime Start = new(2026, 11, 2, 9, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Is_the_end_of_the_talk_whichever_report_comes_first(bool roomFirst)
    {
        var (call, now) = (Talk(), Start.AddMinutes(5));
        if (roomFirst) Assert.True(call.MissCounselor("hers", now, Rules));
        Assert.True(call.CounselorLeaves("hers", 1, now, Rules));
        Assert.False(call.CounselorLeaves("hers", 1, now, Rules));
        Assert.False(call.MissCounselor("hers", now, Rules));
        Assert.False(call.Lapse(now, Rules));
        Assert.True(call.Lapse(now + Rules.Settle, Rules));
        Assert.Equal((CallState.WrapUp, false), (call.State, call.CutOff));
    }

    [Fact]
    public void Is_nothing_when_the_caller_has_left_at_that_moment()
    {
        var (call, now) = (Talk(), Start.AddMinutes(5));
        call.CounselorLeaves("hers", 1, now, Rules);
        Assert.True(call.CallerLeaves(now, now.AddSeconds(1), Rules));
        Assert.Equal((CallState.WrapUp, CallEvent.CallerLeft, false), (call.State, call.TakeMoves()[^1].What, call.CutOff));
    }

    [Fact]
    public void Is_nothing_when_the_room_broke_and_the_caller_is_first_again()
    {
        var (call, now) = (Talk(), Start.AddMinutes(5));
        call.CounselorLeaves("hers", 1, now, Rules);
        Assert.True(call.ReturnToHead(CallEvent.CounselorLost, now));
        Assert.False(call.Lapse(now + Rules.Settle, Rules));
        Assert.Equal((CallState.Waiting, 1), (call.State, call.Priority));
    }

    [Fact]
    public void Is_taken_back_by_coming_back_and_counts_no_more_when_it_is_told_again()
    {
        var (call, now) = (Talk(), Start.AddMinutes(5));
        call.CounselorLeaves("hers", 1, now, Rules);
        Assert.True(call.Rejoin(now, Rules));
        Assert.False(call.Lapse(now + Rules.Settle, Rules));
        Assert.False(call.CounselorLeaves("hers", 1, now, Rules));
        Assert.True(call.Admit("browser", 2, now.AddSeconds(5)));
        Assert.True(call.CounselorJoins(now.AddSeconds(6), now.AddSeconds(6), Rules));
        Assert.False(call.Lapse(now.AddMinutes(1), Rules));
        Assert.Equal(CallState.Talking, call.State);
    }

    private static Call Talk()
    {
        var call = Call.Arrive(Guid.CreateVersion7(), "callers", default, Start);
        call.ChooseLanguage("kk", Start);
        call.OfferTo(Start);
        call.Accept("aigul", Start, Rules);
        call.Admit("hers", 1, Start, byPhone: true);
        call.CounselorJoins(Start.AddSeconds(1), Start.AddSeconds(1), Rules);
        call.CallerJoins(Start.AddSeconds(2), Start.AddSeconds(2), Rules);
        Assert.Equal(CallState.Talking, call.State);
        return call;
    }

    private static TimeSpan Seconds(int count) => TimeSpan.FromSeconds(count);
}
