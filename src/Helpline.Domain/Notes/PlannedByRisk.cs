using Helpline.Domain.Contacts;

namespace Helpline.Domain.Notes;

/// <summary>After a contact with somebody in danger we call again, as soon as the risk wants it.</summary>
/// <param name="Owner">User name of whoever talked, and calls.</param>
/// <param name="Risk">Code of <c>risk_levels</c>.</param>
public sealed record PlannedByRisk(Guid ContactId, Guid? PersonId, Guid? CaseId, string Owner, string Risk)
{
    /// <returns>Null when nobody is in danger.</returns>
    public static PlannedByRisk? Of(Note note, Contact contact) => RiskLevels.Of(note.Risk) >= RiskLevel.High
        ? new(contact.Id, contact.PersonId, contact.CaseId, note.Author, note.Risk!)
        : null;
}
