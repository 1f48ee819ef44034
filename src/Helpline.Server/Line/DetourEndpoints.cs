using Helpline.Contracts;
using Helpline.Contracts.Calls;
using Helpline.Contracts.Line;
using Helpline.Domain.Line;
using Helpline.Server.Accounts;
using Helpline.Server.Calls;
using Helpline.Server.Catalog;
using Helpline.Server.Data;
using Helpline.Server.Hosting;
using Helpline.Server.Routing;
using Helpline.Server.Telephony;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Line;

/// <summary>Supervisors lead a language, a topic or one caller to others.</summary>
internal static class DetourEndpoints
{
    private const int LongestReason = 500;

    public static void MapDetours(this IEndpointRouteBuilder routes)
    {
        var detours = routes.MapGroup("/" + Routes.Detours).WithTags("Line").RequireAuthorization(p => p.RequireRole(Roles.Supervisor));
        detours.MapGet("/", List).Produces<List<DetourCard>>();
        detours.MapPost("/", Make).Produces<DetourCard>().ProducesValidationProblem();
        detours.MapDelete("/{id:guid}", Lift).Produces(StatusCodes.Status204NoContent);
        routes.MapPut("/" + Routes.Calls + "/{id:guid}/assignee", Assign).WithTags("Calls").RequireAuthorization(p => p.RequireRole(Roles.Supervisor))
            .Produces(StatusCodes.Status204NoContent).ProducesValidationProblem();
    }

    private static async Task<List<DetourCard>> List(HelplineDb db, CancellationToken stop) =>
        (await db.Detours.AsNoTracking().Standing().OrderBy(d => d.At).ToListAsync(stop)).ConvertAll(Of);

    private static async Task<IResult> Make(NewDetour wanted, HttpContext http, CallDesks desks, Languages languages, Catalogs catalogs)
    {
        if (Wrong(wanted, languages, catalogs) is { } wrong) return wrong;
        return await desks.Open<IResult>(async desk =>
        {
            var detour = new Detour
            {
                Id = Guid.CreateVersion7(desk.Now),
                Of = Enum.Parse<DetourOf>(wanted.Of),
                Code = wanted.Code,
                To = wanted.To,
                Reason = wanted.Reason,
                By = http.User.Identity!.Name!,
                At = desk.Now,
            };
            return await desk.Lead(detour) ? TypedResults.Ok(Of(detour)) : Refusals.Conflict($"Callers of '{wanted.Code}' are led elsewhere already: lift that detour first.");
        });
    }

    private static Task<IResult> Lift(Guid id, HttpContext http, CallDesks desks) => desks.Open<IResult>(async desk =>
    {
        if (await desk.Db.Detours.FindAsync(id) is not { } detour) return Refusals.Unknown("detour");
        desk.Lift(detour, http.User.Identity!.Name!);
        return TypedResults.NoContent();
    });

    private static Task<IResult> Assign(Guid id, CallAssignee assignee, HttpContext http, CallDesks desks) => desks.Open(async desk =>
    {
        if (await desk.Find(id) is not { } call) return Refusals.Unknown("call");
        if (call.Counselor == assignee.To) return Refusals.Field("to", $"The call is {assignee.To}'s already.");
        return await desk.Look(assignee.To) switch
        {
            Colleague.Unknown => Refusals.Field("to", $"'{assignee.To}' is nobody who takes calls."),
            Colleague.NotThere => Refusals.Conflict($"{assignee.To} is not at the board.", ("colleague", nameof(Colleague.NotThere))),
            _ => await desk.Assign(call, assignee.To, http.User.Identity!.Name!) ? TypedResults.NoContent() : CallEndpoints.NotNow(call),
        };
    });

    private static IResult? Wrong(NewDetour wanted, Languages languages, Catalogs catalogs)
    {
        if (!Enum.TryParse<DetourOf>(wanted.Of, out var of) || !Enum.IsDefined(of))
            return Refusals.Field("of", $"'{wanted.Of}' is neither of {string.Join(" and ", Enum.GetNames<DetourOf>())}.");
        if (wanted.Reason?.Length > LongestReason) return Refusals.Field("reason", $"The reason has {wanted.Reason.Length} characters; at most {LongestReason} fit.");
        if (wanted.To == wanted.Code) return Refusals.Field("to", "They are led there already.");
        if (of == DetourOf.Topic && wanted.To is null) return Refusals.Field("to", "Callers of a topic have talked to a counselor: say which other topic's counselors are asked.");
        return Wrong(of, "code", wanted.Code, languages, catalogs) ?? (wanted.To is null ? null : Wrong(of, "to", wanted.To, languages, catalogs));
    }

    private static IResult? Wrong(DetourOf of, string field, string code, Languages languages, Catalogs catalogs) => of switch
    {
        DetourOf.Topic => string.IsNullOrEmpty(code) ? Refusals.Field(field, "The topic is empty.") : catalogs.Wrong("service_kinds", field, code),
        DetourOf.Language when languages.All.Any(l => l.Code == code) => null,
        DetourOf.Language => Refusals.Field(field, $"'{code}' is no language of the line; those are {string.Join(", ", languages.All.Select(l => l.Code))}."),
    };

    private static DetourCard Of(Detour d) => new(d.Id, d.Of.ToString(), d.Code, d.To, d.Reason, d.By, d.At);
}
