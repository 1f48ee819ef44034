using Helpline.Contracts;
using Helpline.Contracts.Shifts;
using Helpline.Domain.Line;
using Helpline.Domain.Metrics;
using Helpline.Domain.Shifts;
using Helpline.Domain.Visits;
using Helpline.Server.Data;
using Helpline.Server.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Shifts;

/// <summary>A week for everybody, and what concerns the reader.</summary>
internal static class RotaEndpoints
{
    private const int Days = 7;
    private const int Most = 100;

    /// <summary>Neither a week so far ago nor one so far ahead is anybody's.</summary>
    private static readonly TimeSpan Farthest = TimeSpan.FromDays(800);

    public static void Map(IEndpointRouteBuilder rota)
    {
        rota.MapGet("/" + Routes.Shifts, Week).Produces<RotaWeek>().ProducesValidationProblem();
        rota.MapGet("/" + Routes.MyShifts, Mine).Produces<MyRota>();
    }

    public static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <returns>Null for a day beyond reason.</returns>
    public static (DateOnly First, DateTime Begin, DateTime End)? WeekFrom(DateOnly? from, LineRules line, DateTime now)
    {
        var today = line.Zone.Day(now);
        var first = from ?? Monday(today);
        if (Math.Abs(first.DayNumber - today.DayNumber) > Farthest.TotalDays) return null;
        return (first, LocalDay.Of(first, line.Zone).From, LocalDay.Of(first.AddDays(Days - 1), line.Zone).Until);
    }

    private static async Task<IResult> Week(HelplineDb db, LineRules line, RotaRules rules, TimeProvider clock, CancellationToken stop, DateOnly? from = null)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (WeekFrom(from, line, now) is not var (first, begin, end)) return Refusals.Field("from", $"At most {Farthest.TotalDays:0} days from today.");
        var (cards, crew) = (await ShiftCards.For(db, line, stop), await db.RotaCrew(stop));
        var shifts = await db.Shifts.AsNoTracking().Between(begin, end).OrderBy(s => s.From).ToListAsync(stop);
        var ahead = begin < now ? now : begin;
        var gaps = ahead < end ? shifts.ConvertAll(s => s.AsDuty(crew)).Gaps(rules, line, ahead, end) : [];
        var feasts = Enumerable.Range(0, Days).Select(first.AddDays).Select(day => (Day: day, Feast: rules.Holidays.On(day))).Where(d => d.Feast is not null);
        return TypedResults.Ok(new RotaWeek(
            first, line.Zone.Id, rules.Routing == RoutingBy.Rota, shifts.ConvertAll(cards.Of), [.. gaps.Select(cards.Of)],
            [.. feasts.Select(d => new HolidayCard(d.Day, new(d.Feast!.Kk, d.Feast.Ru, d.Feast.En)))],
            [.. crew.Values.OrderBy(a => a.DisplayName, StringComparer.Ordinal).Select(a => new RotaPerson(a.UserName!, a.DisplayName, a.Languages))]));
    }

    private static async Task<MyRota> Mine(HttpContext http, HelplineDb db, LineRules line, RotaRules rules, TimeProvider clock, CancellationToken stop)
    {
        var (me, now) = (http.User.Identity!.Name!, clock.GetUtcNow().UtcDateTime);
        var (cards, crew) = (await ShiftCards.For(db, line, stop), await db.RotaCrew(stop));
        var mine = await db.Shifts.AsNoTracking().OfCounselor(me).Where(s => s.To > now - rules.Rest - rules.Longest).OrderBy(s => s.From).Take(Most).ToListAsync(stop);
        var open = await db.Shifts.AsNoTracking().Where(s => s.State == ShiftState.Open && s.To > now).OrderBy(s => s.From).Take(Most).ToListAsync(stop);
        var swaps = await cards.Of(db.Swaps.Open().Where(s => s.AskedBy == me || s.TakenBy == me || s.State == SwapState.Asked), db, stop);
        var hers = mine.ConvertAll(s => s.AsDuty(crew));
        var spoken = crew.TryGetValue(me, out var account) ? account.Languages : [];
        bool Fits(DateTime from, DateTime to, string? language) => account is not null && (language is null || spoken.Contains(language)) && rules.Clash("shift", from, to, hers, line.Zone) is null;
        return new(
            [.. mine.Where(s => s.To > now).Select(cards.Of)],
            [.. open.Where(s => Fits(s.From, s.To, s.Language)).Select(cards.Of)],
            [.. swaps.Where(s => s.AskedBy == me || s.TakenBy == me || s.Shift.From > now && (s.Shift.Language is null || spoken.Contains(s.Shift.Language)) && account is not null)]);
    }
}
