using System.Diagnostics;
using Helpline.Domain.Offers;
using Helpline.Load.Witness;
using Helpline.Server.Calls;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Load.Nodes;

/// <summary>Callers and counselors in real time, while nodes are killed with -9 and started again.</summary>
internal sealed class NodesRun(NodePair nodes, Evidence evidence, Crowd crowd, IReadOnlyList<Volunteer> volunteers)
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(250);

    /// <summary>The wrap-up, and the minutes of silence after which the provider is asked.</summary>
    private static readonly TimeSpan LongestEnd = TimeSpan.FromMinutes(5);

    /// <summary>For a moment at which a kill shows something; there are several in a second.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private int steps;

    public Watch Watch { get; } = new(evidence);

    public Reoffers Reoffers { get; } = new(evidence);

    public async Task Live(TimeSpan time)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < time;) await Pass(mayRing: true);
    }

    /// <summary>Kills a node while calls ring on its boards and on its twin's, and others wait; lives on without it, and then beside its start.</summary>
    public async Task Without(int node, TimeSpan time)
    {
        bool IsAtIt(string counselor) => volunteers.Any(v => v.UserName == counselor && v.Node == nodes.Addresses[node]);
        for (var clock = Stopwatch.StartNew(); !await Reoffers.Begin(IsAtIt) && clock.Elapsed < Patience;) await Task.Delay(50);
        await nodes.Kill(node);
        await Live(time);
        var start = nodes.Start(node);
        while (!start.IsCompleted) await Pass(mayRing: true);
        await start;
    }

    /// <returns>Offers made and accepted meanwhile.</returns>
    public async Task<int> Answers(TimeSpan time)
    {
        var since = evidence.Now.UtcDateTime;
        await Live(time);
        return await evidence.Reads(db => db.Offers.CountAsync(o => o.MadeAt > since && o.State == OfferState.Accepted));
    }

    /// <summary>Nobody new comes, everybody hangs up in the end, and every deadline passes.</summary>
    public async Task End()
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < LongestEnd && (!crowd.IsGone || steps % 8 != 0 || await IsOpen());) await Pass(mayRing: false);
    }

    private async Task Pass(bool mayRing)
    {
        crowd.Lives(mayRing);
        await Watch.Looks(crowd.Legs);
        await Reoffers.Look();
        if (steps++ % 20 == 0) await Watch.LooksForStuck();
        await Task.Delay(Step);
    }

    private Task<bool> IsOpen() => evidence.Reads(async db => await db.Calls.Open().AnyAsync() || await db.LineCommands.AnyAsync(c => c.DoneAt == null));
}
