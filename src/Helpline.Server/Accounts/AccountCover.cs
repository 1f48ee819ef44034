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
    /// <summary>Hours of her shifts ahead that would ring nobody and ring somebody now. Asked and saved on one context: a rota that was changed in between is a clash.</summary>
    public async Task<IReadOnlyList<RotaGap>> Silenced(Account account, AccountChange change, CancellationToken stop)
    {
        var stays = !change.Disabled && change.Roles.Contains(Roles.Counselor);
        if (stays && !account.Languages.Except(change.Languages).Any()) return [];
        // It changes with the account, so of two who each take one of the last two away only the first does.
        (await db.Rotas.FindAsync([Rota.TheOne], stop) ?? db.Rotas.Add(new()).Entity).Touch();
        var (her, now) = (account.UserName!, clock.GetUtcNow().UtcDateTime);
        var hers = await db.Shifts.AsNoTracking().OfCounselor(her).Where(s => s.To > now).OrderBy(s => s.From).ToListAsync(stop);
        if (hers.Count == 0) return [];
        Duty After(Duty duty) => duty.Counselor != her ? duty : stays ? duty with { Languages = [.. change.Languages] } : duty with { Counselor = null, Languages = [] };
        var duties = await db.Duties(now, hers.Max(s => s.To), stop);
        var after = duties.ConvertAll(After);
        return [.. hers.SelectMany(s => duties.Silenced(after, rules, line, s.From < now ? now : s.From, s.To))];
    }

    /// <summary>Null when nobody's hours are lost, or a reason was given.</summary>
    public IResult? Refused(IReadOnlyList<RotaGap> silenced, string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? ShiftRefusal.OfSilence(silenced)?.Problem(rules, line) : ShiftEndpoints.TooLong(reason);
}
