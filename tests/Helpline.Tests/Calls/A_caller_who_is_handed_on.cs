using System.Net;
using System.Net.Http.Json;
using Helpline.Contracts;
using Helpline.Contracts.Board;
using Helpline.Contracts.Calls;
using Helpline.Contracts.Transfers;
using Helpline.Exchange;
using Helpline.Tests.Support;

namespace Helpline.Tests.Calls;

public class A_caller_who_is_handed_on
{
    [Fact]
    public async Task Hears_music_while_the_two_consult_and_then_the_colleague_alone()
    {
        await using var story = await Talking.Start();
        var transfer = await story.AsksDana();
        Assert.Equal(("Asked", "counselor1", "kk"), (transfer.State, transfer.From, transfer.Language));
        await story.Dana.SeesTransfer("Asked");
        Assert.NotNull((await story.Aigul.Sees(story.Call)).HeldSince);
        await story.Aigul.Writes(story.Call, new NoteChange(null, "counseling", null, null, "what we know", null));

        await story.DanaComes(transfer);
        Assert.Equal((3, true), (story.Room.Participants.Count, story.Held));
        Assert.Equal("Consulting", (await story.Dana.Board())!.Transfer!.State);
        Assert.Equal(transfer.Id, (await story.Aigul.Board())!.Transfer!.Id);
        Assert.Equal(HttpStatusCode.NoContent, (await story.Aigul.Posts(Routes.CompleteTransfer(transfer.Id))).StatusCode);

        await story.Aigul.Phone.IsHungUp();
        await story.Until(() => story.Room.Participants.Count == 2 && !story.Held, "the caller to hear the colleague");
        await story.Dana.Phone.IsTalkingTo("+77010000001");
        var card = await story.Dana.Sees(story.Call);
        Assert.Equal(("Talking", "counselor2", (DateTime?)null), (card.State, card.Counselor, card.HeldSince));
        Assert.Equal("what we know", (await story.Dana.Gets<NoteCard>(Routes.Note(story.Call))).Summary);
        await story.IsFree("counselor1");
        Assert.Null((await story.Dana.Board())!.Transfer);

        await story.Caller.HangsUp();
        await story.Dana.SeesState(story.Call, "WrapUp");
        await story.Dana.Finishes(story.Call);
        await story.IsFree("counselor2");
    }

    [Theory]
    [InlineData("counselor1", "Cancelled")]
    [InlineData("counselor2", "Refused")]
    public async Task Comes_back_when_one_of_the_two_says_so_whether_they_speak_already_or_not(string who, string how)
    {
        foreach (var consulting in new[] { false, true })
        {
            await using var story = await Talking.Start();
            var transfer = await story.AsksDana();
            if (consulting) await story.DanaComes(transfer);
            var answer = who == "counselor1"
                ? await story.Aigul.Posts(Routes.CancelTransfer(transfer.Id))
                : await story.Dana.Posts(Routes.DeclineTransfer(transfer.Id));
            Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
            await story.ComesBack(how);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Comes_back_when_the_colleague_does_not_answer_or_does_not_come(bool accepts)
    {
        await using var story = await Talking.Start();
        var transfer = await story.AsksDana();
        if (accepts) (await story.Dana.Posts(Routes.AcceptTransfer(transfer.Id))).EnsureSuccessStatusCode();
        await story.ComesBack("Lapsed", TimeSpan.FromSeconds(40));
        Assert.Equal(HttpStatusCode.Conflict, (await story.Dana.Posts(Routes.AcceptTransfer(transfer.Id))).StatusCode);
    }

    [Fact]
    public async Task Is_not_asked_of_a_colleague_for_ever_who_lets_it_pass_twice()
    {
        await using var story = await Talking.Start();
        // Somebody else speaks English too: the last one of a language is never paused.
        await using var marina = await story.Host.Available("counselor3");
        for (var time = 1; time <= 2; time++)
        {
            await story.AsksDana();
            await story.Until(() => !story.Held, "the request to lapse", TimeSpan.FromSeconds(40));
        }
        Assert.Equal("Paused", (await story.Dana.Board())!.Me.State);
    }

    [Fact]
    public async Task Comes_back_when_the_colleagues_line_breaks()
    {
        await using var story = await Talking.Start();
        await story.DanaComes(await story.AsksDana());
        await story.Dana.Phone.HangsUp();
        await story.ComesBack("Broken");
    }

    [Fact]
    public async Task Is_the_colleagues_when_the_counselors_line_breaks_while_they_consult()
    {
        await using var story = await Talking.Start();
        await story.DanaComes(await story.AsksDana());
        await story.Aigul.Phone.HangsUp();
        await story.Until(() => story.Room.Participants.Count == 2 && !story.Held, "the caller to hear the colleague");
        await story.Dana.SeesTransfer("Completed");
        Assert.Equal("counselor2", (await story.Dana.Sees(story.Call)).Counselor);
        await story.IsFree("counselor1");
        await story.Host.Passes(TimeSpan.FromSeconds(20));
        Assert.Equal("Talking", (await story.Dana.Sees(story.Call)).State);
    }

    [Fact]
    public async Task Waits_for_the_counselor_whose_line_breaks_before_the_colleague_answered()
    {
        await using var story = await Talking.Start();
        await story.AsksDana();
        await story.Aigul.Says("Break");
        await story.Aigul.Phone.HangsUp();
        await story.Dana.SeesTransfer("Cancelled");
        await story.Until(() => !story.Held, "the music to end");
        await story.Caller.Hears("kk/counselor-lost");
        Assert.Equal(story.Call, (await story.Dana.IsOffered()).CallId);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Leaves_and_the_colleague_is_free_at_once(bool consulting)
    {
        await using var story = await Talking.Start();
        var transfer = await story.AsksDana();
        if (consulting) await story.DanaComes(transfer);
        await story.Caller.HangsUp();
        await story.Aigul.SeesState(story.Call, "WrapUp");
        // Of the lines that end together the colleague's may be reported first.
        await story.Dana.SeesTransfer("Cancelled", consulting ? "Broken" : "Cancelled");
        await story.IsFree("counselor2");
        if (consulting) await story.Dana.Phone.IsHungUp();
        Assert.Equal("counselor1", (await story.Aigul.Sees(story.Call)).Counselor);
        await story.Aigul.Finishes(story.Call);
        await story.IsFree("counselor1");
    }

    [Fact]
    public async Task Is_given_only_to_somebody_who_can_take_her()
    {
        await using var story = await Talking.Start();
        await Refused("counselor3", HttpStatusCode.Conflict, "counselor3 is not at the board.");
        await Refused("nobody", HttpStatusCode.BadRequest, "'nobody' is nobody who takes calls.");
        await Refused("admin", HttpStatusCode.BadRequest, "nobody who takes calls");
        await Refused("counselor1", HttpStatusCode.BadRequest, "yours already");
        Assert.Equal(HttpStatusCode.Forbidden, (await story.Dana.Posts(Routes.AskColleague(story.Call), new AskColleague("counselor1"))).StatusCode);
        await story.Dana.Says("Break");
        await Refused("counselor2", HttpStatusCode.Conflict, "counselor2 takes no calls now.");
        await story.Dana.Says("Available");
        var other = story.Host.Caller("+77020000002");
        await other.Ring();
        await other.Presses("1");
        var offer = await story.Dana.IsOffered();
        await Refused("counselor2", HttpStatusCode.Conflict, "counselor2 is busy with another call.");
        await story.Dana.Declines(offer);
        await other.HangsUp();
        await story.AsksDana();
        await Refused("counselor3", HttpStatusCode.Conflict, "counselor2 is asked already.");
        await story.Aigul.HangsUp(story.Call);
        await Refused("counselor2", HttpStatusCode.Conflict, "WrapUp");

        async Task Refused(string to, HttpStatusCode status, string why)
        {
            var answer = await story.Aigul.Posts(Routes.AskColleague(story.Call), new AskColleague(to));
            Assert.Equal(status, answer.StatusCode);
            Assert.Contains(why, (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Replace("\\u0027", "'", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Is_moved_only_by_the_two_whom_it_concerns_and_by_each_in_her_turn()
    {
        await using var story = await Talking.Start();
        var transfer = await story.AsksDana();
        Assert.Equal(HttpStatusCode.Forbidden, (await story.Aigul.Posts(Routes.AcceptTransfer(transfer.Id))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await story.Dana.Posts(Routes.CompleteTransfer(transfer.Id))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await story.Aigul.Posts(Routes.CompleteTransfer(transfer.Id))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await story.Aigul.Posts(Routes.CancelTransfer(Guid.NewGuid()))).StatusCode);
        var ticket = await story.DanaComes(transfer);
        var thief = story.Host.Exchange.Browser("counselor3");
        await thief.Connect(ticket);
        await thief.IsHungUp();
        Assert.Equal(3, story.Room.Participants.Count);
    }
}

/// <summary>Aigul talks with a caller, and Dana is free.</summary>
internal sealed class Talking(HelplineHost host, Counselor aigul, Counselor dana, Caller caller, Guid call) : IAsyncDisposable
{
    public HelplineHost Host => host;
    public Counselor Aigul => aigul;
    public Counselor Dana => dana;
    public Caller Caller => caller;
    public Guid Call => call;

    public Conference Room => host.Exchange.Conferences.All.Last(c => !c.IsOver);

    /// <summary>The caller hears music.</summary>
    public bool Held => Room.Participants.Single(p => p.Label == "caller").Hold;

    public static async Task<Talking> Start()
    {
        var host = HelplineHost.Start();
        var aigul = await host.Available();
        var caller = host.Caller();
        await caller.Ring();
        await caller.Presses("1");
        var call = (await aigul.Accepts(await aigul.IsOffered())).CallId;
        await aigul.SeesState(call, "Talking");
        return new(host, aigul, await host.Available("counselor2"), caller, call);
    }

    public Task Until(Func<bool> isSo, string what, TimeSpan? within = null) => host.Until(() => Task.FromResult(isSo()), what, within);

    public async Task<TransferCard> AsksDana()
    {
        var answer = await aigul.Posts(Routes.AskColleague(call), new AskColleague("counselor2"));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        await Until(() => Held, "the caller to be held");
        return (await answer.Content.ReadFromJsonAsync<TransferCard>())!;
    }

    /// <returns>The ticket she came with.</returns>
    public async Task<string> DanaComes(TransferCard transfer)
    {
        var answer = await dana.Posts(Routes.AcceptTransfer(transfer.Id));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        var ticket = (await answer.Content.ReadFromJsonAsync<AcceptedOffer>())!.Ticket;
        await dana.Connects(ticket);
        await Until(() => Room.Participants.Any(p => p.Label!.StartsWith("colleague", StringComparison.Ordinal)), "the colleague to be in the room");
        await aigul.SeesTransfer("Consulting");
        return ticket;
    }

    public Task<HttpResponseMessage> HandsOn(HandOnCall on) => aigul.Posts(Routes.HandOn(call), on);

    /// <summary>Both boards say how it ended, the two talk as before, and Dana is free.</summary>
    public async Task ComesBack(string how, TimeSpan? within = null)
    {
        await aigul.SeesTransfer(how, within: within);
        await dana.SeesTransfer(how);
        await Until(() => !Held && Room.Participants.Count == 2, "the caller to hear the counselor");
        var card = await aigul.Sees(call);
        Assert.Equal(("Talking", "counselor1", (DateTime?)null), (card.State, card.Counselor, card.HeldSince));
        Assert.Null((await aigul.Board())!.Transfer);
        await IsFree("counselor2");
    }

    public async Task IsFree(string userName) =>
        Assert.Null((await host.Reads(async db => await db.Presences.FindAsync(userName)))!.CallId);

    public async ValueTask DisposeAsync()
    {
        await aigul.DisposeAsync();
        await dana.DisposeAsync();
        await host.DisposeAsync();
    }
}
