using Helpline.Domain.Supervision;
using Helpline.Domain.ThirdParties;
using Helpline.Domain.Transfers;
using Helpline.Load.Witness;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Load.Faults;

/// <summary>What callers have left, and counselors and supervisors have done in talks, counted in the ledger. A run in which one of these never came about shows nothing of it.</summary>
internal static class Acts
{
    private static readonly string[] All =
    [
        "VoicemailKept", "VoicemailEmpty", "Held", "Resumed", "HandedOnTo", "HelpWanted", "Listened", nameof(ListenerMode.Coach), nameof(ListenerMode.Barge),
        .. Enum.GetNames<TransferState>().Select(state => $"Transfer{state}"),
        .. Enum.GetNames<ThirdPartyState>().Select(state => $"ThirdParty{state}"),
    ];

    public static async Task Tell(Report report, Evidence evidence)
    {
        var counts = await evidence.Reads(db => db.Ledger.Where(e => All.Contains(e.What)).GroupBy(e => e.What).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count));
        foreach (var act in All) Report.Say($"{act,-22} {counts.GetValueOrDefault(act),6}");
        var never = All.Where(act => !counts.ContainsKey(act)).ToList();
        report.Must(never.Count == 0, $"each act came about{(never.Count == 0 ? "" : ", but not " + string.Join(", ", never))}");
    }
}
