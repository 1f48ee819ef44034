using System.Linq.Expressions;
using Helpline.Contracts.Cases;
using Helpline.Domain.Cases;

namespace Helpline.Server.Cases;

/// <summary>A case as its readers see it.</summary>
internal static class CaseCards
{
    public static readonly Expression<Func<Case, CaseCard>> FromCase = c => new CaseCard(
        c.Id, c.Number, c.Title, c.Risk, c.State.ToString(), c.Owner, c.PersonId, c.HouseholdId, c.OpenedAt, c.ClosedAt, c.CloseReason, c.TouchedAt, c.Version);

    /// <summary>The same, of a row in hand.</summary>
    public static readonly Func<Case, CaseCard> Of = FromCase.Compile();
}
