using Helpline.Contracts;
using Helpline.Contracts.Shifts;
using Helpline.Domain.Casework;
using Helpline.Domain.Shifts;
using Helpline.Server.Accounts;
using Helpline.Server.Hosting;
using Helpline.Server.Telephony;

namespace Helpline.Server.Shifts;

/// <summary>What is done with one shift.</summary>
internal static class ShiftEndpoints
{
    private const string One = "/" + Routes.Shifts + "/{id:guid}";

    public static void Map(IEndpointRouteBuilder rota, IEndpointRouteBuilder supervisors)
    {
        supervisors.MapPost("/" + Routes.Shifts, Plan).Produces<ShiftCard>().ProducesValidationProblem();
        supervisors.MapPut(One, Change).Produces<ShiftCard>().ProducesValidationProblem().ProducesProblem(StatusCodes.Status409Conflict);
        supervisors.MapPost(One + "/cancel", Cancel).Produces<ShiftCard>().ProducesValidationProblem();
        rota.MapPost(One + "/take", Take).Produces<ShiftCard>().ProducesValidationProblem().RequireAuthorization(p => p.RequireRole(Roles.Counselor));
    }

    private static Task<IResult> Plan(NewShift wish, HttpContext http, ShiftDesks desks, Languages languages) => desks.Open<IResult>(http, async desk =>
    {
        if (await desk.MadeBefore(http.IdempotencyKey()) is { } made) return await Card(desk, (await desk.Db.Shifts.FindAsync(made))!);
        if (Unspoken(wish.Language, languages) is { } unspoken) return unspoken;
        var shift = new Shift { Id = Guid.CreateVersion7(desk.Now), From = desk.Line.Utc(wish.From), To = desk.Line.Utc(wish.To), Language = wish.Language, MadeBy = desk.Who.UserName, MadeAt = desk.Now };
        if (await desk.Plan(shift, wish.Counselor) is { } refused) return desk.Problem(refused);
        desk.Remember(http.IdempotencyKey(), shift.Id);
        return await Card(desk, shift);
    });

    private static Task<IResult> Change(Guid id, ShiftChange wish, HttpContext http, ShiftDesks desks, Languages languages) => OfOne(id, http, desks, async (desk, shift) =>
    {
        if (wish.Version is { } seen && seen != shift.Version) return Refusals.Conflict("The shift was changed meanwhile.", ("field", "version"));
        if ((Unspoken(wish.Language, languages) ?? TooLong(wish.Reason)) is { } wrong) return wrong;
        return await desk.Change(shift, desk.Line.Utc(wish.From), desk.Line.Utc(wish.To), wish.Counselor, wish.Language, wish.Reason) is { } refused ? desk.Problem(refused) : null;
    });

    private static Task<IResult> Cancel(Guid id, ShiftReason wish, HttpContext http, ShiftDesks desks) => OfOne(id, http, desks, async (desk, shift) =>
        TooLong(wish.Reason) ?? (await desk.Cancel(shift, wish.Reason) is { } refused ? desk.Problem(refused) : null));

    /// <summary>The same counselor twice is once.</summary>
    private static Task<IResult> Take(Guid id, HttpContext http, ShiftDesks desks) => OfOne(id, http, desks, async (desk, shift) =>
        shift.Counselor != desk.Who.UserName && await desk.Take(shift, desk.Who.UserName!) is { } refused ? desk.Problem(refused) : null);

    private static Task<IResult> OfOne(Guid id, HttpContext http, ShiftDesks desks, Func<ShiftDesk, Shift, Task<IResult?>> act) => desks.Open<IResult>(http, async desk =>
    {
        if (await desk.Db.Shifts.FindAsync(id) is not { } shift) return Refusals.Unknown("shift");
        return await act(desk, shift) ?? await Card(desk, shift);
    });

    private static async Task<IResult> Card(ShiftDesk desk, Shift shift)
    {
        await desk.Db.SaveChangesAsync();
        return TypedResults.Ok((await ShiftCards.For(desk.Db, desk.Line)).Of(shift));
    }

    public static IResult? TooLong(string? reason) => reason?.Length > HistoryEntry.ReasonLength ? Refusals.Field("reason", $"At most {HistoryEntry.ReasonLength} characters.") : null;

    public static IResult? Unspoken(string? language, Languages languages) => language is null || languages.All.Any(l => l.Code == language)
        ? null
        : Refusals.Field("language", $"'{language}' is none of {string.Join(", ", languages.All.Select(l => l.Code))}.");
}
