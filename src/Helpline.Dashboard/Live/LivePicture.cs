using Helpline.Contracts.Live;
using Helpline.Dashboard.Api;
using Helpline.Dashboard.Board;

namespace Helpline.Dashboard.Live;

/// <summary>
/// What the board's cards do not say: the order of the queue, risks and figures. They are asked for as soon as a push came, at most
/// every 400 ms, and every 10 s, connected or not.
/// </summary>
internal sealed class LivePicture
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Anyway = TimeSpan.FromSeconds(10);
    private readonly HelplineApi api;
    private readonly BoardPicture board;
    private readonly BoardConnection connection;
    private readonly TimeProvider clock;
    private readonly Question queue;
    private readonly Question figures;
    private Dictionary<Guid, (int Place, int Priority)> places = [];
    private Dictionary<Guid, string> risks = [];
    private ITimer? timer;
    private DateTime movedAt;
    private int watchers;

    public LivePicture(HelplineApi api, BoardPicture board, BoardConnection connection, TimeProvider clock)
    {
        (this.api, this.board, this.connection, this.clock) = (api, board, connection, clock);
        (queue, figures) = (new(AskQueue, Every, clock), new(AskFigures, Every, clock));
    }

    public event Action? Changed;

    public LiveFigures? Figures { get; private set; }

    /// <summary>Nothing was heard of the server when it was last asked.</summary>
    public bool Unreachable { get; private set; }

    /// <summary>In the order in which calls will be offered, as it was last asked for: the board's own is as old as its snapshot.</summary>
    public IReadOnlyList<PlaceInLine> Line => [.. board.Line.OrderBy(place => PlaceOf(place.Id) ?? int.MaxValue)];

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
        timer = clock.CreateTimer(_ => _ = Look(), null, Anyway, Anyway);
        await Task.WhenAll(AskQueue(), AskFigures());
    }

    public void Leave()
    {
        if (--watchers > 0) return;
        board.Changed -= Stale;
        timer?.Dispose();
    }

    // Without a connection nothing is pushed, and what is fetched must not ask for itself again.
    private void Stale()
    {
        if (!connection.IsConnected) return;
        movedAt = board.Now;
        _ = queue.Ask();
        _ = figures.Ask();
    }

    // A lost connection is noticed by nobody who only listens: the whole board is asked for too.
    private async Task Look()
    {
        if (!connection.IsConnected) await connection.Refresh();
        _ = queue.Ask();
        _ = figures.Ask();
    }

    private async Task AskQueue()
    {
        if ((await api.LiveCalls()).Value is { } now)
        {
            places = now.Waiting.Select((call, i) => (call.CallId, (i + 1, call.Priority))).ToDictionary();
            risks = now.Risks.ToDictionary(r => r.CallId, r => r.Level);
        }
        Changed?.Invoke();
    }

    private async Task AskFigures()
    {
        var answer = await api.LiveFigures();
        (Figures, Unreachable) = (answer.Value ?? Figures, !answer.Ok);
        // Measured for somebody else, just before what was pushed.
        if (answer.Value?.At < movedAt) _ = figures.Ask();
        Changed?.Invoke();
    }

    /// <summary>Asked at once, and after the answer not again for a while; whoever wanted to know meanwhile is answered then.</summary>
    private sealed class Question(Func<Task> ask, TimeSpan every, TimeProvider clock)
    {
        private bool wanted;
        private bool asks;

        /// <summary>Nobody awaits it: the picture tells when it has changed.</summary>
        public async Task Ask()
        {
            wanted = true;
            if (asks) return;
            asks = true;
            try
            {
                while (wanted)
                {
                    wanted = false;
                    await ask();
                    await Task.Delay(every, clock);
                }
            }
            finally
            {
                // One answer that fails must not be the last that is asked for.
                asks = false;
            }
        }
    }
}
