using System.Collections.Concurrent;

namespace Helpline.Exchange;

/// <summary>Recordings of calls by order of the server: one at a time in a call. Nobody's voice is kept, only how long it was.</summary>
public sealed partial class Switchboard
{
    /// <summary>Whichever recording runs in a call.</summary>
    internal const string Current = "Twilio.CURRENT";

    private readonly ConcurrentDictionary<string, (Recording Made, Callback Told)> running = new();

    /// <returns>Null when the call is not in progress or is recorded already.</returns>
    internal Recording? Record(Leg leg, Callback told)
    {
        if (leg.IsOver || leg.AnsweredAt is null) return null;
        var made = new Recording(Sid.New("RE"), leg.Sid, Clock.GetUtcNow(), TimeSpan.Zero) { Source = "StartCallRecordingAPI", Track = "both", IsRunning = true };
        if (!running.TryAdd(leg.Sid, (made, told))) return null;
        Tell(made, told, made.Status);
        return made;
    }

    /// <param name="sid">Of the recording, or <see cref="Current"/>.</param>
    /// <returns>Null when no such recording runs in the call.</returns>
    internal Recording? StopRecording(string callSid, string sid)
    {
        if (!running.TryGetValue(callSid, out var one) || (sid != Current && sid != one.Made.Sid) || !running.TryRemove(callSid, out one)) return null;
        var made = one.Made with { Length = Clock.GetUtcNow() - one.Made.StartedAt, IsRunning = false };
        if (made.Length > TimeSpan.Zero) Recordings.Keep(made);
        Tell(made, one.Told, made.Status);
        return made;
    }

    /// <summary>Told on the side: the call does not wait for it.</summary>
    internal void Tell(Recording made, Callback told, string status)
    {
        if (told.Url is not { } url || !told.Events.Contains(status)) return;
        var form = made.Fields(Options.AccountSid, Recordings.Address(made), status);
        Later(() => Sender.Send(new Webhook(url, told.Method, [.. form], made.CallSid, $"recording {status}") { IsReport = true }));
    }
}
