using CsCheck;
using Helpline.Domain.Calls;
using Helpline.Domain.Counselors;
using Helpline.Domain.Line;
using Helpline.Domain.Offers;
using Helpline.Domain.Routing;
using Helpline.Server.Calls;
using Helpline.Server.Routing;
using Helpline.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Model;

/// <summary>The real desk on a real database, taken through the moves of the model; after each it must stand where the model stands.</summary>
internal sealed class DeskOfTheModel(TestDatabase database)
{
    private static readonly string[] Names = ["", "counselor1", "counselor2", "counselor3"];
    private Guid[] calls = [];

    /// <summary>Whoever rang first is to be called back.</summary>
    public bool Owed { get; init; }

    /// <summary>How much time passes where the model says that time passes: longer than any deadline.</summary>
    public TimeSpan Stride { get; init; } = TimeSpan.FromSeconds(31);

    public static RoutingRules Rules(int atOnce) => new()
    {
        Order = RoutingOrder.Linear,
        Steps = [new(0, Widening.Exact), new(30, Widening.Exact, atOnce)],
        PauseAfterMissed = int.MaxValue,
        LeaseSeconds = 1_000_000,
        WrapUpSeconds = 20,
    };

    public static async Task<TestDatabase> Database(int atOnce)
    {
        var database = await TestDatabase.Create("Sqlite", Rules(atOnce));
        await database.Holds([.. LineState.CrewOf(atOnce).Select(who => TestDatabase.Account(Names[who], "kk"))]);
        return database;
    }

    /// <summary>An empty line, with two who ring.</summary>
    public static DeskOfTheModel Start(TestDatabase database, TimeSpan? stride = null, bool owed = false)
    {
        var desk = stride is { } longer ? new DeskOfTheModel(database) { Stride = longer } : new DeskOfTheModel(database) { Owed = owed };
        desk.Clear().GetAwaiter().GetResult();
        return desk;
    }

    /// <returns>Null when the desk stands where the model does, else where it stands.</returns>
    public string? Follow(Transition<LineState> step) => FollowAsync(step).GetAwaiter().GetResult();

    private async Task<string?> FollowAsync(Transition<LineState> step)
    {
        database.Clock.Advance(step.Action == LineSpec.Time ? Stride : TimeSpan.FromMilliseconds(10));
        await database.Desks.Open(desk => Move(desk, step.Action, step.Arg is { Length: > 0 } arg ? int.Parse(arg, null) : 0));
        var (stands, should) = (await Standing(step.After.Crew), Standing(step.After));
        return stands == should ? null : $"the desk: {stands}; the model: {should}";
    }

    private async Task Move(CallDesk desk, string what, int which)
    {
        if (what == LineSpec.Time) await Pass(desk);
        else if (Enum.TryParse<PresenceState>(what, out var state)) await desk.Say(Names[which], state);
        else if (what is "Show" or "Accept" or "AcceptLate" or "Decline") await Answer(desk, what, Names[which]);
        else await MoveCall(desk, what, (await desk.Find(calls[which]))!);
    }

    private static async Task Pass(CallDesk desk)
    {
        await desk.Sweep();
        await desk.Save();
        await desk.Dispatch();
    }

    private static async Task Answer(CallDesk desk, string what, string who)
    {
        if (await desk.Db.Offers.Where(o => o.Counselor == who).OrderByDescending(o => o.MadeAt).FirstOrDefaultAsync() is not { } newest) return;
        if (what == "Show") await desk.Acknowledge(newest.Id, who);
        else if (what == "Decline") await desk.Decline(newest.Id, who);
        else await desk.Accept(newest.Id, who);
    }

    private static async Task MoveCall(CallDesk desk, string what, Call call)
    {
        switch (what)
        {
            case "Choose": desk.ChooseLanguage(call, "kk"); break;
            case "Meet" or "ComeBack": await Meet(desk, call); break;
            case "Rejoin": await desk.Rejoin(call); break;
            case "Star": await desk.LeaveTalk(call, call.CounselorLeg!, call.TicketNumber); break;
            case "HangUp": desk.HangUp(call); break;
            case "Finish": await desk.Finish(call); break;
            case "LoseCounselor": await desk.LoseCounselor(call); break;
            case "Leave": await desk.CallerLeaves(call, desk.Now); break;
            case "Lose": await desk.Lose(call); break;
            case "Divert": await desk.Divert(call, Diversion.Asked); break;
            case "Resume": desk.Resume(call); break;
            default: throw new ArgumentOutOfRangeException(nameof(what), what, "No such move.");
        }
    }

    private static async Task Meet(CallDesk desk, Call call)
    {
        desk.Admit(call, Made.Sid(), call.TicketNumber);
        await desk.CallerJoins(call, desk.Now);
        await desk.CounselorJoins(call, desk.Now);
    }

    private async Task Clear()
    {
        await database.Reads(async db => await db.Offers.ExecuteDeleteAsync() + await db.Presences.ExecuteDeleteAsync() + await db.Notes.ExecuteDeleteAsync() + await db.Callbacks.ExecuteDeleteAsync() + await db.Calls.ExecuteDeleteAsync());
        var (a, b) = (await database.Desks.Open(desk => desk.Arrive(Made.Sid(), null)), await database.Desks.Open(desk => desk.Arrive(Made.Sid(), null)));
        calls = [Guid.Empty, a.Id, b.Id];
        if (Owed) await database.Holds(Made.Callback(database.Now, out var call), call);
    }

    private async Task<string> Standing(int[] crew)
    {
        var (all, seats, open) = await database.Reads(async db =>
            (await db.Calls.Where(c => calls.Contains(c.Id)).ToListAsync(), await db.Presences.ToListAsync(), await db.Offers.Open().ToListAsync()));
        var words = all.OrderBy(c => Array.IndexOf(calls, c.Id)).Select(c => Word(c.State, Array.IndexOf(Names, c.Counselor ?? ""), c.Priority > 0)).ToList();
        foreach (var name in crew.Select(who => Names[who]))
        {
            var seat = seats.Find(s => s.UserName == name);
            words.Add(Word(seat?.State ?? PresenceState.Offline, Math.Max(0, Array.IndexOf(calls, seat?.CallId ?? Guid.Empty)), open.Find(o => o.Counselor == name)?.State));
        }
        return string.Join(", ", words);
    }

    private static string Standing(LineState line) => string.Join(", ",
        [Word(line.A.State, line.A.By, line.A.AtHead), Word(line.B.State, line.B.By, line.B.AtHead), .. line.Crew.Select(line.Seat).Select(s => Word(s.State, s.Call, s.Offer))]);

    private static string Word(CallState state, int by, bool atHead) => CallFlow.IsEnd(state) ? $"{state}" : $"{state} {by}{(atHead ? " first" : "")}";

    private static string Word(PresenceState state, int call, OfferState? offer) => $"{state} {call} {offer}";
}
