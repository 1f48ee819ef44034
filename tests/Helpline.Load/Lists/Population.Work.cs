using System.Security.Cryptography;
using System.Text;
using Helpline.Domain.Audit;
using Helpline.Domain.Callbacks;
using Helpline.Domain.Cases;
using Helpline.Domain.Casework;
using Helpline.Domain.Contacts;
using Helpline.Domain.FollowUps;
using Helpline.Domain.Notes;
using Helpline.Domain.Persons;
using Helpline.Domain.Privacy;
using Helpline.Domain.Shifts;
using Helpline.Domain.Visits;
using Helpline.Domain.Voicemails;

namespace Helpline.Load.Lists;

/// <summary>What there is to do, and the trail of who looked at what.</summary>
internal sealed partial class Population
{
    private const int Tasks = 2_000;
    private static readonly string[] Topics = ["service_kinds.social_medical", "service_kinds.social_legal", "service_kinds.social_psychological"];
    private static readonly string[] Reasons = ["care", "supervision", "follow_up", "danger"];

    /// <summary>The secret of a worker's calendar, as long as a true one.</summary>
    public static string CalendarToken(int i) => $"{new string('a', 40)}{i % SocialWorkers:D3}";

    /// <summary>One in a hundred is a draft.</summary>
    private static Note Note(int i, Contact contact)
    {
        var note = new Note { CallId = contact.Id, Author = contact.Counselor!, CreatedAt = contact.StartedAt, SavedAt = contact.StartedAt, Topics = [Topics[i % Topics.Length]], SealedSummary = "k1:sealed" };
        if (i % 400 != 0) note.Finish(contact.StartedAt.AddMinutes(20));
        return note;
    }

    /// <summary>Every third that is due has climbed to its owner, some of these to the supervisors.</summary>
    private static IEnumerable<object> Overdue(int i, FollowUp followUp)
    {
        foreach (var step in Enum.GetValues<LadderStep>())
            if (i / 20 % 3 == 0 && (step == LadderStep.Owner || i / 60 % 2 == 0))
                yield return new Escalation
                {
                    Id = Guid.CreateVersion7(),
                    Subject = Subject.FollowUp,
                    SubjectId = followUp.Id,
                    Number = followUp.Number,
                    Step = step,
                    Cause = EscalationCause.Overdue,
                    DueAt = followUp.DueAt,
                    RaisedAt = followUp.DueAt.AddHours(4),
                    To = step == LadderStep.Supervisor ? null : followUp.Owner,
                    Team = followUp.Team,
                };
    }

    private IEnumerable<object> Work(List<Case> cases, List<Person> persons)
    {
        for (var i = 0; i < Tasks; i++)
        {
            var at = Moment();
            yield return Callback(i, at);
            yield return Voicemail(i, at);
            yield return new Alert { Id = Guid.CreateVersion7(at), PersonId = persons[i % persons.Count].Id, SealedText = "k1:sealed", By = Counselor(i), At = at, Until = now.AddDays(i % 60 - 30) };
            yield return new Erasure { Id = Guid.CreateVersion7(at), Of = ErasureOf.Person, At = at, By = "admin", Counts = "{}", IdsHash = new('0', 64) };
            if (i / Counselors < 90) yield return Shift(i);
            if (i % 5 == 0 && i < cases.Count && cases[i].Owner != Counselor(i + 1))
                yield return new Grant { UserName = Counselor(i + 1), Subject = Subject.Case, SubjectId = cases[i].Id, Ground = GrantGround.Shared, SortAt = cases[i].OpenedAt };
        }
        for (var i = 0; i < SocialWorkers; i++)
            yield return new CalendarFeed { UserName = SocialWorker(i), TokenHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CalendarToken(i)))), MadeAt = now };
    }

    /// <summary>One in ten is owed.</summary>
    private Callback Callback(int i, DateTime at)
    {
        var id = Guid.CreateVersion7(at);
        var callback = new Callback { Id = id, CallId = Guid.CreateVersion7(at), Language = Languages[i % 3], AskedAt = at, QueuedAt = at };
        callback.Write("k1:sealed", vault.Hash(Domain.Calls.CallerNumber.From(Telephone(i))!.Value));
        callback.Confirm(Counselor(i));
        if (i % 10 != 0) callback.Close(CallbackEvent.Finished, at.AddHours(2));
        return callback;
    }

    /// <inheritdoc cref="Callback"/>
    private static Voicemail Voicemail(int i, DateTime at)
    {
        var message = new Voicemail { Id = Guid.CreateVersion7(at), CallId = Guid.CreateVersion7(at), Language = Languages[i % 3], LeftAt = at, Deadline = at.AddHours(1), Owner = Counselor(i) };
        message.Announce($"RE{i:x32}", 20);
        message.Keep();
        if (i % 10 != 0) message.Finish(at.AddHours(2));
        return message;
    }

    private Shift Shift(int i)
    {
        var from = now.Date.AddDays(i / Counselors - 45).AddHours(6);
        var shift = new Shift { Id = Guid.CreateVersion7(), From = from, To = from.AddHours(8), MadeAt = from.AddDays(-30) };
        shift.Take(Counselor(i), from.AddDays(-20));
        return shift;
    }

    private IEnumerable<object> Trail(List<Case> cases, List<Person> persons)
    {
        for (var i = 0; i < size.AuditLines; i++)
            yield return new AuditEntry
            {
                At = Moment(),
                Actor = i % 9 == 0 ? "supervisor" : i % 4 == 0 ? SocialWorker(i) : Counselor(i),
                Action = i % 50 == 0 ? AuditAction.NumberShown : AuditAction.Read,
                Subject = i % 3 == 0 ? Subject.Case : Subject.Person,
                SubjectId = i % 3 == 0 ? cases[i % cases.Count].Id : persons[i % persons.Count].Id,
                What = i % 50 == 0 ? "number" : "person",
                Reason = Reasons[i % Reasons.Length],
            };
    }
}
