using System.Net;
using Helpline.Contracts;
using Helpline.Contracts.Calls;
using Helpline.Contracts.Transfers;

namespace Helpline.Tests.Calls;

public class A_caller_who_goes_back_to_the_queue
{
    [Fact]
    public async Task For_a_colleague_keeps_her_place_and_her_note_and_hears_no_apology()
    {
        await using var story = await Talking.Start();
        await using var erlan = await story.Host.Available("counselor3");
        await story.Aigul.Writes(story.Call, new NoteChange(null, "counseling", null, null, "what we know", null));
        var queued = (await story.Aigul.Sees(story.Call)).QueuedAt;
        Assert.Equal(HttpStatusCode.NoContent, (await story.HandsOn(new(To: "counselor2"))).StatusCode);

        await story.Aigul.Phone.IsHungUp();
        await story.Caller.Hears("kk/please-hold");
        var offer = await story.Dana.IsOffered();
        Assert.Equal((story.Call, queued), (offer.CallId, offer.WaitingSince));
        await story.IsFree("counselor1");
        await story.Dana.Accepts(offer);
        await story.Caller.IsTalkingTo("counselor2");
        await story.Dana.SeesState(story.Call, "Talking");
        Assert.Equal("what we know", (await story.Dana.Gets<NoteCard>(Routes.Note(story.Call))).Summary);
        Assert.DoesNotContain(story.Caller.Transcript, heard => heard.Contains("counselor-lost", StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_another_language_is_asked_of_those_who_speak_it()
    {
        await using var story = await Talking.Start();
        await using var marina = await story.Host.Available("counselor3");
        Assert.Equal(HttpStatusCode.NoContent, (await story.HandsOn(new(Language: "ru"))).StatusCode);
        var offer = await marina.IsOffered();
        Assert.Equal((story.Call, "ru"), (offer.CallId, offer.Language));
        await story.Caller.Hears("ru/please-hold");
    }

    [Fact]
    public async Task For_a_topic_takes_it_along_and_is_not_asked_of_the_same_counselor_at_once()
    {
        await using var story = await Talking.Start();
        Assert.Equal(HttpStatusCode.NoContent, (await story.HandsOn(new(Topic: "social_legal"))).StatusCode);
        await story.Dana.Declines(await story.Dana.IsOffered());
        await story.Host.Passes(TimeSpan.FromSeconds(2));
        Assert.False(story.Aigul.HasOffer);
        var call = await story.Host.Reads(async db => await db.Calls.FindAsync(story.Call));
        Assert.Equal(("social_legal", "counselor1", 1), (call!.Topic, call.HandedOnBy, call.Priority));
    }

    [Fact]
    public async Task Is_refused_what_nobody_can_give_and_the_talk_goes_on()
    {
        await using var story = await Talking.Start();
        await Refused(new(To: "counselor3"), HttpStatusCode.Conflict, "counselor3 is not at the board.");
        await Refused(new(To: "nobody"), HttpStatusCode.BadRequest, "\"to\"");
        await Refused(new(), HttpStatusCode.BadRequest, "\"to\"");
        await Refused(new(Language: "fr"), HttpStatusCode.BadRequest, "\"language\"");
        await Refused(new(Topic: "weather"), HttpStatusCode.BadRequest, "\"topic\"");
        await Refused(new(Topic: ""), HttpStatusCode.BadRequest, "\"topic\"");
        Assert.Equal(HttpStatusCode.Forbidden, (await story.Dana.Posts(Routes.HandOn(story.Call), new HandOnCall(Language: "ru"))).StatusCode);
        Assert.Equal("Talking", (await story.Aigul.Sees(story.Call)).State);
        await story.Caller.HangsUp();
        await story.Aigul.SeesState(story.Call, "WrapUp");
        await Refused(new(Language: "ru"), HttpStatusCode.Conflict, "WrapUp");

        async Task Refused(HandOnCall on, HttpStatusCode status, string why)
        {
            var answer = await story.HandsOn(on);
            Assert.Equal(status, answer.StatusCode);
            Assert.Contains(why, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task While_a_colleague_is_asked_frees_the_colleague_too()
    {
        await using var story = await Talking.Start();
        await story.DanaComes(await story.AsksDana());
        Assert.Equal(HttpStatusCode.NoContent, (await story.HandsOn(new(Topic: "social_legal"))).StatusCode);
        await story.Dana.SeesTransfer("Cancelled");
        await story.Dana.Phone.IsHungUp();
        Assert.Equal(story.Call, (await story.Dana.IsOffered()).CallId);
    }
}
