using Helpline.Domain.Voicemails;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Load.Witness;

/// <summary>
/// What callers have spoken after the tone, as the exchange recorded it to its end, held against the messages that are kept. The
/// exchange keeps each until it is told to delete it, so none may be missing.
/// </summary>
internal sealed record Messages(int Spoken, IReadOnlyList<string> Lost)
{
    public static async Task<Messages> Compare(Evidence evidence)
    {
        var kept = (await evidence.Reads(db => db.Voicemails.AsNoTracking().Join(db.Calls, v => v.CallId, c => c.Id, (v, c) => new
        {
            c.CallerLeg,
            Row = v,
            HasSound = db.Set<KeptSound>().Any(s => s.Id == v.Id),
        }).ToListAsync())).ToDictionary(m => m.CallerLeg);
        var spoken = evidence.Recordings.Where(r => r.Source == "RecordVerb").ToList();
        return new(spoken.Count, [.. spoken.Select(r => (r, Why: kept.TryGetValue(r.CallSid, out var m) ? Wrong(m.Row, r.Sid, r.Seconds, m.HasSound, evidence.Now.UtcDateTime) : "is nobody's"))
            .Where(m => m.Why is not null).Select(m => $"message {m.r.Sid} of {m.r.CallSid}, {m.r.Seconds} s, {m.Why}")]);
    }

    /// <returns>Null when all is well, or the message is on its way still.</returns>
    private static string? Wrong(Voicemail row, string sid, int seconds, bool hasSound, DateTime now) => row switch
    {
        { State: VoicemailState.Expected or VoicemailState.Announced } when row.Deadline > now => null,
        { Recording: var other } when other != sid => $"is {row.State} as {other ?? "none"}",
        _ when !hasSound => $"is {row.State} without its sound",
        _ when row.Seconds != seconds => $"is {row.Seconds} s long",
        { Owner: null } => "has no owner",
        _ => null,
    };
}
