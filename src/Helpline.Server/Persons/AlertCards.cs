using Helpline.Contracts.Persons;
using Helpline.Domain.Persons;
using Helpline.Server.Casework;
using Helpline.Server.Privacy;

namespace Helpline.Server.Persons;

/// <summary>An alert as its readers see it.</summary>
internal static class AlertCards
{
    public static AlertCard Of(Alert alert, Vault vault) =>
        new(alert.Id, vault.Read(alert.SealedText, CaseworkDesk.AlertPlace(alert.Id)), alert.PersonId is not null, alert.By, alert.At, alert.Until);
}
