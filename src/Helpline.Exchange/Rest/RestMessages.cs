using Microsoft.AspNetCore.Http;

namespace Helpline.Exchange;

/// <summary>Text messages.</summary>
internal static class RestMessages
{
    private const int Longest = 1600;

    public static async Task<IResult> Create(string account, HttpRequest request, Switchboard exchange)
    {
        var form = await RestForm.Of(request);
        var to = form.Text("To") ?? throw new RestException(21604, "A 'To' phone number is required.");
        var from = form.Text("From") ?? throw new RestException(21603, "A 'From' phone number is required.");
        var body = form.Text("Body") is { Length: > 0 } text ? text : throw new RestException(21602, "Message body is required.");
        var told = form.Url("StatusCallback");
        form.Done();
        if (!Address.IsNumber(to)) throw new RestException(21211, $"Invalid 'To' Phone Number: {to}");
        if (from != exchange.Options.LineNumber) throw new RestException(21606, "The 'From' phone number provided is not a valid message-capable number of this account");
        if (body.Length > Longest) throw new RestException(21617, "The concatenated message body exceeds the 1600 character limit");
        return Results.Json(RestShapes.Of(exchange.Messages.Take(from, to, body, told), account), statusCode: StatusCodes.Status201Created);
    }

    public static IResult Get(string account, string sid, Switchboard exchange) => Results.Json(RestShapes.Of(
        exchange.Messages.All.FirstOrDefault(m => m.Sid == sid) ?? throw RestException.NotFound($"Messages/{sid}.json"), account));
}
