using Helpline.Contracts.Live;
using Helpline.Dashboard.Api;
using Helpline.Dashboard.Board;

namespace Helpline.Dashboard.Live;

/// <summary>
/// What the board's cards do not say: the order of the queue, risks and figures. The queue is asked for again at most once a second
/// after a push; the figures every few seconds, connected or not.
/// </summary>
internal sealed class LivePicture(HelplineApi api, BoardPicture board, BoardConnection connection, TimeProvider clock)
{
    private static readonly TimeSpan QueueEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FiguresEvery = TimeSpan.FromSeconds(10);
    private Dictionary<Guid, (int Place, int Priority)> places = [];
    private Dictionary<Guid, string> risks = [];
    private ITimer? queueTimer;
    private ITimer? figuresTimer;
    private int watchers;
    private bool asks;
    private bool isStale;

    public event Action? Changed;

    public LiveFigures? Figures { get; private set; }

    /// <summary>Nothing was heard of the server when it was last asked.</summary>
    public bool Unreachable { get; private set; }

    /// <summary>From 1; null while the caller chooses a language.</summary>
    public int? PlaceOf(Guid call) => places.TryGetValue(call, out var at) ? at.Place : null;

    public int PriorityOf(Guid call) => places.TryGetValue(call, out var at) ? at.Priority : 0;

    /// <summary>Code of <c>risk_levels</c>; null while the note says none.</summary>
    public string? RiskOf(Guid call) => risks.GetValueOrDefault(call);

    /// <summary>A page shows it.</summary>
    public async Task Watch()
    {
        if (watchers++ > 0) return;
        board.Changed += Stale;
        queueTimer = clock.CreateTimer(_ => _ = IfStale(), null, QueueEvery, QueueEvery);
        figuresTimer = clock.CreateTimer(_ => _ = Measure(), null, FiguresEvery, FiguresEvery);
        await Task.WhenAll(Ask(), Measure());
    }

    public void Leave()
    {
        if (--watchers > 0) return;
        board.Changed -= Stale;
        queueTimer?.Dispose();
        figuresTimer?.Dispose();
    }

    private void Stale() => isStale = true;

    private Task IfStale() => isStale && !asks ? Ask() : Task.CompletedTask;

    private async Task Ask()
    {
        (asks, isStale) = (true, false);
        if ((await api.LiveCalls()).Value is { } queue)
        {
            places = queue.Waiting.Select((call, i) => (call.CallId, (i + 1, call.Priority))).ToDictionary();
            risks = queue.Risks.ToDictionary(r => r.CallId, r => r.Level);
        }
        asks = false;
        Changed?.Invoke();
    }

    // A lost connection is noticed by nobody who only listens: the whole board is asked for too.
    private async Task Measure()
    {
        var answer = await api.LiveFigures();
        (Figures, Unreachable) = (answer.Value ?? Figures, !answer.Ok);
        if (!connection.IsConnected) await connection.Refresh();
        isStale = true;
        Changed?.Invoke();
    }
}
