using Helpline.Contracts.Persons;
using Helpline.Domain.Audit;
using Helpline.Domain.Casework;
using Helpline.Domain.Persons;
using Helpline.Server.Casework;

namespace Helpline.Server.Persons;

/// <summary>An alert as its readers see it.</summary>
internal static class AlertCards
{
    public static async Task<AlertCard> CardOf(this CaseworkDesk desk, Alert alert) => new(
        alert.Id, desk.Vault.Read(alert.SealedText, CaseworkDesk.AlertPlace(alert.Id)), alert.PersonId is not null, alert.By, alert.At, alert.Until, await desk.MayTakeDown(alert));

    /// <summary>Those in force on a person and on a telephone.</summary>
    public static async Task<List<AlertCard>> AlertCardsOf(this CaseworkDesk desk, Guid? person, string? callerHash)
    {
        var cards = new List<AlertCard>();
        foreach (var alert in await desk.Alerts(person, callerHash)) cards.Add(await desk.CardOf(alert));
        return cards;
    }

    /// <summary>Those in force on whom a contact was with; that they were seen is written down.</summary>
    /// <param name="contact">One that the reader sees.</param>
    public static async Task<List<AlertCard>> SeeAlerts(this CaseworkDesk desk, Guid contact, Guid? person, string? callerHash)
    {
        var alerts = await desk.AlertCardsOf(person, callerHash);
        if (alerts.Count > 0) desk.Audit(AuditAction.Read, Subject.Contact, contact, "alert", desk.Who.IsSupervisor ? AccessReasons.Supervision : AccessReasons.Care);
        return alerts;
    }
}
