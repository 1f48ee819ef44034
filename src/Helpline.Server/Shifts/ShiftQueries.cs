using Helpline.Domain.Shifts;
using Helpline.Server.Accounts;
using Helpline.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Shifts;

/// <summary>What the rota is asked.</summary>
internal static class ShiftQueries
{
    /// <summary>No shift is longer, so whoever looks back so far has seen all that touch a moment.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(25);

    /// <summary>Shifts that hold a moment of this time, cancelled ones left out.</summary>
    public static IQueryable<Shift> Between(this IQueryable<Shift> shifts, DateTime from, DateTime until)
    {
        var earliest = from - Longest;
        return shifts.Where(s => s.From > earliest && s.From < until && s.To > from && s.State != ShiftState.Cancelled);
    }

    /// <summary>Whose shift it is now, or was or will be within the grace.</summary>
    public static IQueryable<string> OnShift(this IQueryable<Shift> shifts, DateTime now, TimeSpan grace)
    {
        var (earliest, latest, ended) = (now - grace - Longest, now + grace, now - grace);
        return shifts.Where(s => s.From > earliest && s.From <= latest && s.To > ended && s.State == ShiftState.Taken && s.TakenAt <= now).Select(s => s.Counselor!);
    }

    public static IQueryable<Shift> OfCounselor(this IQueryable<Shift> shifts, string counselor) =>
        shifts.Where(s => s.Counselor == counselor && s.State == ShiftState.Taken);

    public static IQueryable<Swap> Open(this IQueryable<Swap> swaps) => swaps.Where(s => s.State == SwapState.Asked || s.State == SwapState.Taken);

    /// <summary>Weekly shifts of which shifts still come.</summary>
    public static IQueryable<WeeklyShift> Going(this IQueryable<WeeklyShift> weekly) => weekly.Where(w => w.EndedAt == null);

    /// <summary>The rota as coverage sees it; a shift of somebody whose account is disabled covers nothing.</summary>
    public static async Task<List<Duty>> Duties(this HelplineDb db, DateTime from, DateTime until, CancellationToken stop = default)
    {
        var shifts = await db.Shifts.Between(from, until).ToListAsync(stop);
        var crew = await db.RotaCrew(stop);
        return shifts.ConvertAll(s => s.AsDuty(crew));
    }

    public static Duty AsDuty(this Shift shift, IReadOnlyDictionary<string, Account> crew) => shift.Counselor is { } her && crew.TryGetValue(her, out var account)
        ? new(shift.Id, shift.From, shift.To, her, account.Languages)
        : new(shift.Id, shift.From, shift.To, null, []);

    /// <summary>Who may be put on a shift, by user name.</summary>
    public static async Task<Dictionary<string, Account>> RotaCrew(this HelplineDb db, CancellationToken stop = default) =>
        (await db.Users.AsNoTracking().Where(a => !a.Disabled).ToListAsync(stop)).Where(a => a.Roles.Contains(Roles.Counselor)).ToDictionary(a => a.UserName!);

    /// <summary>Whether anybody who speaks the language is on shift; where there is no rota around this time, everybody is.</summary>
    public static async Task<bool> IsAnyoneOnShift(this HelplineDb db, string? language, DateTime now)
    {
        var around = TimeSpan.FromDays(7);
        var spoken = await db.Shifts.OnShift(now, TimeSpan.Zero).Join(db.Users.Where(a => !a.Disabled), her => her, a => a.UserName, (_, a) => a.Languages).ToListAsync();
        return spoken.Exists(l => language is null || l.Contains(language)) || !await db.Shifts.Between(now - around, now + around).AnyAsync();
    }
}
