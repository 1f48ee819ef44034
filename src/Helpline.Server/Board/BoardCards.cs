using System.Linq.Expressions;
using Helpline.Contracts.Board;
using Helpline.Contracts.Calls;
using Helpline.Contracts.Counselors;
using Helpline.Contracts.ThirdParties;
using Helpline.Contracts.Transfers;
using Helpline.Domain.Calls;
using Helpline.Domain.Counselors;
using Helpline.Domain.Offers;
using Helpline.Domain.ThirdParties;
using Helpline.Domain.Transfers;
using Helpline.Server.Accounts;
using Helpline.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Board;

/// <summary>Rows as boards see them.</summary>
internal static class BoardCards
{
    public static readonly Expression<Func<Call, CallCard>> FromCall = c => new CallCard(
        c.Id, c.State.ToString(), c.Language, c.ArrivedAt, c.QueuedAt, c.AnsweredAt, c.EndedAt, c.Counselor, c.RepeatCaller, c.Version,
        c.State == CallState.WrapUp ? c.Deadline : null, c.HeldSince,
        c.Outbound, c.Unreached != null ? c.Unreached.ToString() : null, c.CounselorByPhone, c.RecordedSince, c.RecordingLost, c.HelpAskedAt);

    /// <summary>The same, of a row in hand.</summary>
    public static readonly Func<Call, CallCard> OfCall = FromCall.Compile();

    public static OfferCard Of(Offer offer, Call call) =>
        new(offer.Id, offer.CallId, call.Language!, offer.ExpiresAt, call.QueuedAt!.Value, offer.ByPhone);

    public static TransferCard Of(Transfer transfer, Call call) => new(
        transfer.Id, transfer.CallId, transfer.From, transfer.To, transfer.State.ToString(), call.Language!, transfer.AskedAt, transfer.Deadline, transfer.Version);

    public static ThirdPartyCard Of(ThirdParty third) => new(third.Id, third.CallId, third.State.ToString(), third.Partner, third.AskedAt, third.Version);

    /// <summary>Counselors, and anybody else of the line who has said where she is.</summary>
    /// <param name="lease">How long a heartbeat is good for.</param>
    /// <param name="userNames">Only these; everybody when null.</param>
    public static async Task<List<PresenceCard>> PresenceCards(this HelplineDb db, DateTime now, TimeSpan lease, IReadOnlyCollection<string>? userNames = null)
    {
        var rows = await db.Users.AsNoTracking()
            .Where(a => !a.Disabled && (userNames == null || userNames.Contains(a.UserName!)))
            .GroupJoin(db.Presences.AsNoTracking(), a => a.UserName, p => p.UserName, (a, p) => new { Account = a, Presences = p })
            .SelectMany(r => r.Presences.DefaultIfEmpty(), (r, p) => new { r.Account, Presence = p })
            .GroupJoin(db.Calls.AsNoTracking(), r => r.Presence!.CallId, c => c.Id, (r, c) => new { r.Account, r.Presence, Calls = c })
            .SelectMany(r => r.Calls.DefaultIfEmpty(), (r, c) => new
            {
                r.Account.UserName,
                r.Account.DisplayName,
                r.Account.Languages,
                r.Account.Roles,
                r.Presence,
                State = c == null ? (CallState?)null : c.State,
            })
            .ToListAsync();
        return [.. rows
            .Where(r => userNames is not null || r.Roles.Contains(Roles.Counselor) || r.Presence is not null && r.Roles.Exists(Roles.OfTheLine.Contains))
            .Select(r => Of(r.UserName!, r.DisplayName, r.Languages, r.Presence, r.State, now, lease))
            .OrderBy(p => p.DisplayName, StringComparer.CurrentCulture)];
    }

    private static PresenceCard Of(string userName, string name, List<string> languages, Presence? seat, CallState? call, DateTime now, TimeSpan lease)
    {
        if (seat is null) return new(userName, name, nameof(PresenceState.Offline), null, now, languages, 0);
        var heard = seat.CallId is not null || seat.IsReached(now) || seat.State == PresenceState.Offline;
        return new(userName, name, (heard ? seat.State : PresenceState.Offline).ToString(), call?.ToString(),
            seat.EngagedSince ?? seat.Since, languages, seat.Version, seat.Reason,
            seat.IsSilent(now, lease) ? null : seat.Tab, seat.IsHidden, seat.LostAt, seat.Phone.ToString());
    }
}
