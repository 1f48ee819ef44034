using Helpline.Domain.Visits;

namespace Helpline.Tests.Visits;

public class The_life_of_a_visit
{
    private static readonly DateTime Now = new(2026, 11, 2, 9, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(VisitState.Done, VisitEvent.Escalated, VisitEvent.SeenTo, VisitEvent.Settled)]
    [InlineData(VisitState.Cancelled)]
    [InlineData(VisitState.Missed, VisitEvent.Done, VisitEvent.Replanned, VisitEvent.Escalated, VisitEvent.SeenTo, VisitEvent.Settled)]
    public void Lets_an_end_move_only_so(VisitState end, params VisitEvent[] moves) =>
        Assert.Equal(moves.Order(), Enum.GetValues<VisitEvent>().Where(what => VisitFlow.Next(end, what) is not null).Order());

    [Theory]
    [InlineData(VisitState.Planned)]
    [InlineData(VisitState.Confirmed)]
    public void Comes_to_each_end_from_every_state_ahead(VisitState state) =>
        Assert.Equal([VisitState.Done, VisitState.Missed, VisitState.Cancelled], new[] { VisitEvent.Done, VisitEvent.Missed, VisitEvent.Cancelled }.Select(what => VisitFlow.Next(state, what)!.Value));

    [Fact]
    public void Needs_a_new_yes_when_its_time_changes()
    {
        var visit = Visit();
        Assert.True(visit.Confirm());
        Assert.True(visit.MoveTo(Now.AddDays(1), Now.AddDays(1).AddHours(1)));
        Assert.Equal(VisitState.Planned, visit.State);
    }

    [Fact]
    public void Is_owed_until_it_is_done_or_something_comes_in_the_place_of_a_missed_one()
    {
        var (done, missed, cancelled) = (Visit(), Visit(), Visit());
        Assert.True(done.Hold(Now, 30, "cooperative", late: false, Now));
        Assert.True(cancelled.Cancel("other", Now));
        Assert.True(missed.Miss("nobody_home", null, Now));
        Assert.Equal((false, false, true), (done.IsOwed, cancelled.IsOwed, missed.IsOwed));
        Assert.True(missed.ReplanAs(Guid.NewGuid()));
        Assert.False(missed.IsOwed);
        Assert.False(missed.ReplanAs(Guid.NewGuid()), "Two visits in the place of one.");
        Assert.False(missed.Hold(Now, 30, "cooperative", late: true, Now), "Another visit is in its place.");
    }

    [Fact]
    public void Can_be_entered_late_after_it_was_taken_as_missed()
    {
        var visit = Visit();
        Assert.True(visit.Miss(null, null, Now));
        Assert.True(visit.Hold(Now, 30, "cooperative", late: true, Now));
        Assert.Equal((VisitState.Done, true, false), (visit.State, visit.EnteredLate, visit.IsOwed));
    }

    private static Visit Visit() => new()
    {
        Id = Guid.NewGuid(),
        Number = "20261102-0001",
        Area = "center",
        Kind = VisitKind.Visit,
        Priority = 3,
        PlannedFrom = Now,
        PlannedTo = Now.AddHours(1),
        Worker = "social1",
        PlannedBy = "social1",
        PlannedAt = Now,
    };
}
