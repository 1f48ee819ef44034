using System.Net;
using Helpline.Contracts;
using Helpline.Contracts.Visits;

namespace Helpline.Tests.Visits;

public class Whose_a_visit_is
{
    [Theory]
    [InlineData("admin", HttpStatusCode.Forbidden)]
    [InlineData("auditor1", HttpStatusCode.Forbidden)]
    [InlineData("counselor2", HttpStatusCode.NotFound)]
    public async Task Shows_it_to_nobody_else(string userName, HttpStatusCode refusal)
    {
        using var story = await VisitStory.Begins();
        var visit = await story.IsPlanned(await story.Enters("counselor1"));
        var stranger = await story.Enters(userName);
        foreach (var address in new[] { Routes.Visit(visit.Id), Routes.VisitForm(visit.Id) })
            Assert.Equal(refusal, (await stranger.Opens(address)).StatusCode);
        var (change, time) = (new VisitFormChange(story.Form()), new VisitTime(story.Now.AddHours(2)));
        Assert.Equal(refusal, (await stranger.Posts(Routes.ConfirmVisit(visit.Id))).StatusCode);
        Assert.Equal(refusal, (await stranger.Posts(Routes.VisitPlace(visit.Id), new VisitAccess("care"))).StatusCode);
        Assert.Equal(refusal, (await stranger.Posts(Routes.MissVisit(visit.Id), new VisitMissed("refused"))).StatusCode);
        Assert.Equal(refusal, (await stranger.Posts(Routes.CancelVisit(visit.Id), new VisitCancelled("other"))).StatusCode);
        Assert.Equal(refusal, (await stranger.Posts(Routes.ReplanVisit(visit.Id), time)).StatusCode);
        Assert.Equal(refusal, (await stranger.Posts(Routes.VisitDone(visit.Id), change)).StatusCode);
        Assert.Equal(refusal, (await stranger.Puts(Routes.VisitForm(visit.Id), change)).StatusCode);
        Assert.Equal(refusal, (await stranger.Puts(Routes.Visit(visit.Id), time)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.Opens(Routes.VisitsToLookAt)).StatusCode);
        if (refusal == HttpStatusCode.NotFound) Assert.Empty((await stranger.Gets<VisitCard[]>($"{A_visit.Span(story.Now)}&worker=social1"))!);
        Assert.Equal(["Planned"], await story.History(visit.Id));
    }

    [Fact]
    public async Task Lets_the_owner_of_the_case_plan_and_only_the_worker_write()
    {
        using var story = await VisitStory.Begins();
        var (aigul, yerlan) = (await story.Enters("counselor1"), await story.Enters("supervisor1"));
        var visit = await story.IsPlanned(aigul);
        story.Passes(2);
        var change = new VisitFormChange(story.Form());
        foreach (var reader in new[] { aigul, yerlan })
        {
            var details = (await reader.Gets<VisitDetails>(Routes.Visit(visit.Id)))!;
            Assert.Equal((false, true), (details.IsMine, details.MayPlan));
            Assert.Equal(HttpStatusCode.Forbidden, (await reader.Puts(Routes.VisitForm(visit.Id), change)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await reader.Posts(Routes.VisitDone(visit.Id), change)).StatusCode);
        }
        Assert.Single((await yerlan.Gets<VisitCard[]>($"{A_visit.Span(story.Now)}&worker=social1"))!);
        await VisitStory.Answer<VisitCard>(await aigul.Posts(Routes.CancelVisit(visit.Id), new VisitCancelled("other")));
    }

    [Fact]
    public async Task Gives_a_worker_no_case_that_is_not_hers()
    {
        using var story = await VisitStory.Begins();
        await VisitStory.IsRefused(await (await story.Enters("social1")).Posts(Routes.VisitsList, story.Wish()), "caseId");
    }
}
