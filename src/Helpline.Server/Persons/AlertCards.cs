using Helpline.Contracts.Persons;
using Helpline.Domain.Audit;
using Helpline.Domain.Casework;
using Helpline.Domain.Persons;
using Helpline.Server.Casework;
using Helpline.Server.Privacy;

namespace Helpline.Server.Persons;

/// <summary>An alert as its readers see it.</summary>
internal static class AlertCards
{
    public static AlertCard Of(Alert alert, Vault vault) =>
        new(alert.Id, vault.Read(alert.SealedText, CaseworkDesk.AlertPlace(alert.Id)), alert.PersonId is not null, alert.By, alert.At, alert.Until);

    /// <summary>Those in force on whom a contact was with; that they were seen is written down.</summary>
    /// <param name="contact">One that the reader sees.</param>
    public static async Task<List<AlertCard>> SeeAlerts(this CaseworkDesk desk, Guid contact, Guid? person, string? callerHash)
    {
        var alerts = await desk.Alerts(person, callerHash);
        if (alerts.Count > 0) desk.Audit(AuditAction.Read, Subject.Contact, contact, "alert", desk.Who.IsSupervisor ? AccessReasons.Supervision : AccessReasons.Care);
        return alerts.ConvertAll(a => Of(a, desk.Vault));
    }
}
