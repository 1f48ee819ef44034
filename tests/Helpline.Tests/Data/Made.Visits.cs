using Helpline.Domain.Visits;

namespace Helpline.Tests.Data;

internal static partial class Made
{
    public static Visit Visit(DateTime from, string worker = "social1", Guid? seriesId = null, bool missed = false, string number = "20261102-0001")
    {
        var visit = new Visit
        {
            Id = Guid.CreateVersion7(),
            Number = number,
            Area = "center",
            Kind = VisitKind.Visit,
            Priority = 3,
            HouseholdId = Guid.CreateVersion7(),
            PersonId = Guid.CreateVersion7(),
            CaseId = Guid.CreateVersion7(),
            SeriesId = seriesId,
            PlannedFrom = from,
            PlannedTo = from.AddHours(1),
            Worker = worker,
            PlannedBy = worker,
            PlannedAt = from,
        };
        if (missed) visit.Miss("nobody_home", null, from);
        return visit;
    }

    public static VisitSeries Series(DateTime now, string worker = "social1", string? address = null) => new()
    {
        SealedAddress = address,
        Id = Guid.CreateVersion7(),
        Area = "center",
        Kind = VisitKind.Observation,
        Priority = 3,
        Worker = worker,
        Rule = new(DateOnly.FromDateTime(now), new(10, 0), 60, 1, SeriesUnit.Weeks, Weekdays.None, null, 4),
        MadeBy = worker,
        MadeAt = now,
    };
}
