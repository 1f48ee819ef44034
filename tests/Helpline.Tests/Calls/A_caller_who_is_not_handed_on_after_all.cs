using System.Net;
using Helpline.Contracts;

namespace Helpline.Tests.Calls;

public class A_caller_who_is_not_handed_on_after_all
{
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
}
