using Helpline.Domain.Calls;
using Helpline.Domain.Counselors;
using Helpline.Domain.Offers;

namespace Helpline.Tests.Model;

/// <summary>A call of the model. Once it has ended it remembers nothing but its end.</summary>
/// <param name="By">The counselor who won it, 1 or 2; 0 for nobody.</param>
/// <param name="AtHead">It was given back to the queue, to be served before others.</param>
/// <param name="AskedLast">Whoever let it go last; asked after the other. 0 while nobody did.</param>
/// <param name="Preferred">Whose line broke in the talk: asked first, as long as nobody let it go.</param>
internal readonly record struct ModelCall(CallState State, int By = 0, bool AtHead = false, int AskedLast = 0, int Preferred = 0);

/// <summary>A counselor's seat in the model.</summary>
/// <param name="Call">The call that rings or that she is busy with, 1 or 2; 0 for none.</param>
/// <param name="Offer">Made or Shown while it rings.</param>
/// <param name="LetGo">The calls, as bits, that are not to ring for her again yet.</param>
/// <param name="IsFresh">She became free a moment ago: a callback may keep her still.</param>
internal readonly record struct ModelSeat(PresenceState State, int Call = 0, OfferState? Offer = null, int LetGo = 0, bool IsFresh = false)
{
    public bool IsFree => Presence.TakesCalls(State) && Call == 0;
}

/// <summary>
/// The line as small as it can be and still go wrong: two calls and two counselors, with the tables of the domain and none of
/// its code. Every move is whole, as a transaction of the desk is. Time passes in strides longer than any deadline.
/// </summary>
/// <param name="First">The call that came into the queue first.</param>
/// <param name="AtOnce">For how many a call rings at the same time.</param>
/// <param name="Owed">Somebody who rang before both is to be called back, and nobody ever does it.</param>
internal readonly record struct LineState(ModelCall A, ModelCall B, ModelSeat X, ModelSeat Y, int First, int AtOnce, bool Owed = false)
{
    public static LineState Start(int atOnce, bool owed = false) =>
        new(new(CallState.Greeting), new(CallState.Greeting), new(PresenceState.Offline), new(PresenceState.Offline), 0, atOnce, owed);

    public bool SomebodyIsFree => X.IsFree || Y.IsFree;

    /// <summary>The call that is served before the other.</summary>
    public int Ahead => A.AtHead != B.AtHead ? (A.AtHead ? 1 : 2) : First == 2 ? 2 : 1;

    public ModelCall Call(int call) => call == 1 ? A : B;

    public ModelSeat Seat(int who) => who == 1 ? X : Y;

    public LineState With(int call, ModelCall changed) => call == 1 ? this with { A = changed } : this with { B = changed };

    public LineState With(int who, ModelSeat changed) => who == 1 ? this with { X = changed } : this with { Y = changed };

    public bool Can(int call, CallEvent what) => CallFlow.Next(Call(call).State, what) is not null;

    public int OpenOffers(int call) => (X.Offer is not null && X.Call == call ? 1 : 0) + (Y.Offer is not null && Y.Call == call ? 1 : 0);

    public LineState Choose(int call) => (Moved(call, CallEvent.LanguageChosen) with { First = First == 0 ? call : First }).Dispatched();

    public LineState Show(int who) => OfferFlow.Allows(Seat(who).Offer!.Value, OfferState.Shown) ? With(who, Seat(who) with { Offer = OfferState.Shown }) : this;

    /// <summary>Anybody may try, with an old offer or with none; only an open one wins.</summary>
    public LineState Accept(int who)
    {
        if (Seat(who).Offer is null) return this;
        var (call, other) = (Seat(who).Call, 3 - who);
        var line = With(who, Seat(who) with { Offer = null });
        if (line.OpenOffers(call) > 0) line = line.Withdrawn(other);
        return line.With(call, line.Call(call) with { By = who }).Moved(call, CallEvent.Accepted).Dispatched();
    }

    public LineState Decline(int who)
    {
        var call = Seat(who).Call;
        var line = LetGo(who, call);
        return (line.OpenOffers(call) == 0 ? line.Moved(call, CallEvent.OfferLapsed) : line).Dispatched();
    }

    public LineState Meet(int call) => Moved(call, CallEvent.Bridged);

    public LineState HangUp(int call) => Moved(call, CallEvent.CounselorHungUp);

    public LineState Finish(int call) => Freed(call, afterWork: true).Moved(call, CallEvent.Finished).Dispatched();

    /// <summary>The caller goes out of the queue, or off the line.</summary>
    public LineState Leave(int call, CallEvent what)
    {
        var line = Call(call).State == CallState.Connecting ? Freed(call, afterWork: false) : this;
        foreach (var who in (int[])[1, 2])
            if (line.Seat(who).Offer is not null && line.Seat(who).Call == call) line = line.Withdrawn(who);
        return line.Moved(call, what).Dispatched();
    }

    public LineState Resume(int call) => Moved(call, CallEvent.Resumed).Dispatched();

    public LineState LoseCounselor(int call)
    {
        var line = Returned(call, CallEvent.CounselorLost);
        return line.With(call, line.Call(call) with { Preferred = line.Call(call).AskedLast == 0 ? Call(call).By : 0 }).Dispatched();
    }

    /// <summary>Whoever goes lets go what rings for her.</summary>
    public LineState Say(int who, PresenceState state)
    {
        var line = Seat(who).State == state ? this : With(who, Seat(who) with { State = state, IsFresh = Owed && Presence.TakesCalls(state) });
        return Presence.TakesCalls(state) || line.Seat(who).Offer is null ? line.Dispatched() : line.Decline(who);
    }

    /// <summary>Every deadline passes: what rings lapses, who did not connect is given up, the time for notes is over, what was let go may ring again.</summary>
    public LineState TimePasses()
    {
        var line = this with { X = X with { LetGo = 0, IsFresh = false }, Y = Y with { LetGo = 0, IsFresh = false } };
        foreach (var who in (int[])[1, 2])
            if (line.Seat(who).Offer is not null) line = line.LetGo(who, line.Seat(who).Call);
        foreach (var call in (int[])[1, 2])
        {
            line = line.Call(call).State switch
            {
                CallState.Offered => line.Moved(call, CallEvent.OfferLapsed),
                CallState.Connecting => line.Returned(call, CallEvent.ConnectLapsed).LetGo(line.Call(call).By, call),
                CallState.WrapUp => line.Freed(call, afterWork: true).Moved(call, CallEvent.WrapUpEnded),
                _ => line,
            };
        }
        return line.Dispatched();
    }

    private LineState Moved(int call, CallEvent what)
    {
        var next = CallFlow.Next(Call(call).State, what)!.Value;
        if (!CallFlow.IsEnd(next)) return With(call, Call(call) with { State = next });
        return With(call, new ModelCall(next)) with { X = X with { LetGo = X.LetGo & ~call }, Y = Y with { LetGo = Y.LetGo & ~call } };
    }

    private LineState Withdrawn(int who) => With(who, Seat(who) with { Call = 0, Offer = null });

    private LineState LetGo(int who, int call)
    {
        var line = Withdrawn(who);
        return line.With(who, line.Seat(who) with { LetGo = line.Seat(who).LetGo | call }).With(call, line.Call(call) with { AskedLast = who, Preferred = 0 });
    }

    private LineState Returned(int call, CallEvent what)
    {
        var line = Freed(call, afterWork: false);
        return line.With(call, line.Call(call) with { By = 0, AtHead = true }).Moved(call, what);
    }

    private LineState Freed(int call, bool afterWork)
    {
        var seat = Seat(Call(call).By);
        var leaves = afterWork && seat.State == PresenceState.LastCall;
        return With(Call(call).By, seat with { Call = 0, State = leaves ? PresenceState.Offline : seat.State, IsFresh = afterWork ? Owed && !leaves : seat.IsFresh });
    }

    /// <summary>The callback stands behind whoever was given back to the queue, and before all others.</summary>
    private LineState Dispatched()
    {
        var (line, kept) = (this, 0);
        foreach (var call in (int[])[Ahead, 3 - Ahead])
        {
            if (kept == 0 && !line.Call(call).AtHead) kept = line.Kept;
            line = line.Rung(call, kept);
        }
        return line;
    }

    private int Kept => X is { IsFree: true, IsFresh: true } ? 1 : Y is { IsFree: true, IsFresh: true } ? 2 : 0;

    private LineState Rung(int call, int kept)
    {
        var line = this;
        foreach (var who in Call(call) is { AskedLast: 1 } or { Preferred: 2 } ? (int[])[2, 1] : [1, 2])
        {
            var (now, seat) = (line.Call(call), line.Seat(who));
            if (now.State is not (CallState.Waiting or CallState.Offered) || line.OpenOffers(call) >= AtOnce) return line;
            if (!seat.IsFree || who == kept || (seat.LetGo & call) != 0) continue;
            line = line.With(who, seat with { Call = call, Offer = OfferState.Made });
            if (now.State == CallState.Waiting) line = line.Moved(call, CallEvent.OfferedTo);
        }
        return line;
    }
}
