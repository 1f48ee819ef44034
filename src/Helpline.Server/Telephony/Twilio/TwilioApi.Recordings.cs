namespace Helpline.Server.Telephony.Twilio;

/// <summary>Recordings: begun, ended, looked at, fetched and deleted.</summary>
internal sealed partial class TwilioApi
{
    private static readonly string[] Reported = ["completed", "absent"];

    /// <summary>Records the call from now on, everybody who is heard on it, until it ends or is stopped.</summary>
    /// <param name="report">Is told when the recording is ready, or that there is none.</param>
    public Task<TwilioReply> StartRecording(string callSid, Uri report, CancellationToken stop = default) => Post(
        $"Calls/{Id(callSid)}/Recordings.json", new() { { "RecordingStatusCallback", report }, { "RecordingStatusCallbackEvent", Reported } }, stop);

    /// <summary>Ends the recording that runs in the call; when none does it is <see cref="TwilioReply.Gone"/>.</summary>
    public Task<TwilioReply> StopRecording(string callSid, CancellationToken stop = default) =>
        Post($"Calls/{Id(callSid)}/Recordings/Twilio.CURRENT.json", new() { { "Status", "stopped" } }, stop);

    /// <returns>Ok with the <see cref="TwilioRecording"/>s of the call that are not deleted.</returns>
    public Task<TwilioReply> FindRecordings(string callSid, CancellationToken stop = default) =>
        Send(HttpMethod.Get, $"Recordings.json?CallSid={Id(callSid)}&PageSize=50", null, stop);

    /// <summary>The recording itself, as WAV.</summary>
    /// <returns>Ok, and then the bytes; for every other reply none.</returns>
    public async Task<(TwilioReply Reply, byte[] Wav)> Listen(string recordingSid, CancellationToken stop = default)
    {
        byte[] wav = [];
        var reply = await Send(HttpMethod.Get, $"Recordings/{Id(recordingSid)}.wav", null, stop, async response =>
        {
            if (!response.IsSuccessStatusCode) return await Read(response, stop);
            wav = await response.Content.ReadAsByteArrayAsync(stop);
            return new TwilioReply.Ok(default);
        });
        return (reply, wav);
    }

    /// <summary>Deletes a recording at Twilio; one that is gone already is <see cref="TwilioReply.Gone"/>.</summary>
    public Task<TwilioReply> DeleteRecording(string recordingSid, CancellationToken stop = default) =>
        Send(HttpMethod.Delete, $"Recordings/{Id(recordingSid)}.json", null, stop);
}
