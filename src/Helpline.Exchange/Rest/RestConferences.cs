using Microsoft.AspNetCore.Http;

namespace Helpline.Exchange;

/// <summary>Conferences, those that are over too.</summary>
internal static class RestConferences
{
    public static IResult List(string account, string? friendlyName, string? status, int? pageSize, Switchboard exchange) =>
        Results.Json(RestShapes.Page(
            "conferences",
            exchange.Listed(exchange.Conferences.All, c => c.CreatedAt).Reverse()
                .Where(c => (friendlyName is null || c.FriendlyName == friendlyName) && (status is null || c.Status == status))
                .Select(c => RestShapes.Of(c, account)),
            pageSize ?? 50, account, "Conferences"));

    public static IResult Get(string account, string sid, Switchboard exchange) => Results.Json(RestShapes.Of(Find(exchange, sid), account));

    public static async Task<IResult> Update(string account, string sid, HttpRequest request, Switchboard exchange)
    {
        var room = Find(exchange, sid);
        var form = await RestForm.Of(request);
        var status = form.Text("Status");
        form.Done();
        if (status != "completed") throw new RestException(20001, "Status must be completed");
        room.Ends();
        return Results.Json(RestShapes.Of(room, account));
    }

    private static Conference Find(Switchboard exchange, string sid) =>
        exchange.Conferences.BySid(sid) ?? throw RestException.NotFound($"Conferences/{sid}.json");
}
