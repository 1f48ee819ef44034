using Microsoft.AspNetCore.Http;

namespace Helpline.Exchange;

/// <summary>Recordings: about them, what is heard on them, and their end.</summary>
internal static class RestRecordings
{
    public static IResult List(string account, string? callSid, int? pageSize, Switchboard exchange) => Results.Json(RestShapes.Page(
        "recordings", exchange.Recordings.All.Where(r => callSid is null || r.CallSid == callSid).Select(r => RestShapes.Of(r, account)),
        pageSize ?? 50, account, "Recordings"));

    /// <summary>With <c>.json</c> about the recording, with <c>.wav</c> or nothing the sound.</summary>
    public static IResult Get(string account, string file, Switchboard exchange)
    {
        var recording = exchange.Recordings.Find(Sid(file)) ?? throw RestException.NotFound($"Recordings/{file}");
        return Path.GetExtension(file) switch
        {
            ".json" => Results.Json(RestShapes.Of(recording, account)),
            ".wav" or "" when recording.Length > TimeSpan.Zero => Results.Bytes(recording.Sound, "audio/x-wav"),
            _ => throw RestException.NotFound($"Recordings/{file}"),
        };
    }

    public static IResult Delete(string account, string file, Switchboard exchange) =>
        exchange.Recordings.Delete(Sid(file)) ? Results.NoContent() : throw RestException.NotFound($"Recordings/{file} of {account}");

    private static string Sid(string file) => Path.GetFileNameWithoutExtension(file);
}
