using Helpline.Contracts.Visits;
using Helpline.Domain.Casework;
using Helpline.Domain.Visits;
using Helpline.Server.Accounts;
using Helpline.Server.Casework;

namespace Helpline.Server.Visits;

/// <summary>New visits out of what there is already.</summary>
internal static class VisitMaking
{
    /// <summary>Where a visit's own address is sealed to.</summary>
    public static string AddressPlace(Guid visit) => $"Visits|SealedAddress|{visit:N}";

    /// <inheritdoc cref="AddressPlace"/>
    public static string SeriesAddressPlace(Guid series) => $"VisitSeries|SealedAddress|{series:N}";

    /// <summary>As it was asked for; what the referral and the case know of the people comes with it.</summary>
    public static async Task<Visit> Visit(this NewVisit wish, CaseworkDesk desk, DateTime to, Account worker)
    {
        var id = Guid.CreateVersion7();
        var referral = wish.ReferralId is { } made ? await desk.Db.Referrals.FindAsync(made) : null;
        var of = (wish.CaseId ?? referral?.CaseId) is { } known ? await desk.Db.Cases.FindAsync(known) : null;
        return new()
        {
            Id = id,
            Number = await desk.NextNumber(Subject.Visit),
            ReferralId = wish.ReferralId,
            CaseId = of?.Id,
            PersonId = wish.PersonId ?? referral?.PersonId ?? of?.PersonId,
            HouseholdId = wish.HouseholdId ?? of?.HouseholdId,
            SeriesId = wish.SeriesId,
            Area = wish.Area,
            Kind = Enum.Parse<VisitKind>(wish.Kind),
            Priority = wish.Priority,
            SealedAddress = desk.Sealed(wish.Address, AddressPlace(id)),
            PlannedFrom = VisitCards.Utc(wish.From),
            PlannedTo = to,
            Worker = worker.UserName!,
            Team = of?.Team ?? worker.Team,
            PlannedBy = desk.Who.UserName ?? worker.UserName!,
            PlannedAt = desk.Now,
        };
    }

    public static async Task<VisitSeries> Series(this NewSeries wish, CaseworkDesk desk, SeriesRule rule, Account worker)
    {
        var id = Guid.CreateVersion7();
        var referral = wish.ReferralId is { } made ? await desk.Db.Referrals.FindAsync(made) : null;
        var of = (wish.CaseId ?? referral?.CaseId) is { } known ? await desk.Db.Cases.FindAsync(known) : null;
        return new()
        {
            Id = id,
            ReferralId = wish.ReferralId,
            CaseId = of?.Id,
            PersonId = wish.PersonId ?? referral?.PersonId ?? of?.PersonId,
            HouseholdId = wish.HouseholdId ?? of?.HouseholdId,
            Area = wish.Area,
            Kind = Enum.Parse<VisitKind>(wish.Kind),
            Priority = wish.Priority,
            SealedAddress = desk.Sealed(wish.Address, SeriesAddressPlace(id)),
            Worker = worker.UserName!,
            Team = of?.Team ?? worker.Team,
            Rule = rule,
            MadeBy = desk.Who.UserName ?? worker.UserName!,
            MadeAt = desk.Now,
        };
    }

    /// <summary>The same visit at another time.</summary>
    /// <param name="follows">The missed one whose place it takes: then it is one attempt more, and of the same series.</param>
    public static async Task<Visit> Again(this Visit visit, CaseworkDesk desk, DateTime from, DateTime to, string worker, string? team, Guid? follows = null)
    {
        var id = Guid.CreateVersion7();
        return new()
        {
            Id = id,
            Number = await desk.NextNumber(Subject.Visit),
            ReferralId = visit.ReferralId,
            CaseId = visit.CaseId,
            PersonId = visit.PersonId,
            HouseholdId = visit.HouseholdId,
            SeriesId = follows is null ? null : visit.SeriesId,
            Follows = follows,
            Attempt = follows is null ? 1 : visit.Attempt + 1,
            Area = visit.Area,
            Kind = visit.Kind,
            Priority = visit.Priority,
            SealedAddress = desk.Resealed(visit.SealedAddress, AddressPlace(visit.Id), AddressPlace(id)),
            PlannedFrom = from,
            PlannedTo = to,
            Worker = worker,
            Team = team,
            PlannedBy = desk.Who.UserName ?? worker,
            PlannedAt = desk.Now,
        };
    }

    public static async Task<Visit> Visit(this VisitSeries series, CaseworkDesk desk, DateTime from, DateTime to)
    {
        var id = Guid.CreateVersion7();
        return new()
        {
            Id = id,
            Number = await desk.NextNumber(Subject.Visit),
            ReferralId = series.ReferralId,
            CaseId = series.CaseId,
            PersonId = series.PersonId,
            HouseholdId = series.HouseholdId,
            SeriesId = series.Id,
            Area = series.Area,
            Kind = series.Kind,
            Priority = series.Priority,
            SealedAddress = desk.Resealed(series.SealedAddress, SeriesAddressPlace(series.Id), AddressPlace(id)),
            PlannedFrom = from,
            PlannedTo = to,
            Worker = series.Worker,
            Team = series.Team,
            PlannedBy = desk.Who.UserName ?? series.Worker,
            PlannedAt = desk.Now,
        };
    }

    private static string? Sealed(this CaseworkDesk desk, string? text, string place) => string.IsNullOrWhiteSpace(text) ? null : desk.Vault.Seal(text.Trim(), place);

    private static string? Resealed(this CaseworkDesk desk, string? text, string from, string to) =>
        text is null ? null : desk.Vault.Seal(desk.Vault.Open(text, from), to);
}
