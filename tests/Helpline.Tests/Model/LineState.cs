using Helpline.Domain.Calls;
using Helpline.Domain.Counselors;
using Helpline.Domain.Offers;

namespace Helpline.Tests.Model;

/// <summary>
/// The line as small as it can be and still go wrong: two calls and two counselors, or three where a call may ring for three,
/// with the tables of the domain and none of its code. Every move is whole, as a transaction of the desk is. Time passes in
/// strides longer than any deadline.
/// </summary>
/// <param name="First">The call that came into the queue first.</param>
/// <param name="AtOnce">For how many a call rings at the same time, 1 to 3: for one at first, for all of them once it has waited.</param>
/// <param name="Owed">Somebody who rang before both is to be called back, and nobody ever does it.</param>
internal readonly record struct LineState(ModelCall A, ModelCall B, ModelSeat X, ModelSeat Y, ModelSeat Z, int First, int AtOnce, bool Owed = false)
{
    private static readonly int[] Two = [1, 2];
    private static readonly int[] TwoOne = [2, 1];
    private static readonly int[] Three = [1, 2, 3];

    public static LineState Start(int atOnce, bool owed = false) => new(new(CallState.Greeting), new(CallState.Greeting), default, default, default, 0, atOnce, owed);

    public static int[] CrewOf(int atOnce) => atOnce > 2 ? Three : Two;

    public int[] Crew => CrewOf(AtOnce);

    public bool SomebodyIsFree => X.IsFree || Y.IsFree || Z.IsFree;

    /// <summary>The call that is served before the other.</summary>
    public int Ahead => A.AtHead != B.AtHead ? (A.AtHead ? 1 : 2) : First == 2 ? 2 : 1;

    private int[] InTurn => Ahead == 1 ? Two : TwoOne;

    public ModelCall Call(int call) => call == 1 ? A : B;

    public ModelSeat Seat(int who) => who == 1 ? X : who == 2 ? Y : Z;

    public LineState With(int call, ModelCall changed) => call == 1 ? this with { A = changed } : this with { B = changed };

    public LineState With(int who, ModelSeat changed) => who == 1 ? this with { X = changed } : who == 2 ? this with { Y = changed } : this with { Z = changed };

    public bool Can(int call, CallEvent what) => CallFlow.Next(Call(call).State, what) is not null;

    public int OpenOffers(int call) => (X.Rings(call) ? 1 : 0) + (Y.Rings(call) ? 1 : 0) + (Z.Rings(call) ? 1 : 0);

    public LineState Choose(int call) => (Moved(call, CallEvent.LanguageChosen) with { First = First == 0 ? call : First }).Dispatched();

    public LineState Show(int who) => OfferFlow.Allows(Seat(who).Offer!.Value, OfferState.Shown) ? With(who, Seat(who) with { Offer = OfferState.Shown }) : this;

    /// <summary>Anybody may try, with an old offer or with none; only an open one wins.</summary>
    public LineState Accept(int who)
    {
        if (Seat(who).Offer is null) return this;
        var call = Seat(who).Call;
        var line = With(who, Seat(who) with { Offer = null }).Quiet(call);
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
        return line.Quiet(call).Moved(call, what).Dispatched();
    }

    public LineState Resume(int call) => Moved(call, CallEvent.Resumed).Dispatched();

    /// <summary>She has let her line go for a new one, which comes only with <see cref="ComeBack"/>.</summary>
    public LineState Rejoin(int call) => With(call, Call(call) with { IsAlone = true, IsLeft = false });

    public LineState ComeBack(int call) => With(call, Call(call) with { IsAlone = false });

    /// <summary>She ends the talk by a key of her telephone.</summary>
    public LineState Star(int call) => With(call, Call(call) with { IsLeft = true });

    public LineState LoseCounselor(int call) => Lost(call).Dispatched();

    /// <summary>Whoever goes lets go what rings for her.</summary>
    public LineState Say(int who, PresenceState state)
    {
        var line = Seat(who).State == state ? this : With(who, Seat(who) with { State = state, IsFresh = Owed && Presence.TakesCalls(state) });
        return Presence.TakesCalls(state) || line.Seat(who).Offer is null ? line.Dispatched() : line.Decline(who);
    }

    /// <summary>Every deadline passes: what rings lapses, who did not connect or come back is given up, the time for notes is over, what was let go may ring again.</summary>
    public LineState TimePasses()
    {
        var line = this with { X = X.Rested(), Y = Y.Rested(), Z = Z.Rested() };
        foreach (var who in Crew)
            if (line.Seat(who).Offer is not null) line = line.LetGo(who, line.Seat(who).Call);
        foreach (var call in Two)
        {
            // Of no interest where a call rings for one anyhow.
            if (AtOnce > 1 && line.Call(call).State != CallState.Greeting && !CallFlow.IsEnd(line.Call(call).State)) line = line.With(call, line.Call(call) with { HasWaited = true });
            line = line.Call(call).State switch
            {
                CallState.Offered => line.Moved(call, CallEvent.OfferLapsed),
                CallState.Connecting => line.Returned(call, CallEvent.ConnectLapsed).LetGo(line.Call(call).By, call),
                CallState.Talking when line.Call(call).IsAlone => line.Lost(call),
                CallState.Talking when line.Call(call).IsLeft => line.Moved(call, CallEvent.CounselorHungUp),
                CallState.WrapUp => line.Freed(call, afterWork: true).Moved(call, CallEvent.WrapUpEnded),
                _ => line,
            };
        }
        return line.Dispatched();
    }

    private LineState Moved(int call, CallEvent what)
    {
        var next = CallFlow.Next(Call(call).State, what)!.Value;
        if (!CallFlow.IsEnd(next)) return With(call, Call(call) with { State = next, IsAlone = false, IsLeft = false });
        return With(call, new ModelCall(next)) with { X = X with { LetGo = X.LetGo & ~call }, Y = Y with { LetGo = Y.LetGo & ~call }, Z = Z with { LetGo = Z.LetGo & ~call } };
    }

    /// <summary>The call stops ringing wherever it rings.</summary>
    private LineState Quiet(int call)
    {
        var line = this;
        foreach (var who in Crew)
            if (line.Seat(who).Rings(call)) line = line.With(who, line.Seat(who) with { Call = 0, Offer = null });
        return line;
    }

    private LineState LetGo(int who, int call)
    {
        var seat = Seat(who);
        return With(who, seat with { Call = 0, Offer = null, LetGo = seat.LetGo | call }).With(call, Call(call).LetGo(who, Crew));
    }

    private LineState Returned(int call, CallEvent what)
    {
        var line = Freed(call, afterWork: false);
        return line.With(call, line.Call(call) with { By = 0, AtHead = true }).Moved(call, what);
    }

    private LineState Lost(int call)
    {
        var line = Returned(call, CallEvent.CounselorLost);
        return line.With(call, line.Call(call).Prefer(Call(call).By, Crew));
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
        foreach (var call in InTurn)
        {
            if (kept == 0 && !line.Call(call).AtHead) kept = line.Kept;
            line = line.Rung(call, kept);
        }
        return line;
    }

    /// <summary>Whoever a callback keeps; 0 for nobody.</summary>
    private int Kept => X is { IsFree: true, IsFresh: true } ? 1 : Y is { IsFree: true, IsFresh: true } ? 2 : Z is { IsFree: true, IsFresh: true } ? 3 : 0;

    private LineState Rung(int call, int kept)
    {
        var line = this;
        if (!SomebodyIsFree || !IsAsked(call)) return line;
        foreach (var who in Call(call).Order(Crew))
        {
            var (now, seat) = (line.Call(call), line.Seat(who));
            if (!line.IsAsked(call)) return line;
            if (!seat.IsFree || who == kept || (seat.LetGo & call) != 0) continue;
            line = line.With(who, seat with { Call = call, Offer = OfferState.Made });
            if (now.State == CallState.Waiting) line = line.Moved(call, CallEvent.OfferedTo);
        }
        return line;
    }

    /// <summary>It waits, or rings and may ring for more.</summary>
    private bool IsAsked(int call) =>
        Call(call).State is CallState.Waiting or CallState.Offered && OpenOffers(call) < (Call(call).HasWaited ? AtOnce : 1);
}
