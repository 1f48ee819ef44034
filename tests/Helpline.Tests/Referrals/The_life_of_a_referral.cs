using Helpline.Domain.Referrals;

namespace Helpline.Tests.Referrals;

public class The_life_of_a_referral
{
    private static readonly DateTime Now = new(2026, 11, 2, 9, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(ReferralState.Closed, ReferralEvent.Sent, ReferralEvent.Received, ReferralEvent.Accepted, ReferralEvent.Scheduled, ReferralEvent.Rescheduled, ReferralEvent.Started, ReferralEvent.Held, ReferralEvent.Resumed, ReferralEvent.Completed, ReferralEvent.Reviewed)]
    [InlineData(ReferralState.Rejected, ReferralEvent.Sent, ReferralEvent.Received, ReferralEvent.Rejected)]
    [InlineData(ReferralState.NotCompleted, ReferralEvent.Sent, ReferralEvent.Received, ReferralEvent.Accepted, ReferralEvent.NotCompleted)]
    [InlineData(ReferralState.NotCompleted, ReferralEvent.Sent, ReferralEvent.Received, ReferralEvent.Accepted, ReferralEvent.Scheduled, ReferralEvent.Started, ReferralEvent.Held, ReferralEvent.NotCompleted)]
    [InlineData(ReferralState.Cancelled, ReferralEvent.Cancelled)]
    [InlineData(ReferralState.Cancelled, ReferralEvent.Sent, ReferralEvent.Received, ReferralEvent.Accepted, ReferralEvent.Scheduled, ReferralEvent.Cancelled)]
    [InlineData(ReferralState.EnteredInError, ReferralEvent.Sent, ReferralEvent.EnteredInError)]
    public void Comes_to_each_of_its_ends(ReferralState end, params ReferralEvent[] moves)
    {
        var referral = Made();
        foreach (var move in moves) Assert.True(referral.Move(Act(move), Now), $"{move} in {referral.State}");
        Assert.Equal(end, referral.State);
        Assert.Equal((Now, null), (referral.EndedAt, referral.DueAt));
    }

    [Fact]
    public void Leaves_an_end_only_for_having_been_a_mistake()
    {
        foreach (var end in Enum.GetValues<ReferralState>().Where(state => state >= ReferralState.Closed))
            foreach (var move in Enum.GetValues<ReferralEvent>().Where(move => ReferralFlow.Next(end, move) is { } next && next != end))
                Assert.Equal((ReferralEvent.EnteredInError, true), (move, end != ReferralState.EnteredInError));
    }

    [Theory]
    [InlineData(ReferralEvent.Rejected)]
    [InlineData(ReferralEvent.NotCompleted)]
    public void Stays_refused_when_its_sender_closes_the_loop_once(ReferralEvent refusal)
    {
        var referral = Made();
        var before = refusal == ReferralEvent.Rejected ? new[] { ReferralEvent.Sent, ReferralEvent.Received } : [ReferralEvent.Sent, ReferralEvent.Received, ReferralEvent.Accepted];
        foreach (var move in before.Append(refusal)) Assert.True(referral.Move(Act(move), Now));
        var end = referral.State;
        Assert.True(referral.IsBack);
        Assert.True(referral.Move(Act(ReferralEvent.Reviewed) with { Reached = "yes", NeedMet = "no" }, Now.AddDays(1)));
        Assert.Equal((end, Now, false), (referral.State, referral.EndedAt!.Value, referral.IsBack));
        Assert.False(referral.Move(Act(ReferralEvent.Reviewed) with { Reached = "no" }, Now.AddDays(2)));
        Assert.False(referral.GiveWayTo(Guid.NewGuid()));
    }

    [Fact]
    public void Lets_a_report_be_looked_at_and_not_be_cancelled() =>
        Assert.Equal([ReferralEvent.Reviewed, ReferralEvent.EnteredInError], ReferralFlow.Open(ReferralState.Completed, ReferralSide.Sender | ReferralSide.Receiver));

    [Fact]
    public void Takes_the_step_before_with_an_answer_and_with_a_report()
    {
        Assert.Equal([ReferralEvent.Received, ReferralEvent.Accepted], ReferralFlow.Steps(ReferralState.Sent, ReferralEvent.Accepted));
        Assert.Equal([ReferralEvent.Started, ReferralEvent.Completed], ReferralFlow.Steps(ReferralState.Scheduled, ReferralEvent.Completed));
        Assert.Empty(ReferralFlow.Steps(ReferralState.Sent, ReferralEvent.Scheduled));
    }

    [Fact]
    public void Waits_for_the_answer_then_for_the_visit_then_for_the_sender()
    {
        var referral = Made();
        var due = new Dictionary<ReferralEvent, DateTime?>
        {
            [ReferralEvent.Sent] = Now.AddHours(1),
            [ReferralEvent.Received] = Now.AddHours(1),
            [ReferralEvent.Accepted] = Now.AddHours(2),
            [ReferralEvent.Scheduled] = Now.AddHours(2),
            [ReferralEvent.Started] = null,
            [ReferralEvent.Held] = Now.AddHours(3),
            [ReferralEvent.Resumed] = null,
            [ReferralEvent.Completed] = Now.AddHours(4),
            [ReferralEvent.Reviewed] = null,
        };
        foreach (var (move, until) in due)
        {
            Assert.True(referral.Move(Act(move), Now));
            Assert.Equal(until, referral.DueAt);
            Assert.Equal(until is not null, referral.IsOverdue(Now.AddDays(1)));
        }
    }

    [Fact]
    public void Gives_way_to_one_other_once_it_was_refused()
    {
        var referral = Made();
        Assert.False(referral.GiveWayTo(Guid.NewGuid()));
        foreach (var move in new[] { ReferralEvent.Sent, ReferralEvent.Received, ReferralEvent.Rejected }) referral.Move(Act(move), Now);
        Assert.True(referral.GiveWayTo(Guid.NewGuid()));
        Assert.False(referral.GiveWayTo(Guid.NewGuid()));
    }

    private static ReferralAct Act(ReferralEvent what) => new(what, "social1")
    {
        Deadlines = new(Now.AddHours(1), Now.AddHours(2)),
        Until = Now.AddHours(3),
        ReviewBy = Now.AddHours(4),
    };

    private static Referral Made() => new()
    {
        Id = Guid.NewGuid(),
        Number = "20261102-0001",
        Sender = "counselor1",
        CreatedAt = Now,
        OrganizationName = "Үміт",
        ServiceKind = "social_legal",
        Urgency = "routine",
        SealedReason = "",
    };
}
