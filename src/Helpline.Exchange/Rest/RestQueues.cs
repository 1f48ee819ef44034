using Microsoft.AspNetCore.Http;

namespace Helpline.Exchange;

/// <summary>Queues.</summary>
internal static class RestQueues
{
    public static IResult List(string account, int? pageSize, Switchboard exchange) => Results.Json(RestShapes.Page(
        "queues", exchange.Queues.All.Select(q => RestShapes.Of(q, account)), pageSize ?? 50, account, "Queues"));

    public static IResult Get(string account, string sid, Switchboard exchange) => exchange.Queues.BySid(sid) is { } queue
        ? Results.Json(RestShapes.Of(queue, account))
        : throw RestException.NotFound($"Queues/{sid}.json");

    public static async Task<IResult> Create(string account, HttpRequest request, Switchboard exchange)
    {
        var form = await RestForm.Of(request);
        var (name, size) = (form.Text("FriendlyName"), form.Number("MaxSize", QueueList.DefaultSize, 1, QueueList.LargestSize));
        form.Done();
        if (name is not { Length: > 0 and <= 64 }) throw new RestException(20001, "FriendlyName must have 1 to 64 characters");
        return exchange.Queues.Create(name, size) is { } queue
            ? Results.Json(RestShapes.Of(queue, account), statusCode: StatusCodes.Status201Created)
            : throw new RestException(22003, $"A queue named {name} exists already");
    }
}
