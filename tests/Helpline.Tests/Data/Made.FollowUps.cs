using Helpline.Domain.Casework;
using Helpline.Domain.FollowUps;
using Helpline.Domain.Persons;
using Helpline.Server.Jobs;

namespace Helpline.Tests.Data;

internal static partial class Made
{
    public static FollowUp FollowUp(DateTime now, Guid? about = null, FollowUpKind kind = FollowUpKind.Call, Person? person = null, Guid? contact = null, string risk = "high", Guid? inCase = null)
    {
        var id = Guid.CreateVersion7();
        return new()
        {
            Id = id,
            Number = $"{id:N}"[^12..],
            Kind = kind,
            About = about ?? Guid.CreateVersion7(),
            CaseId = inCase,
            ContactId = contact,
            PersonId = person?.Id,
            Why = "support",
            Risk = risk,
            Language = "ru",
            MayCall = true,
            PlannedBy = "counselor1",
            PlannedAt = now,
            Owner = "counselor1",
            DueAt = now,
        };
    }

    public static Person Person(DateTime now, SafeContact? safe = null, string? sealedPhone = null, Guid? id = null) => new()
    {
        Id = id ?? Guid.CreateVersion7(),
        Number = $"{Guid.NewGuid():N}"[..12],
        Name = "Somebody",
        Ground = ConsentGround.Consent,
        GroundAt = now,
        GroundBy = "counselor1",
        CreatedBy = "counselor1",
        CreatedAt = now,
        SealedPhone = sealedPhone,
        SafeContact = safe ?? new(true, null, null, null, null, false, true),
    };

    public static Escalation Escalation(DateTime now, FollowUp of) => new()
    {
        Id = Guid.CreateVersion7(),
        Subject = Subject.FollowUp,
        SubjectId = of.Id,
        Number = of.Number,
        Step = LadderStep.Supervisor,
        Cause = EscalationCause.Overdue,
        DueAt = now,
        RaisedAt = now,
    };

    public static StuckJob StuckJob(DateTime now, Guid subject) =>
        new() { Kind = JobKind.FollowUpDue, SubjectId = subject, Times = JobGuard.MostTries, FirstAt = now, LastAt = now, Error = "Exception", GivenUpAt = now };
}
