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

    /// <summary>Records a call in progress from now on, everybody on it in one track.</summary>
    public static async Task<IResult> Start(string account, string sid, HttpRequest request, Switchboard exchange)
    {
        var leg = exchange.Legs.Find(sid) ?? throw RestException.NotFound($"Calls/{sid}/Recordings.json");
        var form = await RestForm.Of(request);
        var told = form.Callback("Recording", ["completed"], "in-progress", "completed", "absent");
        form.OneOf("RecordingChannels", "mono");
        form.OneOf("RecordingTrack", "both");
        form.OneOf("Trim", "do-not-trim");
        form.Done();
        return exchange.Record(leg, told) is { } made
            ? Results.Json(RestShapes.InCall(made, account), statusCode: StatusCodes.Status201Created)
            : throw new RestException(21220, "Requested resource is not eligible for recording");
    }

    /// <summary>Ends a recording that runs; it cannot be paused here.</summary>
    public static async Task<IResult> Stop(string account, string sid, string recording, HttpRequest request, Switchboard exchange)
    {
        var form = await RestForm.Of(request);
        if (form.OneOf("Status", "stopped") is null) throw new RestException(20001, "Status is needed");
        form.Done();
        return exchange.StopRecording(sid, recording) is { } made
            ? Results.Json(RestShapes.InCall(made, account))
            : throw RestException.NotFound($"Calls/{sid}/Recordings/{recording}.json");
    }

    private static string Sid(string file) => Path.GetFileNameWithoutExtension(file);
}
