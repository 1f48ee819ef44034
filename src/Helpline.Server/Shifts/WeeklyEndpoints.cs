using Helpline.Contracts;
using Helpline.Contracts.Shifts;
using Helpline.Domain.Line;
using Helpline.Domain.Shifts;
using Helpline.Server.Data;
using Helpline.Server.Hosting;
using Helpline.Server.Telephony;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Shifts;

/// <summary>Shifts of every week.</summary>
internal static class WeeklyEndpoints
{
    public static void Map(IEndpointRouteBuilder supervisors)
    {
        supervisors.MapGet("/" + Routes.WeeklyShifts, All).Produces<WeeklyCard[]>();
        supervisors.MapPost("/" + Routes.WeeklyShifts, Begin).Produces<WeeklyCard>().ProducesValidationProblem();
        supervisors.MapPost("/" + Routes.WeeklyShifts + "/{id:guid}/end", End).Produces<WeeklyCard>().ProducesValidationProblem();
    }

    /// <summary>From Monday on.</summary>
    private static async Task<IEnumerable<WeeklyCard>> All(HelplineDb db, LineRules line, CancellationToken stop)
    {
        var cards = await ShiftCards.For(db, line, stop);
        var rows = await db.WeeklyShifts.AsNoTracking().Going().ToListAsync(stop);
        return rows.OrderBy(w => ((int)w.Day + 6) % 7).ThenBy(w => w.Begins).ThenBy(w => w.Counselor, StringComparer.Ordinal).Select(cards.Of);
    }

    private static Task<IResult> Begin(NewWeekly wish, HttpContext http, ShiftDesks desks, Languages languages) => desks.Open<IResult>(http, async desk =>
    {
        if (await desk.MadeBefore(http.IdempotencyKey()) is { } made) return await Card(desk, (await desk.Db.WeeklyShifts.FindAsync(made))!);
        if (!Enum.TryParse<DayOfWeek>(wish.Day, out var day) || !Enum.IsDefined(day)) return Refusals.Field("day", $"'{wish.Day}' is none of {string.Join(", ", Enum.GetNames<DayOfWeek>())}.");
        if (ShiftEndpoints.Unspoken(wish.Language, languages) is { } unspoken) return unspoken;
        var last = DateOnly.FromDateTime(desk.Now).AddDays(desk.Rules.AheadDays);
        if (wish.FirstDay > last) return desk.Problem(new("firstDay", ShiftFault.TooFarAhead));
        var weekly = new WeeklyShift
        {
            Id = Guid.CreateVersion7(desk.Now),
            Day = day,
            Begins = wish.Begins,
            Ends = wish.Ends,
            FirstDay = wish.FirstDay,
            Counselor = wish.Counselor,
            Language = wish.Language,
            OnHolidays = wish.OnHolidays,
            MadeBy = desk.Who.UserName!,
        };
        if (await desk.Begin(weekly) is { } refused) return desk.Problem(refused);
        desk.Remember(http.IdempotencyKey(), weekly.Id);
        return await Card(desk, weekly);
    });

    private static Task<IResult> End(Guid id, ShiftReason wish, HttpContext http, ShiftDesks desks) => desks.Open<IResult>(http, async desk =>
    {
        if (await desk.Db.WeeklyShifts.FindAsync(id) is not { } weekly) return Refusals.Unknown("weekly shift");
        if (ShiftEndpoints.TooLong(wish.Reason) is { } wrong) return wrong;
        return await desk.End(weekly, wish.Reason) is { } refused ? desk.Problem(refused) : await Card(desk, weekly);
    });

    private static async Task<IResult> Card(ShiftDesk desk, WeeklyShift weekly) => TypedResults.Ok((await ShiftCards.For(desk.Db, desk.Line)).Of(weekly));
}
