using System.Globalization;
using System.Text.Json;

namespace Helpline.Server.Telephony.Twilio;

/// <param name="Status">queued ringing in-progress completed busy failed no-answer canceled.</param>
/// <param name="EndTime">UTC; null while the call is live.</param>
/// <param name="Duration">Null while the call is live.</param>
internal sealed record TwilioCall(string Sid, string Status, DateTime? StartTime, DateTime? EndTime, TimeSpan? Duration)
{
    public bool IsOver => Status is "completed" or "busy" or "failed" or "no-answer" or "canceled";

    public static TwilioCall From(JsonElement json) => new(
        json.Text("sid") ?? "", json.Text("status") ?? "", Timestamps.Parse(json.Text("start_time")), Timestamps.Parse(json.Text("end_time")),
        json.Int("duration") is { } seconds ? TimeSpan.FromSeconds(seconds) : null);
}

/// <param name="Status">init in-progress completed.</param>
/// <param name="CreatedAt">UTC; null when Twilio did not say.</param>
internal sealed record TwilioConference(string Sid, string FriendlyName, string Status, DateTime? CreatedAt = null)
{
    public static IReadOnlyList<TwilioConference> ListFrom(JsonElement json) => [.. json.Items("conferences").Select(one => new TwilioConference(
        one.Text("sid") ?? "", one.Text("friendly_name") ?? "", one.Text("status") ?? "", Timestamps.Parse(one.Text("date_created"))))];
}

/// <param name="Status">queued connecting ringing connected complete failed.</param>
internal sealed record TwilioParticipant(string CallSid, string? Label, string Status, bool Muted, bool Hold)
{
    public static TwilioParticipant From(JsonElement one) => new(
        one.Text("call_sid") ?? "", one.Text("label"), one.Text("status") ?? "", one.Yes("muted"), one.Yes("hold"));

    public static IReadOnlyList<TwilioParticipant> ListFrom(JsonElement json) => [.. json.Items("participants").Select(From)];
}

/// <param name="Status">in-progress paused stopped processing completed absent deleted.</param>
/// <param name="Duration">Null while it is not known.</param>
/// <param name="StartTime">UTC; null when Twilio did not say.</param>
/// <param name="Source">RecordVerb for a message; StartCallRecordingAPI for a talk.</param>
internal sealed record TwilioRecording(string Sid, string CallSid, string Status, TimeSpan? Duration, DateTime? StartTime, string Source)
{
    /// <summary>A caller has left it, and nobody recorded a talk.</summary>
    public bool IsMessage => Source == "RecordVerb";

    /// <summary>Whole seconds; 0 for none.</summary>
    public int Seconds => Status == "completed" ? Math.Max((int)(Duration?.TotalSeconds ?? 0), 1) : 0;

    public bool IsReady => Status is "completed" or "absent";

    public static TwilioRecording From(JsonElement json) => new(
        json.Text("sid") ?? "", json.Text("call_sid") ?? "", json.Text("status") ?? "",
        json.Int("duration") is { } seconds ? TimeSpan.FromSeconds(seconds) : null, Timestamps.Parse(json.Text("start_time")), json.Text("source") ?? "");

    public static IReadOnlyList<TwilioRecording> ListFrom(JsonElement json) => [.. json.Items("recordings").Select(From)];
}

/// <summary>Reads Twilio's JSON leniently: what is missing or of another kind is null, and numbers may be strings.</summary>
internal static class TwilioJson
{
    public static string? Text(this JsonElement json, string name) =>
        Member(json, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static int? Int(this JsonElement json, string name) => Member(json, name) switch
    {
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt32(out var value) => value,
        { ValueKind: JsonValueKind.String } text when int.TryParse(text.GetString(), CultureInfo.InvariantCulture, out var value) => value,
        _ => null,
    };

    public static bool Yes(this JsonElement json, string name) => Member(json, name) is { ValueKind: JsonValueKind.True };

    public static IEnumerable<JsonElement> Items(this JsonElement json, string name) =>
        Member(json, name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    private static JsonElement? Member(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var member) ? member : null;
}
