using Helpline.Contracts.Referrals;
using Helpline.Domain.Casework;
using Helpline.Domain.Referrals;
using Helpline.Server.Casework;
using Helpline.Server.Catalog;
using Helpline.Server.Data;
using Helpline.Server.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Referrals;

/// <summary>The lists of referrals, newest first, a page at a time.</summary>
internal static class ReferralLists
{
    private const int Most = 50;
    private const int FewLate = 1000;
    private static readonly string[] Tabs = ["sent", "answer", "work", "all"];

    /// <param name="tab">sent (by me), answer (waiting for mine), work (accepted by me), or all that I may see.</param>
    /// <param name="before">What the page before says.</param>
    public static async Task<IResult> List(
        HttpContext http, HelplineDb db, TimeProvider clock, Catalogs catalogs, CancellationToken stop,
        string tab = "all", string? state = null, string? urgency = null, bool overdue = false, string? before = null)
    {
        var (who, now) = (Reader.Of(http.User), clock.GetUtcNow().UtcDateTime);
        if (!Tabs.Contains(tab)) return Refusals.Field("tab", $"'{tab}' is no list; it is one of {string.Join(", ", Tabs)}.");
        if (!IsState(state, out var wanted)) return Refusals.Field("state", $"'{state}' is no state of a referral.");
        if (catalogs.Wrong("referral_urgencies", "urgency", urgency) is { } wrong) return wrong;
        ReferralPlace? place = null;
        if (before is not null && (place = ReferralPlace.Parse(before)) is null) return Refusals.Field("before", "This is no place in a list.");
        var rows = db.Referrals.AsNoTracking();
        if (wanted is { } one) rows = rows.Where(r => r.State == one);
        if (!string.IsNullOrEmpty(urgency)) rows = rows.Where(r => r.Urgency == urgency);
        if (overdue) rows = tab == "all" && who.IsSupervisor && !await db.Referrals.Where(r => r.DueAt < now).Skip(FewLate).AnyAsync(stop)
            // From the few that are late to their rows: along all of them, newest first, the late ones come last.
            ? rows.Where(r => db.Referrals.Where(late => late.DueAt < now).Select(late => late.Id).Contains(r.Id))
            : rows.Where(r => r.DueAt < now);
        var page = await Of(rows, tab, db, who, now, place).Take(Most + 1).ToListAsync(stop);
        var shown = page.Take(Most).ToList();
        return TypedResults.Ok(new ReferralList([.. shown.Select(r => ReferralCards.Of(r, now))], page.Count > Most ? new ReferralPlace(shown[^1].CreatedAt, shown[^1].Id).ToString() : null));
    }

    public static async Task<IEnumerable<ReceiverCard>> Receivers(HelplineDb db, CancellationToken stop) =>
        (await db.Users.AsNoTracking().Where(a => !a.Disabled).OrderBy(a => a.UserName).ToListAsync(stop))
            .Where(a => a.MayReceive()).Select(a => new ReceiverCard(a.UserName!, a.DisplayName));

    internal static IQueryable<Referral> Of(IQueryable<Referral> rows, string tab, HelplineDb db, Reader who, DateTime now, ReferralPlace? place) => tab switch
    {
        "sent" => Newest(rows.Where(r => r.Sender == who.UserName).After(place)),
        "answer" => Newest(rows.SentTo(who).ToAnswer().After(place)),
        "work" => Newest(rows.SentTo(who).InHand().After(place)),
        _ when who.Organization is not null => Newest(rows.VisibleTo(db, who, now).After(place)),
        _ when who is { IsSupervisor: true, Team: { } team } =>
            Newest(Newest(rows.LedBy(who).After(place)).Take(Most + 1).Concat(Granted(rows.Where(r => r.Team != team), db, who, now, place).Take(Most + 1))),
        _ when who.IsSupervisor => Newest(rows.After(place)),
        _ => Granted(rows, db, who, now, place),
    };

    private static IQueryable<Referral> Newest(IQueryable<Referral> rows) => rows.OrderByDescending(r => r.CreatedAt).ThenByDescending(r => r.Id);

    /// <summary>Along the reader's rights, of which there are few, and not along all rows.</summary>
    private static IQueryable<Referral> Granted(IQueryable<Referral> rows, HelplineDb db, Reader who, DateTime now, ReferralPlace? place)
    {
        var held = db.Grants.Held(who, Subject.Referral, now);
        if (place is { CreatedAt: var at, Id: var id }) held = held.Where(g => g.SortAt <= at && (g.SortAt < at || g.SubjectId.CompareTo(id) < 0));
        return held.Join(rows, g => g.SubjectId, r => r.Id, (g, r) => new { g.SortAt, g.SubjectId, Referral = r })
            .OrderByDescending(x => x.SortAt).ThenByDescending(x => x.SubjectId).Select(x => x.Referral);
    }

    private static bool IsState(string? text, out ReferralState? state)
    {
        state = Enum.TryParse<ReferralState>(text, out var one) && Enum.IsDefined(one) ? one : null;
        return string.IsNullOrEmpty(text) || state is not null;
    }
}
