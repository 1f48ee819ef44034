using Helpline.Domain.Counselors;
using Helpline.Domain.Offers;

namespace Helpline.Tests.Model;

/// <summary>A counselor's seat in the model.</summary>
/// <param name="Call">The call that rings or that she is busy with, 1 or 2; 0 for none.</param>
/// <param name="Offer">Made or Shown while it rings.</param>
/// <param name="LetGo">The calls, as bits, that are not to ring for her again yet.</param>
/// <param name="IsFresh">She became free a moment ago: a callback may keep her still.</param>
internal readonly record struct ModelSeat(PresenceState State, int Call = 0, OfferState? Offer = null, int LetGo = 0, bool IsFresh = false)
{
    public bool IsFree => Presence.TakesCalls(State) && Call == 0;

    /// <summary>After a stride of time.</summary>
    public ModelSeat Rested() => this with { LetGo = 0, IsFresh = false };

    public bool Rings(int call) => Offer is not null && Call == call;
}
