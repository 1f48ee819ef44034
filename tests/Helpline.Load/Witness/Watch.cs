using Helpline.Domain.Transfers;
using Helpline.Exchange;
using Helpline.Server.Calls;
using Helpline.Server.Routing;
using Helpline.Server.Telephony;
using Helpline.Server.ThirdParties;
using Helpline.Server.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Load.Witness;

/// <summary>What must never be, looked for while time stands still.</summary>
internal sealed class Watch(Evidence evidence)
{
    /// <summary>The provider itself gives a question this long.</summary>
    private static readonly TimeSpan LongestGap = TimeSpan.FromSeconds(15);

    /// <summary>A question that is held back arrives so long after it was asked.</summary>
    private static readonly TimeSpan HeldBack = TimeSpan.FromSeconds(16);

    /// <summary>Time moves a quarter of a second at once.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(500);

    /// <summary>The sweep looks every half second.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);
    private readonly Dictionary<string, List<DateTimeOffset>> held = [];
    private readonly List<(string Leg, TimeSpan Gap, DateTimeOffset Until, string Story)> gaps = [];
    private readonly HashSet<string> seen = [];
    private long read;

    /// <summary>One line for each thing that was wrong, of whom it was.</summary>
    public List<string> Doubles { get; } = [];
    public List<string> Stuck { get; } = [];

    /// <summary>Asked at the end: what was held back is known only when it has arrived.</summary>
    public IReadOnlyList<string> Gaps =>
        [.. gaps.Where(g => IsOurs(g.Leg, g.Gap, g.Until)).Select(g => $"{g.Leg}: {g.Gap.TotalSeconds:F1} s, {Held(g.Leg).Count} questions held back in the call, until {g.Until:T}{g.Story}")];

    public async Task Looks(IReadOnlySet<string> callers)
    {
        await LooksForDoubles();
        LooksForGaps(callers);
    }

    /// <summary>Whatever should have been swept some seconds ago.</summary>
    public async Task LooksForStuck()
    {
        var before = evidence.Now.UtcDateTime - Grace;
        foreach (var offer in await evidence.Reads(db => db.Offers.Overdue(before).ToListAsync())) Note(Stuck, $"offer {offer.Id} {offer.State}");
        foreach (var call in await evidence.Reads(db => db.Calls.Overdue(before).ToListAsync())) Note(Stuck, $"call {call.Id} {call.State}");
        foreach (var transfer in await evidence.Reads(db => db.Transfers.Overdue(before).ToListAsync())) Note(Stuck, $"transfer {transfer.Id} {transfer.State}");
        foreach (var third in await evidence.Reads(db => db.ThirdParties.Overdue(before).ToListAsync())) Note(Stuck, $"third party {third.Id} {third.State}");
        // The provider is asked for a message before it is missed, and answers no sooner than its faults let it.
        foreach (var message in await evidence.Reads(db => db.Voicemails.Overdue(before).Where(v => !db.LineCommands.Any(c => c.CallId == v.CallId && c.DoneAt == null)).ToListAsync())) Note(Stuck, $"message {message.Id} {message.State}");
    }

    /// <summary>Two counselors with one caller, two callers or two third parties in one room, or one person in two, in rooms that have begun.</summary>
    private async Task LooksForDoubles()
    {
        var talks = evidence.Exchange.Conferences.All.Where(c => c.HasStarted).Select(c => new Talk(c)).Where(t => t.IsTalk).ToList();
        foreach (var talk in talks)
        {
            if (talk.Callers.Count > 1 || talk.Guests.Count > 1) Note(Doubles, $"{talk.Callers.Count} callers and {talk.Guests.Count} third parties in room {talk.Sid}");
            if (talk.Counselors.Count > 1 && !await IsConsultation(talk) && talk.Again().Counselors.Count > 1) Note(Doubles, $"{string.Join(" and ", talk.Counselors)} in room {talk.Sid}", await Story(talk));
        }
        foreach (var both in talks.SelectMany(t => t.Everybody.Select(who => (Who: who, t.Sid))).GroupBy(x => x.Who).Where(g => g.Select(x => x.Sid).Distinct().Count() > 1))
            Note(Doubles, $"{both.Key} in {string.Join(" and ", both.Select(x => x.Sid))}");
    }

    /// <summary>What the server says of a talk that is doubtful.</summary>
    private Task<string> Story(Talk talk) => evidence.Reads(async db =>
    {
        var lines = await db.Ledger.Where(e => e.CallId == talk.Call).OrderBy(e => e.Id).Select(e => $"{e.At:T} {e.Counselor} {e.What} {e.From} {e.To}").ToListAsync();
        var commands = await db.LineCommands.Where(c => c.CallId == talk.Call).OrderBy(c => c.Id).Select(c => $"{c.Kind} {c.Leg} tried {c.Tries}, due {c.DueAt:T}, done {c.DoneAt:T}").ToListAsync();
        return string.Concat(lines.TakeLast(20).Concat(commands.TakeLast(8)).Concat(talk.Lines).Select(line => $"\n    {line}"));
    });

    /// <summary>
    /// One of the two has asked the other to go on with the caller; when that is settled, only until the provider has carried out
    /// what follows. It may do so between a look at the room and this one, so whoever is told no looks at the room again.
    /// </summary>
    private async Task<bool> IsConsultation(Talk talk) => talk.Call is { } call && await evidence.Reads(async db =>
    {
        var commands = await db.LineCommands.Where(c => c.CallId == call && c.DoneAt == null).ToListAsync();
        var settling = commands.Count > 0;
        // Whose line is told to end is in the room only until the provider has answered to what was asked before.
        var two = talk.CounselorsBut([.. commands.Where(c => c.Kind == LineCommandKind.End).Select(c => c.Leg)]);
        if (two.Count != 2) return two.Count < 2;
        var transfers = await db.Transfers.Where(t => t.CallId == call && two.Contains(t.From) && two.Contains(t.To)).ToListAsync();
        return transfers.Exists(t => settling || TransferFlow.IsOpen(t.State));
    });

    /// <summary>
    /// The time a live caller's leg had no instruction, as the exchange wrote it down. Each question that the faults held back
    /// until it was given up has cost up to 15 s of it by itself; a gap longer than those together is ours.
    /// </summary>
    private void LooksForGaps(IReadOnlySet<string> callers)
    {
        foreach (var entry in evidence.Exchange.Journal.After(read))
        {
            read = entry.Number;
            if (entry.CallSid is not { } leg || !callers.Contains(leg)) continue;
            if (entry.Kind == JournalKind.Request && entry.Text.EndsWith("(late)", StringComparison.Ordinal)) Held(leg).Add(entry.At - HeldBack);
            if (entry is { Kind: JournalKind.Gap, Took: { } gap } && gap > LongestGap + Moment) gaps.Add((leg, gap, entry.At, Story(leg, entry.At - gap)));
        }
    }

    private bool IsOurs(string leg, TimeSpan gap, DateTimeOffset until) =>
        gap > LongestGap * Math.Max(Held(leg).Count(at => at >= until - gap - Moment && at <= until), 1) + Moment;

    private string Story(string leg, DateTimeOffset from) => string.Concat(evidence.Exchange.Journal.Entries
        .Where(e => e.CallSid == leg && e.At >= from).Select(e => $"\n    {e.At:HH:mm:ss.ff} {e.Kind} {e.Text} {e.Url?.PathAndQuery}"));

    private List<DateTimeOffset> Held(string leg) => held.TryGetValue(leg, out var all) ? all : held[leg] = [];

    private void Note(List<string> list, string what, string story = "")
    {
        if (seen.Add(what)) list.Add($"{what} at {evidence.Now:T}{story}");
    }
}
