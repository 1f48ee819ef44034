using Helpline.Contracts.Accounts;
using Helpline.Domain.Line;
using Helpline.Domain.Shifts;
using Helpline.Server.Data;
using Helpline.Server.Shifts;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Accounts;

/// <summary>What a change of an account does to the rota, by the rule that judges changes of shifts.</summary>
internal sealed class AccountCover(HelplineDb db, RotaRules rules, LineRules line, TimeProvider clock)
{
    /// <summary>Hours that only she could be rung in, all her shifts ahead.</summary>
    public async Task<IReadOnlyList<RotaGap>> Silenced(Account account, AccountChange change, CancellationToken stop)
    {
        var stays = !change.Disabled && change.Roles.Contains(Roles.Counselor);
        if (stays && !account.Languages.Except(change.Languages).Any()) return [];
        var (her, now) = (account.UserName!, clock.GetUtcNow().UtcDateTime);
        if (await db.Shifts.OfCounselor(her).Where(s => s.To > now).MaxAsync(s => (DateTime?)s.To, stop) is not { } until) return [];
        Duty After(Duty duty) => duty.Counselor != her ? duty : stays ? duty with { Languages = [.. change.Languages] } : duty with { Counselor = null, Languages = [] };
        return await db.Silenced(now, until, now, duties => duties.ConvertAll(After), rules, line, stop);
    }

    /// <summary>Null when nobody's hours are lost, or a reason was given.</summary>
    public IResult? Refused(IReadOnlyList<RotaGap> silenced, string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? ShiftRefusal.OfSilence(silenced)?.Problem(rules, line) : ShiftEndpoints.TooLong(reason);
}
