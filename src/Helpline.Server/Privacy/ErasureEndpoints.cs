using System.Text.Json;
using Helpline.Contracts;
using Helpline.Contracts.Accounts;
using Helpline.Contracts.Privacy;
using Helpline.Domain.Privacy;
using Helpline.Server.Accounts;
using Helpline.Server.Casework;
using Helpline.Server.Catalog;
using Helpline.Server.Data;
using Helpline.Server.Hosting;
using Helpline.Server.Telephony;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Privacy;

internal static class ErasureEndpoints
{
    private const int PageSize = 50;

    public static void MapErasures(this IEndpointRouteBuilder routes)
    {
        var erasures = routes.MapGroup("/" + Routes.Erasures).WithTags("Privacy").For(Section.Privacy);
        erasures.MapGet("/", List);
        erasures.MapPost("/", Erase).Produces<ErasureCard>().ProducesValidationProblem().ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<IEnumerable<ErasureCard>> List(DateTime? before, HelplineDb db, CancellationToken stop)
    {
        var earlier = before?.ToUniversalTime();
        var proofs = db.Erasures.AsNoTracking();
        if (earlier is not null) proofs = proofs.Where(e => e.At < earlier);
        return (await proofs.OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(PageSize).ToListAsync(stop)).Select(Of);
    }

    private static Task<IResult> Erase(EraseRequest form, HttpContext http, CaseworkDesks desks, Numbers numbers, Catalogs catalogs)
    {
        if (form.PersonId is null == form.Number is null) return Task.FromResult<IResult>(Refusals.Field("number", "Give a person or a number."));
        if (catalogs.Wrong("access_reasons", "reason", form.Reason) is { } wrong) return Task.FromResult<IResult>(wrong);
        var reason = string.IsNullOrEmpty(form.Reason) ? AccessReasons.Request : form.Reason;
        var number = form.Number is null ? null : numbers.Callable(form.Number);
        if (form.Number is not null && number is null) return Task.FromResult<IResult>(Refusals.Field("number", "This is no telephone number."));
        return desks.Open<IResult>(http, async desk =>
        {
            var key = http.IdempotencyKey();
            if (await desk.MadeBefore(key) is { } before) return TypedResults.Ok(Of((await desk.Db.Erasures.FindAsync(before))!));
            if (number is { } known) return Answer(desk, key, await desk.EraseNumber(known, reason));
            return await desk.SeePerson(form.PersonId!.Value) is { } person ? Answer(desk, key, await desk.ErasePerson(person, reason)) : Refusals.Unknown("person");
        });
    }

    private static IResult Answer(CaseworkDesk desk, string? key, Erasure? proof)
    {
        if (proof is null)
            return Refusals.Conflict("Something is not over yet: a call, a callback, a message, a missed call, a follow-up, a referral, a visit or an open case. Finish it first.");
        desk.Remember(key, proof.Id);
        return TypedResults.Ok(Of(proof));
    }

    private static ErasureCard Of(Erasure e) => new(e.Id, e.Of.ToString(), e.At, e.By, JsonSerializer.Deserialize<Dictionary<string, int>>(e.Counts)!, e.IdsHash);
}
