using Helpline.Domain.Messages;
using Helpline.Server.Calls;
using Helpline.Server.Casework;
using Helpline.Server.Telephony;
using Helpline.Server.Telephony.Twilio;

namespace Helpline.Server.Messages;

/// <summary>What the provider reports of text messages: signed, late, twice and in any order.</summary>
internal static class MessageWebhooks
{
    private const string Taken = "";

    public static void MapMessages(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/messages/status", Status).WithTags("Messages").ExcludeFromDescription().AddEndpointFilter<TwilioRequestFilter>();

    private static async Task<IResult> Status(HttpContext http, CallDesks desks)
    {
        var form = new VoiceForm(http.Request);
        if (!Guid.TryParseExact(form.Text("message"), "N", out var id) || What(form["MessageStatus"]) is not { } what) return TypedResults.NoContent();
        await desks.Once($"{form["MessageSid"]}|message|{form["MessageStatus"]}", async desk =>
        {
            if (await desk.Db.TextMessages.FindAsync(id) is { } message)
                await desk.Casework(Reader.System).Report(message, what, form["MessageSid"], form["ErrorCode"] is { Length: > 0 } error ? error : null);
            return Taken;
        });
        return TypedResults.NoContent();
    }

    /// <returns>Null for a step on the way that changes nothing.</returns>
    private static MessageEvent? What(string status) => status switch
    {
        "sent" => MessageEvent.Taken,
        "delivered" or "read" => MessageEvent.Arrived,
        "undelivered" or "failed" or "canceled" => MessageEvent.Failed,
        _ => null,
    };
}
