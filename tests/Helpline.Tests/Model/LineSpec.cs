using CsCheck;
using Helpline.Domain.Calls;
using Helpline.Domain.Counselors;
using Helpline.Domain.Offers;

namespace Helpline.Tests.Model;

/// <summary>What the line promises, over <see cref="LineState"/>, and the mistakes that would break each promise.</summary>
internal static class LineSpec
{
    public const string Time = "TimePasses";
    private static readonly int[] Both = [1, 2];

    /// <summary>How many random schedules are tried in which a call rings for so many at once, and in which a callback is owed.</summary>
    public static readonly IReadOnlyList<(int AtOnce, bool Owed, int Schedules)> Mix = [(1, false, 30_000), (1, true, 20_000), (2, false, 25_000), (3, false, 25_000)];

    /// <param name="atOnce">For how many a call that has waited rings, 1 to 3.</param>
    /// <param name="owed">Somebody who rang before all is to be called back, and nobody ever does it.</param>
    public static Spec<LineState> Of(int atOnce, bool owed = false) => Promises(Moves(Spec.From(LineState.Start(atOnce, owed)), LineState.CrewOf(atOnce)));

    /// <summary>Walks so many random schedules of 5 to 40 moves each.</summary>
    /// <exception cref="CsCheckException">A promise was broken; the message tells which, and the shortest way there.</exception>
    public static SpecReport<LineState> Walk(int atOnce, bool owed, int schedules, Action<string>? writeLine = null) =>
        Of(atOnce, owed).Sample(writeLine, minSteps: 5, maxSteps: 40, iter: schedules);

    private static Spec<LineState> Moves(Spec<LineState> spec, int[] crew) => spec
        .Action("Choose", Both, (s, c) => s.Can(c, CallEvent.LanguageChosen), (s, c) => s.Choose(c), weight: 6)
        .Action("Show", crew, (s, k) => s.Seat(k).Offer is not null, (s, k) => s.Show(k))
        .Action("Accept", crew, (s, k) => s.Seat(k).Offer is not null, (s, k) => s.Accept(k), weight: 6)
        .Action("AcceptLate", crew, (s, k) => s.Seat(k).Offer is null, (s, k) => s.Accept(k))
        .Action("Decline", crew, (s, k) => s.Seat(k).Offer is not null, (s, k) => s.Decline(k))
        .Action("Meet", Both, (s, c) => s.Can(c, CallEvent.Bridged), (s, c) => s.Meet(c), weight: 8)
        .Action("HangUp", Both, (s, c) => s.Can(c, CallEvent.CounselorHungUp), (s, c) => s.HangUp(c), weight: 3)
        .Action("Finish", Both, (s, c) => s.Can(c, CallEvent.Finished), (s, c) => s.Finish(c))
        .Action("LoseCounselor", Both, (s, c) => s.Can(c, CallEvent.CounselorLost), (s, c) => s.LoseCounselor(c), weight: 4)
        .Action("Rejoin", Both, (s, c) => s.Call(c) is { State: CallState.Talking, IsAlone: false }, (s, c) => s.Rejoin(c), weight: 4)
        .Action("ComeBack", Both, (s, c) => s.Call(c).IsAlone, (s, c) => s.ComeBack(c), weight: 6)
        .Action("Star", Both, (s, c) => s.Call(c) is { State: CallState.Talking, IsAlone: false, IsLeft: false }, (s, c) => s.Star(c), weight: 3)
        .Action("Leave", Both, (s, c) => s.Can(c, CallEvent.CallerLeft), (s, c) => s.Leave(c, CallEvent.CallerLeft))
        .Action("Lose", Both, (s, c) => s.Can(c, CallEvent.Lost), (s, c) => s.Leave(c, CallEvent.Lost))
        .Action("Divert", Both, (s, c) => s.Call(c).State is CallState.Waiting or CallState.Offered, (s, c) => s.Leave(c, CallEvent.Diverted))
        .Action("Resume", Both, (s, c) => s.Can(c, CallEvent.Resumed), (s, c) => s.Resume(c), weight: 2)
        .Action("Available", crew, (s, k) => s.Say(k, PresenceState.Available), weight: 3)
        .Action("Break", crew, (s, k) => s.Say(k, PresenceState.Break))
        .Action("LastCall", crew, (s, k) => s.Say(k, PresenceState.LastCall))
        .Action(Time, s => s.TimePasses(), weight: 2);

    private static Spec<LineState> Promises(Spec<LineState> spec) => spec
        .Never("ENDS-STAY", "An ended call never leaves its end.", (b, a) => Both.Any(c => CallFlow.IsEnd(b.Call(c).State) && a.Call(c).State != b.Call(c).State))
        .Never("NEVER-BUSY", "A call never rings for somebody who has another.",
            (b, a) => a.Crew.Any(k => RingsAnew(b, a, k) && Both.Any(c => a.Call(c).By == k && CallFlow.IsClaimed(a.Call(c).State))))
        .Never("ONLY-WILLING", "A call rings only for somebody who takes calls.", (b, a) => a.Crew.Any(k => RingsAnew(b, a, k) && !Presence.TakesCalls(a.Seat(k).State)))
        .Never("IN-TURN", "Nobody is asked for a call while one before it waits that could ring for her.",
            (b, a) => a.Crew.Any(k => RingsAnew(b, a, k) && a.Seat(k).Call != a.Ahead && a.Call(a.Ahead).State == CallState.Waiting && (a.Seat(k).LetGo & a.Ahead) == 0))
        .Invariant("ONE-COUNSELOR", "At most one counselor is on a call.", s => !Both.Any(c => CallFlow.IsClaimed(s.Call(c).State) && s.Crew.Count(k => s.Seat(k).Call == c) > 1))
        .Invariant("ONE-CALL", "A counselor has the call she won, and no other.",
            s => Both.All(c => !CallFlow.IsClaimed(s.Call(c).State) || s.Seat(s.Call(c).By) is { Offer: null } seat && seat.Call == c))
        .Invariant("NO-GHOST", "Nobody is kept busy by a call that neither rings for her nor is hers.",
            s => s.Crew.All(k => s.Seat(k) is { Call: 0 } || s.Seat(k).Offer is not null || s.Call(s.Seat(k).Call).By == k))
        .Invariant("NEVER-AWAY", "No call goes on ringing for somebody who has gone.", s => s.Crew.All(k => s.Seat(k).Offer is null || Presence.TakesCalls(s.Seat(k).State)))
        .Invariant("RINGS", "A call that is said to ring rings somewhere.", s => Both.All(c => s.Call(c).State == CallState.Offered == s.OpenOffers(c) > 0))
        .Reachable("TWO-TALKS", "Two callers are listened to at once.", s => s is { A.State: CallState.Talking, B.State: CallState.Talking })
        .Response("OFFERED", "A waiting call with somebody free is offered within one stride of time.", Both,
            (_, a, c) => a.Call(c).State == CallState.Waiting && a.SomebodyIsFree, (_, a, c) => a.Call(c).State != CallState.Waiting, within: 1,
            cancel: (_, a, _) => !a.SomebodyIsFree, per: Time)
        .Response("ANSWERED-OR-GIVEN-BACK", "Whoever accepted is on the line in time, or the caller waits again.", Both,
            (b, a, c) => Enters(CallState.Connecting, b, a, c), (_, a, c) => a.Call(c).State != CallState.Connecting, within: 1, per: Time)
        .Response("NOT-LEFT-ALONE", "Whoever lets her line go in a talk is back in time, or the caller waits again.", Both,
            (b, a, c) => a.Call(c).IsAlone && !b.Call(c).IsAlone, (_, a, c) => !a.Call(c).IsAlone, within: 1, per: Time)
        .Response("LEFT-IS-OVER", "A talk that she ended by her telephone is over in time.", Both,
            (b, a, c) => a.Call(c).IsLeft && !b.Call(c).IsLeft, (_, a, c) => !a.Call(c).IsLeft, within: 1, per: Time)
        .Response("FREE-AGAIN", "The time for the note comes to its end.", Both,
            (b, a, c) => Enters(CallState.WrapUp, b, a, c), (_, a, c) => a.Call(c).State != CallState.WrapUp, within: 1, per: Time)
        .Fault("an ended call goes back into the queue", "Break", (b, _) => b.A.State == CallState.Abandoned, (_, a) => a.With(1, new ModelCall(CallState.Waiting)))
        .Fault("routing does not look whether she is busy", "Choose", (b, a) => TalksOn(b, 1) && a.B.State == CallState.Waiting,
            (_, a) => a.With(1, a.X with { Call = 2, Offer = OfferState.Made }).With(2, a.B with { State = CallState.Offered }))
        .Fault("routing does not look whether she is on a break", "Break", (b, a) => b.A.State == CallState.Waiting && a is { A.State: CallState.Waiting, X.Call: 0, X.State: PresenceState.Break },
            (_, a) => a.With(1, a.X with { Call = 1, Offer = OfferState.Made }).With(1, a.A with { State = CallState.Offered }))
        .Fault("the second in the queue goes first", "Available", (b, a) => b is { A.State: CallState.Waiting, B.State: CallState.Waiting } && a is { Ahead: 1, X.Call: 1, X.Offer: not null, Y.Call: 0 },
            (b, a) => a.With(1, b.A).With(2, a.B with { State = CallState.Offered }).With(1, a.X with { Call = 2 }))
        .Fault("accepting does not look whether the offer is open", "AcceptLate", (_, a) => TalksOn(a, 2) && a.X.Call == 0,
            (_, a) => a.With(1, a.X with { Call = 1 }).With(1, a.A with { By = 1 }))
        .Fault("accepting forgets to take the seat", "Accept", (b, a) => b.A.State == CallState.Offered && a is { A.State: CallState.Connecting, A.By: 1 },
            (_, a) => a.With(1, a.X with { Call = 0 }))
        .Fault("finishing forgets the seat", "Finish", (b, a) => b is { X.Call: 1, A.By: 1 } && a.A.State == CallState.Done && a.X.Call == 0, (_, a) => a.With(1, a.X with { Call = 1 }))
        .Fault("a decline forgets the caller", "Decline", (b, a) => b.A.State == CallState.Offered && a.A.State == CallState.Waiting, (_, a) => a.With(1, a.A with { State = CallState.Offered }))
        .Fault("nobody looks at the queue again", Time, (b, a) => b.A.State == CallState.Waiting && a is { A.State: CallState.Offered, X.Call: 1, X.Offer: not null, Y.Call: not 1 },
            (b, a) => a.With(1, b.A).With(1, a.X with { Call = 0, Offer = null }))
        .Fault("the time to connect never ends", Time, (b, _) => b.A.State == CallState.Connecting, (b, _) => b)
        .Fault("the time to come back never ends", Time, (b, _) => b.A.IsAlone, (b, _) => b)
        .Fault("the star key ends nothing", Time, (b, _) => b.A.IsLeft, (b, _) => b)
        .Fault("the time for the note never ends", Time, (b, _) => b.A.State == CallState.WrapUp, (b, _) => b);

    private static bool RingsAnew(LineState before, LineState after, int who) =>
        after.Seat(who).Offer == OfferState.Made && (before.Seat(who).Offer is null || before.Seat(who).Call != after.Seat(who).Call);

    private static bool Enters(CallState state, LineState before, LineState after, int call) => after.Call(call).State == state && before.Call(call).State != state;

    private static bool TalksOn(LineState line, int who) => line.A is { State: CallState.Talking } && line.A.By == who;
}
