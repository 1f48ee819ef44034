using Helpline.Domain.Casework;
using Helpline.Domain.Shifts;
using Helpline.Domain.Visits;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Shifts;

/// <summary>Shifts of every week: rows some weeks ahead, each changed by itself.</summary>
internal sealed partial class ShiftDesk
{
    private DateOnly Today => line.Zone.Day(now);

    /// <summary>Refused when one of the shifts ahead is impossible; then none is made.</summary>
    public async Task<ShiftRefusal?> Begin(WeeklyShift weekly)
    {
        foreach (var day in Ahead(weekly))
        {
            var (from, to) = weekly.On(day, line.Zone);
            if (from < now) continue;
            if ((rules.Wrong(from, to, now, line.Zone) ?? await Unfit(weekly.Counselor, Guid.Empty, from, to, weekly.Language, "counselor")) is { } wrong) return Named(wrong);
        }
        db.WeeklyShifts.Add(weekly);
        Record(Subject.Shift, weekly.Id, "WeeklyBegun", null, null);
        await PlanAhead(weekly);
        return null;
    }

    /// <summary>Makes the shifts that are not there yet; where its counselor cannot any more, it is open. Safe to run at any time, twice, or late.</summary>
    /// <returns>How many were made.</returns>
    public async Task<int> PlanAhead(WeeklyShift weekly)
    {
        var known = (await db.Shifts.Where(s => s.WeeklyId == weekly.Id && s.Day >= Today).Select(s => s.Day).ToListAsync()).ToHashSet();
        var made = 0;
        foreach (var day in Ahead(weekly).Where(d => !known.Contains(d)))
        {
            var (from, to) = weekly.On(day, line.Zone);
            if (from < now) continue;
            var shift = new Shift { Id = Guid.CreateVersion7(now), From = from, To = to, Language = weekly.Language, WeeklyId = weekly.Id, Day = day, MadeBy = who.UserName, MadeAt = now };
            db.Shifts.Add(shift);
            if (weekly.Counselor is { } counselor && await Unfit(counselor, shift, "counselor") is null) Give(shift, counselor);
            made++;
        }
        return made;
    }

    /// <summary>No more shifts come of it, and those that have not begun are cancelled.</summary>
    public async Task<ShiftRefusal?> End(WeeklyShift weekly, string? reason)
    {
        var ahead = await db.Shifts.Where(s => s.WeeklyId == weekly.Id && s.From > now && s.State != ShiftState.Cancelled).OrderBy(s => s.From).ToListAsync();
        var gone = ahead.ConvertAll(s => s.Id);
        if (ahead.Count > 0 && await Silenced(ahead[0].From, ahead[^1].To, duties => [.. duties.Where(d => !gone.Contains(d.Id))], reason) is { } silent) return silent;
        if (!weekly.End(now)) return null;
        Record(Subject.Shift, weekly.Id, "WeeklyEnded", null, null, reason);
        foreach (var shift in ahead) await CancelNow(shift, reason);
        return null;
    }

    private IEnumerable<DateOnly> Ahead(WeeklyShift weekly) => weekly.Days(Today, Today.AddDays(7 * rules.PlanWeeks), rules.Holidays);

    /// <summary>The fields of a weekly shift have other names.</summary>
    private static ShiftRefusal Named(ShiftRefusal wrong) => wrong with { Field = wrong.Field switch { "from" => "firstDay", "to" => "ends", var same => same } };
}
