using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Helpline.Contracts;
using Helpline.Contracts.Visits;
using Helpline.Domain.Visits;
using Helpline.Server.Casework;
using Helpline.Server.Catalog;
using Helpline.Server.Data;
using Helpline.Server.Hosting;
using Helpline.Server.Shifts;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Visits;

/// <summary>A worker's visits and shifts in the calendar of her telephone, by a link that only she has.</summary>
internal static class CalendarEndpoints
{
    private const int TokenBytes = 32;

    // What may still be written down, and as far ahead as people plan: a telephone asks for all of it again and again.
    private static readonly TimeSpan Behind = TimeSpan.FromDays(14);
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(92);

    public static void Map(IEndpointRouteBuilder visits, IEndpointRouteBuilder all)
    {
        visits.MapGet("/" + Routes.MyCalendar, Mine).Produces<CalendarCard>();
        visits.MapPost("/" + Routes.MyCalendar, Renew).Produces<CalendarLink>();
        visits.MapDelete("/" + Routes.MyCalendar, Revoke);
        all.MapGet("/calendar/{token:length(43)}.ics", Read).WithTags("Visits").AddEndpointFilter(async (context, next) =>
            context.HttpContext.RequestServices.GetRequiredService<LookLimits>().MayLook(context.HttpContext) ? await next(context) : TypedResults.StatusCode(StatusCodes.Status429TooManyRequests));
    }

    private static async Task<CalendarCard> Mine(HttpContext http, HelplineDb db, CancellationToken stop) =>
        new((await db.CalendarFeeds.AsNoTracking().FirstOrDefaultAsync(f => f.UserName == http.User.Identity!.Name, stop))?.MadeAt);

    /// <summary>The link is shown now and never again; the one before it ends.</summary>
    private static Task<IResult> Renew(HttpContext http, CaseworkDesks desks) => desks.Open<IResult>(http, async desk =>
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        var feed = await desk.Db.CalendarFeeds.FindAsync(desk.Who.UserName);
        if (feed is null) desk.Db.CalendarFeeds.Add(new() { UserName = desk.Who.UserName!, TokenHash = Hash(token), MadeAt = desk.Now });
        else (feed.TokenHash, feed.MadeAt) = (Hash(token), desk.Now);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new CalendarLink(Routes.Calendar(token)));
    });

    private static Task<IResult> Revoke(HttpContext http, CaseworkDesks desks) => desks.Open<IResult>(http, async desk =>
    {
        if (await desk.Db.CalendarFeeds.FindAsync(desk.Who.UserName) is { } feed) desk.Db.CalendarFeeds.Remove(feed);
        return TypedResults.NoContent();
    });

    private static async Task<IResult> Read(string token, HttpContext http, HelplineDb db, Catalogs catalogs, LookLimits limits, TimeProvider clock, CancellationToken stop)
    {
        http.Response.Headers.CacheControl = "no-store";
        var (hash, now) = (Hash(token), clock.GetUtcNow().UtcDateTime);
        var feed = await db.CalendarFeeds.AsNoTracking().FirstOrDefaultAsync(f => f.TokenHash == hash, stop);
        var account = feed is null ? null : await db.VisitWorker(feed.UserName);
        if (account is null) return limits.MayGuess(http) ? Refusals.Unknown("calendar") : TypedResults.StatusCode(StatusCodes.Status429TooManyRequests);
        var (from, to) = (now - Behind, now + Ahead);
        var visits = await db.Visits.AsNoTracking()
            .Where(v => v.Worker == account.UserName && v.PlannedFrom >= from && v.PlannedFrom < to && v.State != VisitState.Cancelled)
            .OrderBy(v => v.PlannedFrom).Select(v => new CalendarEntry(v.Id, v.PlannedFrom, v.PlannedTo, v.State != VisitState.Planned, v.Area, v.Number)).ToListAsync(stop);
        var shifts = await db.Shifts.AsNoTracking().OfCounselor(account.UserName!).Where(s => s.From >= from && s.From < to)
            .OrderBy(s => s.From).Select(s => new CalendarEntry(s.Id, s.From, s.To, true, null, null)).ToListAsync(stop);
        return TypedResults.Text(CalendarText.Of(visits.Concat(shifts), catalogs, account.InterfaceLanguage, now), "text/calendar", Encoding.UTF8);
    }

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
