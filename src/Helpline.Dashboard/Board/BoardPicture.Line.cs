using Helpline.Contracts.Board;
using Helpline.Contracts.Calls;
using Helpline.Contracts.Counselors;
using Helpline.Contracts.Work;

namespace Helpline.Dashboard.Board;

/// <summary>The line: who waits, and in the places that they keep those who are to be called back.</summary>
internal sealed partial class BoardPicture
{
    private Dictionary<Guid, int> order = [];
    private IReadOnlyList<CallbackCard> callbacks = [];
    private Guid? next;

    /// <summary>A callback was promised or made, or the reader has become free: who is next has to be asked anew.</summary>
    public event Action? PlacesMoved;

    /// <summary>In the order of the server; whoever came since stands at the end, the longest waiting first.</summary>
    public IReadOnlyList<PlaceInLine> Line =>
        [.. calls.Values.Select(held => held.Card).Where(CallStates.Waits).Select(call => new PlaceInLine(call.Id, call.QueuedAt ?? call.ArrivedAt, call, null))
            .Concat(callbacks.Select(callback => new PlaceInLine(callback.Id, callback.QueuedAt, null, callback)))
            .OrderBy(place => order.GetValueOrDefault(place.Id, int.MaxValue)).ThenBy(place => place.Since)];

    /// <summary>The callback that the reader finds next in line.</summary>
    public CallbackCard? NextCallback => CallbackInLine(next);

    public CallbackCard? CallbackInLine(Guid? id) => callbacks.FirstOrDefault(callback => callback.Id == id);

    private static bool IsFree(PresenceCard? card) => card is { State: "Available" or "LastCall", Busy: null };

    private void TakeQueue(QueueCard? queue)
    {
        order = queue?.Order.Select((id, place) => (id, place)).ToDictionary() ?? [];
        (callbacks, next) = (queue?.Callbacks ?? [], queue?.Next);
    }
}

/// <summary>A call that waits, or a callback in the place that it keeps.</summary>
/// <param name="Since">UTC.</param>
public sealed record PlaceInLine(Guid Id, DateTime Since, CallCard? Call, CallbackCard? Callback);
