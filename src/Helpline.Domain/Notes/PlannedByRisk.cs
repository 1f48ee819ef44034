using Helpline.Domain.Contacts;

namespace Helpline.Domain.Notes;

/// <summary>After a contact with somebody in danger we call again: the call that is owed from now on.</summary>
/// <param name="Owner">User name of whoever talked, and calls.</param>
/// <param name="Risk">Code of <c>risk_levels</c>.</param>
/// <param name="DueAt">UTC.</param>
public sealed record PlannedByRisk(Guid ContactId, Guid? PersonId, Guid? CaseId, string Owner, string Risk, DateTime DueAt)
{
    public static readonly TimeSpan Within = TimeSpan.FromHours(24);

    /// <returns>Null when nobody is in danger.</returns>
    public static PlannedByRisk? Of(Note note, Contact contact, DateTime now) => RiskLevels.Of(note.Risk) >= RiskLevel.High
        ? new(contact.Id, contact.PersonId, contact.CaseId, note.Author, note.Risk!, now + Within)
        : null;
}
