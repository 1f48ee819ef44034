using Helpline.Domain.Calls;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Load.Witness;

/// <summary>
/// The histories held against the rows: each call ended once; offered = answered + abandoned + exited + blocked + failed + open,
/// each call in exactly one of them; and each that no counselor spoke to has one cause in the missed-call ledger, the others none.
/// </summary>
internal static class Ledgers
{
    private static readonly HashSet<string> Ends = [.. Enum.GetValues<CallState>().Where(CallFlow.IsEnd).Select(s => s.ToString())];

    public static async Task<IReadOnlyList<string>> Unbalanced(Evidence evidence, IReadOnlyCollection<Call> calls)
    {
        var moves = (await evidence.Reads(db => db.Ledger.AsNoTracking().Where(e => e.CallId != null && e.From != null && e.To != null).ToListAsync())).ToLookup(e => e.CallId!.Value);
        var causes = (await evidence.Reads(db => db.MissedCalls.AsNoTracking().Select(m => m.CallId).ToListAsync())).CountBy(id => id).ToDictionary();
        List<string> found = [];
        foreach (var call in calls)
        {
            var ended = moves[call.Id].Count(e => e.To != e.From && Ends.Contains(e.To!));
            if (ended != (CallFlow.IsEnd(call.State) ? 1 : 0)) found.Add($"call {call.Id} is {call.State} and ended {ended} times");
            if (call.Outbound) continue;
            var answered = moves[call.Id].Any(e => e.What is nameof(CallEvent.Bridged));
            var kinds = Kinds(call.State, answered).Count(isSo => isSo);
            if (kinds != 1) found.Add($"call {call.Id} is {call.State}, {(answered ? "" : "not ")}answered, and counts {kinds} times");
            // Whom the backup number took was led out of the queue, and missed by nobody.
            var wanted = answered || call.State == CallState.Done || !CallFlow.IsEnd(call.State) ? 0 : 1;
            if (causes.GetValueOrDefault(call.Id) != wanted) found.Add($"call {call.Id} is {call.State} and has {causes.GetValueOrDefault(call.Id)} causes of being missed, not {wanted}");
        }
        return found;
    }

    private static bool[] Kinds(CallState state, bool answered) =>
    [
        answered,
        !answered && state == CallState.Abandoned,
        !answered && state is (CallState.Voicemail or CallState.Callback or CallState.Closed or CallState.Done),
        !answered && state == CallState.Blocked,
        !answered && state == CallState.Failed,
        !answered && !CallFlow.IsEnd(state),
    ];
}
