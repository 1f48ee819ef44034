using Helpline.Domain.FollowUps;
using Helpline.Domain.Messages;

namespace Helpline.Tests.FollowUps;

public class The_life_of_a_follow_up
{
    private static readonly DateTime Now = new(2026, 11, 2, 9, 0, 0, DateTimeKind.Utc);

    public static TheoryData<FollowUpState> Ends => [FollowUpState.Reached, FollowUpState.Unreachable, FollowUpState.Cancelled, FollowUpState.Superseded];

    [Theory]
    [MemberData(nameof(Ends))]
    public void Does_not_go_on_after_its_end(FollowUpState end)
    {
        Assert.False(FollowUpFlow.IsOpen(end));
        Assert.All(Enum.GetValues<FollowUpEvent>(), what => Assert.Null(FollowUpFlow.Next(end, what)));
        var followUp = Ended(end);
        Assert.Equal((end, Now), (followUp.State, followUp.ClosedAt));
        Assert.False(followUp.Try(true, Now) || followUp.Agree(Now) || followUp.GiveTo("counselor2", null) || followUp.Call(Guid.NewGuid()) || followUp.ComeDue(Now));
    }

    [Fact]
    public void Comes_due_once_and_not_before_its_time()
    {
        var followUp = Data.Made.FollowUp(Now);
        Assert.False(followUp.ComeDue(Now.AddTicks(-1)));
        Assert.True(followUp.ComeDue(Now));
        Assert.False(followUp.ComeDue(Now));
    }

    [Fact]
    public void Asks_who_it_was_when_somebody_picked_up()
    {
        var (followUp, call) = (Data.Made.FollowUp(Now), Guid.NewGuid());
        Assert.True(followUp.Call(call));
        Assert.False(followUp.Call(Guid.NewGuid()));
        Assert.False(followUp.GiveTo("counselor2", null));
        followUp.Called(reached: true, Now);
        Assert.Equal((FollowUpState.Scheduled, null, call), (followUp.State, followUp.Calling, followUp.Answered));
    }

    [Fact]
    public void Is_not_counted_as_a_failure_by_a_time_that_was_agreed()
    {
        var followUp = Data.Made.FollowUp(Now);
        followUp.Try(counts: true, Now.AddHours(4));
        Assert.True(followUp.Agree(Now.AddDays(1)));
        Assert.Equal((FollowUpState.Scheduled, 1, Now.AddDays(1)), (followUp.State, followUp.Attempts, followUp.DueAt));
    }

    [Fact]
    public void Of_a_message_takes_reports_in_any_order_and_ends_once()
    {
        var message = TextMessage.Write(Guid.NewGuid(), "kk", Now);
        Assert.True(message.End(MessageEvent.Arrived, null, Now));
        Assert.False(message.Take("SM1"));
        Assert.False(message.End(MessageEvent.Failed, "30003", Now));
        Assert.Equal((MessageState.Delivered, null, "SM1"), (message.State, message.Deadline, message.ProviderId));
    }

    private static FollowUp Ended(FollowUpState end)
    {
        var followUp = Data.Made.FollowUp(Now);
        Assert.True(end switch
        {
            FollowUpState.Reached => followUp.Reach(Now),
            FollowUpState.Unreachable => followUp.GiveUp(Now),
            FollowUpState.Cancelled => followUp.Cancel("not_needed", Now),
            _ => followUp.GiveWayTo(Guid.NewGuid(), Now),
        });
        return followUp;
    }
}
