namespace Helpline.Server.Telephony.Twilio;

/// <summary>Recordings: looked at, fetched and deleted.</summary>
internal sealed partial class TwilioApi
{
    /// <returns>Ok with a <see cref="TwilioRecording"/>.</returns>
    public Task<TwilioReply> FindRecording(string recordingSid, CancellationToken stop = default) =>
        Send(HttpMethod.Get, $"Recordings/{Id(recordingSid)}.json", null, stop);

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
