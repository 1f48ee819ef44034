using Helpline.Contracts.Calls;
using Helpline.Domain.Audit;
using Helpline.Domain.Casework;
using Helpline.Domain.FollowUps;
using Helpline.Domain.Notes;
using Helpline.Server.Notes;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Casework;

/// <summary>How the wish to read or change a note ended.</summary>
internal enum NoteAnswer { Done, Unknown, NotYours, ReasonNeeded, TooLate, Lacking }

/// <summary>Notes: written by their author, finished, corrected for a day, added to, and read by whoever may.</summary>
internal sealed partial class CaseworkDesk
{
    private const string OwnReason = "care";
    private readonly NoteCards cards = new(vault);

    /// <summary>The note as its author writes it. Whoever answers for a contact without one begins it.</summary>
    public async Task<(NoteAnswer Answer, Note? Note)> NoteToWrite(Guid contact)
    {
        if (await db.Notes.FindAsync(contact) is { } note) return (note.Author == who.UserName ? NoteAnswer.Done : NoteAnswer.NotYours, note);
        if (who.UserName is not { } author || await db.Contacts.FindAsync(contact) is not { } mine) return (NoteAnswer.Unknown, null);
        if (mine.Counselor != author) return (NoteAnswer.NotYours, null);
        note = new Note { CallId = contact, Author = author, CreatedAt = now, SavedAt = now };
        db.Notes.Add(note);
        return (NoteAnswer.Done, note);
    }

    /// <summary>Changes some fields. A finished note is not made to lack something; refused, it stays as it was.</summary>
    public async Task<NoteAnswer> Write(Note note, NoteChange change)
    {
        var risk = note.Risk;
        if (!note.Save(now)) return NoteAnswer.TooLate;
        cards.Write(note, change);
        if (note.State == NoteState.Final && note.Lacks().Any()) return NoteAnswer.Lacking;
        News.Live |= note.Risk != risk;
        var rises = RiskLevels.RisesToDanger(risk, note.Risk);
        if (rises) await RaiseRisk(note);
        if (note.State == NoteState.Draft) return NoteAnswer.Done;
        await Keep(note, NoteEvent.Amended);
        if (rises) await PlanByRisk(note);
        return NoteAnswer.Done;
    }

    /// <summary>The note becomes part of the record. The same again is no mistake; one that lacks something stays a draft.</summary>
    public async Task<bool> Finish(Note note)
    {
        if (!note.Finish(now)) return note.State == NoteState.Final;
        Record(Subject.Contact, note.CallId, await CaseOf(note.CallId), "NoteFinished", nameof(NoteState.Draft), nameof(NoteState.Final));
        await Keep(note, NoteEvent.Finished);
        await PlanByRisk(note);
        News.Work(note.Author);
        return true;
    }

    /// <returns>False for a draft: what is missing there is written there.</returns>
    public async Task<bool> Add(Note note, string text)
    {
        if (!note.TakesAddenda()) return false;
        var id = Guid.CreateVersion7(now);
        db.NoteAddenda.Add(new NoteAddendum { Id = id, CallId = note.CallId, Author = who.UserName!, At = now, SealedText = cards.Seal(text, id) });
        Record(Subject.Contact, note.CallId, await CaseOf(note.CallId), "NoteAddedTo");
        return true;
    }

    /// <summary>Opens a note for whoever may read it, and writes down that and why; her own needs no reason.</summary>
    /// <param name="reason">A code of <c>access_reasons</c>.</param>
    public async Task<(NoteAnswer Answer, Note? Note)> Read(Guid contact, string? reason)
    {
        var (answer, note) = await MayRead(contact);
        if (answer != NoteAnswer.Done) return (answer, null);
        var isMine = note!.Author == who.UserName;
        if (!isMine && string.IsNullOrEmpty(reason)) return (NoteAnswer.ReasonNeeded, null);
        Audit(AuditAction.Read, Subject.Contact, contact, "note", isMine ? OwnReason : reason);
        return (NoteAnswer.Done, note);
    }

    public async Task<(NoteAnswer Answer, Note? Note)> MayRead(Guid contact)
    {
        var note = await db.Notes.FindAsync(contact);
        if (note is null) return (NoteAnswer.Unknown, null);
        return await db.Notes.Where(n => n.CallId == contact).ReadableBy(db, who, now).AnyAsync() ? (NoteAnswer.Done, note) : (NoteAnswer.NotYours, null);
    }

    /// <summary>Keeps the note as it is now; what is typed in one sitting is one correction.</summary>
    private async Task Keep(Note note, NoteEvent what)
    {
        var last = await db.NoteVersions.Where(v => v.CallId == note.CallId).OrderByDescending(v => v.Number).FirstOrDefaultAsync();
        if (what == NoteEvent.Amended && last?.TakesIn(now) == true)
        {
            last.Sealed = cards.Keep(note, last.Number);
            return;
        }
        var number = (last?.Number ?? 0) + 1;
        db.NoteVersions.Add(new NoteVersion { CallId = note.CallId, Number = number, What = what, By = note.Author, At = now, Sealed = cards.Keep(note, number) });
        if (what == NoteEvent.Amended) Audit(AuditAction.Changed, Subject.Contact, note.CallId, "note", "correction");
    }

    /// <summary>The supervisors of the team hear of it at once, and have it as a task until one of them has seen to it.</summary>
    private async Task RaiseRisk(Note note)
    {
        var contact = await db.Contacts.FindAsync(note.CallId);
        Record(Subject.Contact, note.CallId, contact?.CaseId, "RiskRaised", reason: note.Risk);
        foreach (var supervisor in await Supervisors(contact?.Team)) News.Risks.Add((supervisor, new(note.CallId, note.Author, note.Risk!, now)));
        var isKnown = await db.Escalations.AnyAsync(e => e.Subject == Subject.Contact && e.SubjectId == note.CallId && e.Cause == EscalationCause.AtRisk && e.ClosedAt == null);
        if (contact is not null && !isKnown) await Raise(Subject.Contact, contact.Id, contact.Number, LadderStep.Supervisor, EscalationCause.AtRisk, now, null, contact.CaseId, contact.Team);
    }

    /// <summary>Somebody was in danger: we call again. In a case that is closed nothing is planned, so the supervisors decide.</summary>
    private async Task PlanByRisk(Note note)
    {
        if (await db.Contacts.FindAsync(note.CallId) is not { } contact || PlannedByRisk.Of(note, contact) is not { } plan) return;
        var (answer, _) = await PlanFollowUp(
            new(FollowUpKind.Call, "after_risk", plan.Risk, plan.Owner, plan.CaseId, plan.ContactId, plan.PersonId, Over: OpenOnes.OfLessRisk));
        if (answer == PlanAnswer.CaseClosed)
            await Raise(Subject.Contact, contact.Id, contact.Number, LadderStep.Supervisor, EscalationCause.NotPlanned, contact.StartedAt, null, contact.CaseId, contact.Team);
    }

    /// <summary>The case that a contact has joined.</summary>
    public async Task<Guid?> CaseOf(Guid? contact) => contact is { } id ? (await db.Contacts.FindAsync(id))?.CaseId : null;
}
