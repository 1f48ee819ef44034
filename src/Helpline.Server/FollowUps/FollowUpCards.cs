using Helpline.Contracts.FollowUps;
using Helpline.Domain.FollowUps;
using Helpline.Domain.Line;
using Helpline.Domain.Persons;
using Helpline.Server.Calls;
using Helpline.Server.Casework;
using Helpline.Server.Privacy;

namespace Helpline.Server.FollowUps;

/// <summary>A follow-up as its readers see it, and the number that it calls.</summary>
internal sealed class FollowUpCards(Vault vault, LineRules line, FollowUpRules rules)
{
    public FollowUpCard Of(FollowUpRow row, DateTime now)
    {
        var f = row.FollowUp;
        return new(
            f.Id, f.Number, f.Kind.ToString(), f.State.ToString(), f.DueAt, f.AgreedFor is not null, f.Owner, f.Language, f.Risk, f.Why, f.Attempts, rules.Attempts,
            f.CaseId, row.CaseNumber, f.ContactId, row.Alias, f.PersonId, f.MayCallNow(row.Person, now, line), Number(row)?[^2..], f.Answered, row.Step?.ToString(),
            f.ClosedAt, f.Version);
    }

    public AttemptCard Of(FollowUpAttempt attempt) => new(
        attempt.At, attempt.By, attempt.Result.ToString(), attempt.Counts,
        attempt.SealedNote is { } note ? vault.Read(note, CaseworkDesk.NotePlace(attempt.Id)) : null, attempt.CallId);

    /// <summary>What to mind when she is called.</summary>
    public static WishesCard Of(SafeContact wishes) =>
        new(wishes.MayCall, wishes.From, wishes.To, wishes.WhoMayAnswer, wishes.WhatToSay, wishes.MayLeaveMessage, wishes.MaySms);

    /// <summary>The person's own number, else the one that the contact came from. Null when there is none, or none that can be read any more.</summary>
    public string? Number(FollowUpRow row) => row switch
    {
        { Person: { SealedPhone: not null } person } => Number(person),
        { SealedNumber: { } number, FollowUp.ContactId: { } contact } => vault.Read(number, CallDesk.NumberPlace(contact)),
        _ => null,
    };

    public string? Number(Person person) => person.SealedPhone is { } phone ? vault.Read(phone, $"Persons|SealedPhone|{person.Id:N}") : null;
}
