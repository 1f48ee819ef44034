using Helpline.Contracts.Accounts;
using Helpline.Domain.Audit;
using Helpline.Domain.Casework;
using Helpline.Server.Data;

namespace Helpline.Server.Accounts;

/// <summary>What auditors read of accounts: who made or changed one, and what of it.</summary>
internal sealed class AccountTrail(HelplineDb db, TimeProvider clock)
{
    /// <summary>Kept with the change, in the same save.</summary>
    /// <param name="what">A code, and what is said of it.</param>
    public void Add(Guid account, string what, HttpContext http) => db.AuditTrail.Add(new AuditEntry
    {
        At = clock.GetUtcNow().UtcDateTime,
        Actor = http.User.Identity!.Name,
        Action = AuditAction.Changed,
        Subject = Subject.Account,
        SubjectId = account,
        What = what,
    });

    /// <summary>What would be another after a change, in codes.</summary>
    /// <param name="moves">She answers the referrals of another organization.</param>
    public static IEnumerable<string> Changes(Account account, AccountChange change, bool moves)
    {
        if (change.Disabled != account.Disabled) yield return change.Disabled ? "disabled" : "enabled";
        if (!Same(change.Roles, account.Roles)) yield return $"roles {string.Join(", ", change.Roles)}";
        if (!Same(change.Languages, account.Languages)) yield return $"languages {string.Join(", ", change.Languages)}";
        if (change.Team is { } team && team != (account.Team ?? "")) yield return $"team {team}".Trim();
        if (moves) yield return "organization";
        if (change.DisplayName != account.DisplayName) yield return "name";
        if (change.Phone is not null) yield return "phone";
        if (change.Topics is { } topics && !Same(topics, account.Topics) || change.Level is { } level && level != account.Level) yield return "skills";
    }

    private static bool Same(IEnumerable<string> one, IEnumerable<string> other) => one.Order(StringComparer.Ordinal).SequenceEqual(other.Order(StringComparer.Ordinal));
}
