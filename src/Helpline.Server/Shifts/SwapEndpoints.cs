using Helpline.Contracts;
using Helpline.Contracts.Shifts;
using Helpline.Domain.Line;
using Helpline.Domain.Shifts;
using Helpline.Server.Accounts;
using Helpline.Server.Data;
using Helpline.Server.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Shifts;

/// <summary>Swaps: asked, taken, decided.</summary>
internal static class SwapEndpoints
{
    private const string One = "/" + Routes.Swaps + "/{id:guid}";

    public static void Map(IEndpointRouteBuilder rota, IEndpointRouteBuilder supervisors)
    {
        var counselors = rota.MapGroup("").RequireAuthorization(p => p.RequireRole(Roles.Counselor));
        counselors.MapPost("/" + Routes.Shifts + "/{id:guid}/swap", Ask).Produces<SwapCard>();
        counselors.MapPost(One + "/take", Take).Produces<SwapCard>().ProducesValidationProblem();
        counselors.MapPost(One + "/give-back", GiveBack).Produces<SwapCard>();
        counselors.MapPost(One + "/withdraw", Withdraw).Produces<SwapCard>();
        supervisors.MapGet("/" + Routes.Swaps, ToDecide).Produces<SwapCard[]>();
        supervisors.MapPost(One + "/approve", Approve).Produces<SwapCard>().ProducesValidationProblem();
        supervisors.MapPost(One + "/refuse", Refuse).Produces<SwapCard>();
    }

    private static async Task<List<SwapCard>> ToDecide(HelplineDb db, LineRules line, CancellationToken stop) =>
        await (await ShiftCards.For(db, line, stop)).Of(db.Swaps.Where(s => s.State == SwapState.Taken), db, stop);

    private static Task<IResult> Ask(Guid id, HttpContext http, ShiftDesks desks) => desks.Open<IResult>(http, async desk =>
    {
        if (await desk.Db.Shifts.FindAsync(id) is not { } shift || shift.Counselor != desk.Who.UserName) return Refusals.Unknown("shift of yours");
        var open = await desk.Db.Swaps.Open().FirstOrDefaultAsync(s => s.ShiftId == id);
        // Asked twice is asked once.
        if ((open ?? await desk.Ask(shift)) is not { } swap) return desk.Problem(new("shift", ShiftFault.HasBegun));
        return await Card(desk, swap);
    });

    private static Task<IResult> Take(Guid id, SwapTaking wish, HttpContext http, ShiftDesks desks) => OfOne(id, http, desks, async (desk, swap) =>
        swap.State == SwapState.Taken && swap.TakenBy == desk.Who.UserName && swap.InReturn == wish.InReturn ? null
        : await desk.Take(swap, wish.InReturn) is { } refused ? desk.Problem(refused) : null);

    private static Task<IResult> GiveBack(Guid id, HttpContext http, ShiftDesks desks) => OfOne(id, http, desks, async (desk, swap) =>
        await desk.GiveBack(swap) ? null : desk.Problem(new("swap", ShiftFault.NotOpen)));

    private static Task<IResult> Withdraw(Guid id, HttpContext http, ShiftDesks desks) => OfOne(id, http, desks, async (desk, swap) =>
        swap.AskedBy == desk.Who.UserName && (swap.State == SwapState.Withdrawn || await desk.Drop(swap, SwapEvent.Withdrawn)) ? null : desk.Problem(new("swap", ShiftFault.NotOpen)));

    private static Task<IResult> Approve(Guid id, ShiftReason wish, HttpContext http, ShiftDesks desks) => OfOne(id, http, desks, async (desk, swap) =>
        ShiftEndpoints.TooLong(wish.Reason) ?? (swap.State != SwapState.Approved && await desk.Approve(swap, wish.Reason) is { } refused ? desk.Problem(refused) : null));

    private static Task<IResult> Refuse(Guid id, HttpContext http, ShiftDesks desks) => OfOne(id, http, desks, async (desk, swap) =>
        swap.State == SwapState.Refused || await desk.Drop(swap, SwapEvent.Refused) ? null : desk.Problem(new("swap", ShiftFault.NotOpen)));

    private static Task<IResult> OfOne(Guid id, HttpContext http, ShiftDesks desks, Func<ShiftDesk, Swap, Task<IResult?>> act) => desks.Open<IResult>(http, async desk =>
    {
        if (await desk.Db.Swaps.FindAsync(id) is not { } swap) return Refusals.Unknown("swap");
        return await act(desk, swap) ?? await Card(desk, swap);
    });

    private static async Task<IResult> Card(ShiftDesk desk, Swap swap)
    {
        await desk.Db.SaveChangesAsync();
        var shift = (await desk.Db.Shifts.FindAsync(swap.ShiftId))!;
        var other = swap.InReturn is { } id ? await desk.Db.Shifts.FindAsync(id) : null;
        return TypedResults.Ok((await ShiftCards.For(desk.Db, desk.Line)).Of(swap, shift, other));
    }
}
