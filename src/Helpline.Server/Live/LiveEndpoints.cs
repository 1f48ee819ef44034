using Helpline.Contracts;
using Helpline.Contracts.Accounts;
using Helpline.Contracts.Board;
using Helpline.Contracts.Live;
using Helpline.Domain.Calls;
using Helpline.Domain.Line;
using Helpline.Server.Accounts;
using Helpline.Server.Board;
using Helpline.Server.Calls;
using Helpline.Server.Casework;
using Helpline.Server.Data;
using Helpline.Server.Hosting;
using Helpline.Server.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Live;

internal static class LiveEndpoints
{
    public static void MapLive(this IEndpointRouteBuilder routes)
    {
        var live = routes.MapGroup("").WithTags("Live").For(Section.Live);
        live.MapGet("/" + Routes.LiveCalls, Queue);
        live.MapGet("/" + Routes.LiveFigures, (HttpContext http, LiveMeasure measure, CancellationToken stop) => measure.Now(Reader.Of(http.User), stop));
        live.MapPost("/" + Routes.LiveMessages, Say).Produces(StatusCodes.Status204NoContent).ProducesValidationProblem();
    }

    private static async Task<LiveCalls> Queue(HelplineDb db, CompiledQueries queries, LineRules line, TimeProvider clock, CancellationToken stop)
    {
        var waiting = (await db.Line(queries, line, clock.GetUtcNow().UtcDateTime)).ConvertAll(c => new WaitingCard(c.Id, c.Priority));
        var risks = await db.Calls.Where(c => c.State == CallState.Talking).Join(db.Notes, c => c.Id, n => n.CallId, (c, n) => new { c.Id, n.Risk })
            .Where(n => n.Risk != null && n.Risk != "none").Select(n => new TalkRisk(n.Id, n.Risk!)).ToListAsync(stop);
        return new(waiting, risks);
    }

    /// <summary>On her screen now, or not at all: what must not be lost is a task.</summary>
    private static async Task<IResult> Say(NewMessage message, HttpContext http, HelplineDb db, IHubContext<BoardHub, IBoardClient> hub, TimeProvider clock)
    {
        var text = message.Text?.Trim() ?? "";
        if (text.Length is 0 or > NewMessage.Longest) return Refusals.Field("text", $"A message has 1 to {NewMessage.Longest} characters.");
        if (!await db.Users.AnyAsync(a => a.UserName == message.To && !a.Disabled)) return Refusals.Field("to", $"Nobody is called '{message.To}' here.");
        await hub.Clients.User(message.To).SaidToYou(new(http.User.Identity!.Name!, text, clock.GetUtcNow().UtcDateTime));
        return TypedResults.NoContent();
    }
}
