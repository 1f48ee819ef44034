using System.Net;
using Helpline.Contracts;
using Helpline.Contracts.Calls;
using Helpline.Contracts.Transfers;

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
    public async Task Is_the_colleagues_when_the_counselor_reloads_while_they_consult_and_never_dials_again()
    {
        await using var story = await Talking.Start();
        await story.DanaComes(await story.AsksDana());
        (await story.Aigul.Posts(Routes.Rejoin(story.Call))).EnsureSuccessStatusCode();
        await story.Dana.SeesTransfer("Completed");
        await story.Until(() => story.Room.Participants.Count == 2 && !story.Held, "the caller to hear the colleague");
        Assert.Equal(("Talking", "counselor2"), await story.Dana.Sees(story.Call) is var card ? (card.State, card.Counselor) : default);
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
