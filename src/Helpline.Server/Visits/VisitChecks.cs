using Helpline.Contracts.Visits;
using Helpline.Domain.Referrals;
using Helpline.Domain.Visits;
using Helpline.Server.Accounts;
using Helpline.Server.Casework;
using Helpline.Server.Catalog;
using Helpline.Server.Hosting;
using Helpline.Server.Referrals;
using Helpline.Server.Telephony;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Visits;

/// <summary>What is wrong with a wish about visits; null when nothing is. Nothing here changes anything.</summary>
internal sealed class VisitChecks(Catalogs catalogs, VisitRules rules, ServiceLevels levels, Languages languages)
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    public VisitRules Rules => rules;

    public DateTime End(DateTime from, DateTime? to) => to is { } given ? VisitCards.Utc(given) : VisitCards.Utc(from).AddMinutes(rules.Minutes);

    public IResult? Time(DateTime from, DateTime? to, DateTime now, string fromField = "from", string toField = "to")
    {
        var (begin, end) = (VisitCards.Utc(from), End(from, to));
        if (begin < now) return Refusals.Field(fromField, "The time is in the past.");
        if (begin > now.AddDays(rules.AheadDays)) return Refusals.Field(fromField, $"A visit is planned at most {rules.AheadDays} days ahead.");
        return end <= begin || end - begin > Longest ? Refusals.Field(toField, $"A visit ends after it begins, within {Longest.TotalHours:0} hours.") : null;
    }

    public IResult? Codes(string area, string kind, int priority, string? address) => area is null or ""
        ? Refusals.Field("area", "Say in which area.")
        : catalogs.Wrong("areas", "area", area)
          ?? (Enum.GetNames<VisitKind>().Contains(kind) ? null : Refusals.Field("kind", $"'{kind}' is none of {string.Join(", ", Enum.GetNames<VisitKind>())}."))
          ?? (priority is >= 1 and <= 3 ? null : Refusals.Field("priority", "1 urgent, 2 soon, 3 routine."))
          ?? (address?.Length > 300 ? Refusals.Field("address", "At most 300 characters.") : null);

    /// <summary>To whom: a case that is open, a person, a household or a referral in hand, each one that the reader may see.</summary>
    public static async Task<IResult?> Place(CaseworkDesk desk, Guid? caseId, Guid? personId, Guid? householdId, Guid? referralId)
    {
        var (db, who, now) = (desk.Db, desk.Who, desk.Now);
        if ((caseId ?? personId ?? householdId ?? referralId) is null) return Refusals.Field("caseId", "Say to whom: a case, a person or a household.");
        var referral = referralId is { } known ? await desk.FindReferral(known) : null;
        if (referralId is not null && await NotInHand(desk, referral) is { } refused) return refused;
        // Whoever has a referral in hand goes to those whom it is for.
        if (caseId is { } id && id != referral?.CaseId)
        {
            if (await desk.SeeCase(id) is not { } inCase) return Refusals.Field("caseId", "There is no such case.");
            if (!desk.MayChange(inCase)) return Caseworkers.OnlyReads();
        }
        if (await desk.IsCaseClosed(caseId ?? referral?.CaseId)) return Refusals.Conflict("The case is closed.", ("field", "caseId"));
        if (personId is { } person && person != referral?.PersonId && !await db.Persons.VisibleTo(db, who, now).AnyAsync(p => p.Id == person)) return Refusals.Field("personId", "There is no such person.");
        return householdId is not { } home || caseId is not null || await db.Persons.VisibleTo(db, who, now).AnyAsync(p => p.HouseholdId == home)
            ? null
            : Refusals.Field("householdId", "There is no such household.");
    }

    /// <summary>A referral makes visits of whoever has accepted it.</summary>
    private static async Task<IResult?> NotInHand(CaseworkDesk desk, Referral? referral) =>
        referral is null || !(await desk.SideOf(referral)).HasFlag(ReferralSide.Receiver) ? Refusals.Field("referralId", "There is no such referral of yours.")
        : ReferralFlow.IsInHand(referral.State) ? null
        : Refusals.Conflict($"The referral is {referral.State}: visits are made of one that was accepted.", ("field", "referralId"), ("state", referral.State.ToString()));

    /// <summary>One more visit of a series that the reader may plan is within its days.</summary>
    public static async Task<IResult?> Series(CaseworkDesk desk, Guid? seriesId, DateTime from) => seriesId is not { } id ? null
        : await desk.Db.VisitSeries.FindAsync(id) is not { } series || !await desk.MayPlan(series) ? Refusals.Field("seriesId", "There is no such series.")
        : series.EndedAt is not null ? Refusals.Conflict("The series has ended.", ("field", "seriesId"))
        : Within(desk, series, from);

    /// <summary>A visit of a series stays within its days, whoever goes; one of a series that has ended is free.</summary>
    public static async Task<IResult?> Within(CaseworkDesk desk, Visit visit, DateTime from) =>
        visit is { SeriesId: { } id, Follows: null } && await desk.Db.VisitSeries.FindAsync(id) is { EndedAt: null } series ? Within(desk, series, from) : null;

    private static IResult? Within(CaseworkDesk desk, VisitSeries series, DateTime from) =>
        series.Rule.Spans(desk.Line.Zone.Day(VisitCards.Utc(from))) ? null : Refusals.Field("from", "The day is outside the series.", "series");

    /// <summary>A visit that nobody had planned is entered for some days after it took place.</summary>
    public IResult? Held(DateTime? arrived, CaseworkDesk desk) =>
        arrived is { } at && desk.Line.Zone.Day(at) < desk.Line.Zone.Day(desk.Now).AddDays(-rules.LateDays)
            ? Refusals.Field("arrived", $"A visit that nobody planned is entered within {rules.LateDays} days after it took place.")
            : null;

    /// <summary>What is referred of the signs of danger that were seen: our own people read it, so in the language that the line speaks first.</summary>
    /// <returns>Null when there were none.</returns>
    public DangerReferral? Danger(VisitForm form, DateTime now)
    {
        var seen = form.SignsSeen.ToList();
        var names = catalogs.Lists.First(l => l.Code == "danger_signs").Items.Where(i => seen.Contains(i.Code)).Select(i => (i.Label ?? i.Text).In(languages.Default.Code));
        var sendBy = levels.ByUrgency.ContainsKey(DangerReferral.Urgency) ? levels.For(DangerReferral.Urgency, now).AnswerBy : now;
        return seen.Count == 0 ? null : new(string.Join("; ", names), sendBy);
    }

    /// <param name="kept">The draft that is stored: its codes stay, retired or not.</param>
    public IResult? Form(VisitFields? form, VisitForm? kept = null) => form is null ? Refusals.Field("form", "A visit has a form.") :
        form.Seen is null ? Refusals.Field("seen", "A text may be empty, and is there.") :
        form.Services is null ? Refusals.Field("services", "None is an empty list.") :
        form.DangerSigns is null ? Refusals.Field("dangerSigns", "Each sign is answered with yes or no.") :
        form.Services.Except(kept?.Services ?? []).Select(code => catalogs.Wrong("service_kinds", "services", code)).FirstOrDefault(wrong => wrong is not null)
        ?? form.DangerSigns.Keys.Except(kept?.DangerSigns.Keys ?? []).Select(code => catalogs.Wrong("danger_signs", "dangerSigns", code)).FirstOrDefault(wrong => wrong is not null)
        ?? catalogs.Wrong("visit_results", "result", form.Result, kept?.Result)
        ?? (VisitCards.Of(form).TooLong() is { } field ? Refusals.Field(field, $"At most {VisitFields.TextLength} characters.") : null);

    public IResult? Finished(VisitForm form, DateTime plannedFrom, DateTime now) =>
        form.Wrong(plannedFrom, catalogs.Codes("danger_signs"), rules, now) is var (field, why) ? Refusals.Field(field, why) : null;

    public IResult? Code(string list, string code) => string.IsNullOrEmpty(code) ? Refusals.Field("reason", "Choose a reason.") : catalogs.Wrong(list, "reason", code);

    public static IResult NobodyOfThatName() => Refusals.Field("worker", $"There is no {Roles.SocialWorker} or {Roles.Counselor} of that name.");
}
