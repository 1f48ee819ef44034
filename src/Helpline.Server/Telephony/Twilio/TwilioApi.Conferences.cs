namespace Helpline.Server.Telephony.Twilio;

/// <summary>Conferences and who is in them.</summary>
internal sealed partial class TwilioApi
{
    /// <param name="status">init, in-progress or completed; null for all.</param>
    /// <returns>Ok with <see cref="TwilioConference"/>s. The list lags behind: one that began just now may be missing.</returns>
    public Task<TwilioReply> FindConferences(string friendlyName, string? status = null, CancellationToken stop = default) => Send(
        HttpMethod.Get, $"Conferences.json?FriendlyName={Id(friendlyName)}{(status is null ? "" : $"&Status={status}")}&PageSize=50", null, stop);

    /// <returns>Ok with every <see cref="TwilioConference"/> in progress, the newest first; at most 1000.</returns>
    public Task<TwilioReply> LiveConferences(CancellationToken stop = default) =>
        Send(HttpMethod.Get, "Conferences.json?Status=in-progress&PageSize=1000", null, stop);

    /// <summary>Ends the conference and so its legs' stay in it.</summary>
    public Task<TwilioReply> EndConference(string conferenceSid, CancellationToken stop = default) =>
        Post($"Conferences/{Id(conferenceSid)}.json", new() { { "Status", "completed" } }, stop);

    /// <returns>Ok with the live <see cref="TwilioParticipant"/>s.</returns>
    public Task<TwilioReply> Participants(string conferenceSid, CancellationToken stop = default) =>
        Send(HttpMethod.Get, $"Conferences/{Id(conferenceSid)}/Participants.json?PageSize=250", null, stop);

    /// <summary>Rings somebody for a conference. A new name makes a new conference.</summary>
    /// <param name="conference">SID or name.</param>
    /// <returns>Ok with the new <see cref="TwilioParticipant"/>; its telephone only begins to ring.</returns>
    public Task<TwilioReply> AddParticipant(string conference, NewParticipant participant, CancellationToken stop = default) =>
        Post($"Conferences/{Id(conference)}/Participants.json", participant.ToForm(), stop);

    /// <summary>Takes a leg out of the conference; its call goes on at the Dial's action.</summary>
    /// <param name="participant">Call SID or label.</param>
    public Task<TwilioReply> Kick(string conferenceSid, string participant, CancellationToken stop = default) =>
        Send(HttpMethod.Delete, $"Conferences/{Id(conferenceSid)}/Participants/{Id(participant)}.json", null, stop);

    /// <param name="participant">Call SID or label.</param>
    public Task<TwilioReply> UpdateParticipant(
        string conferenceSid, string participant, ParticipantChange change, CancellationToken stop = default) =>
        Post($"Conferences/{Id(conferenceSid)}/Participants/{Id(participant)}.json", change.ToForm(), stop);
}
