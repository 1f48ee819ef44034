using Helpline.Domain.Cases;
using Helpline.Domain.Casework;
using Helpline.Domain.Contacts;
using Helpline.Domain.Persons;

namespace Helpline.Tests.Data;

internal static partial class Made
{
    public static Contact Contact(DateTime now, Guid? of = null, string counselor = "counselor1") =>
        new() { Id = Guid.CreateVersion7(now), Number = "20261102-0001", Channel = Channel.WalkIn, StartedAt = now, Counselor = counselor, CallerHash = "hash", CaseId = of };

    public static Case Case(DateTime now, CaseState state = CaseState.Open, Guid? person = null, string owner = "counselor1")
    {
        var made = new Case { Id = Guid.CreateVersion7(now), Number = "20261102-0001", Title = "Case", Owner = owner, Risk = "low", OpenedAt = now, TouchedAt = now, PersonId = person };
        if (state == CaseState.Closed) made.Close("other", now);
        return made;
    }

    public static Person Person(DateTime now, string by = "counselor1", string number = "20261102-0001") => new()
    {
        Id = Guid.CreateVersion7(now),
        Number = number,
        Name = "Person",
        Ground = ConsentGround.Consent,
        GroundAt = now,
        GroundBy = by,
        CreatedBy = by,
        CreatedAt = now,
        HouseholdId = Guid.CreateVersion7(now),
    };

    public static Grant Right(Subject subject, Guid id, DateTime now, GrantGround ground = GrantGround.Own, string userName = "counselor1", Guid? of = null) =>
        new() { UserName = userName, Subject = subject, SubjectId = id, Ground = ground, SortAt = now, CaseId = of };
}
