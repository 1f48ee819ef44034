using System.Net;
using AngleSharp.Dom;
using Bunit;
using Helpline.Contracts;
using Helpline.Contracts.Board;
using Helpline.Contracts.FollowUps;
using Helpline.Contracts.Work;
using Helpline.Dashboard.Work;
using Helpline.Tests.Dashboard.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Tests.Dashboard;

public class A_page_of_work : DashboardContext
{
    private readonly Guid due = Guid.NewGuid();

    [Fact]
    public void Shows_what_is_overdue_before_what_is_due_and_how_much_of_each()
    {
        var page = Work([Card(due) with { Step = "Coordinator", Number = "20260301-0002" }, Card(Guid.NewGuid())]);
        var titles = page.FindAll("h2").Select(h => h.TextContent.Trim()).ToList();
        Assert.Equal(["Overdue 1", "Due now 1", "Planned 0"], titles.Take(3));
        Assert.Contains("20260301-0002", page.Find("[aria-labelledby=overdue-title]").TextContent, StringComparison.Ordinal);
        Assert.Contains("The coordinator was told", page.Find("[aria-labelledby=overdue-title]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Shows_the_wishes_of_the_person_before_it_rings_and_leads_to_the_board()
    {
        Server.Answers("POST", Routes.CallOwed(Routes.FollowUps, due), new AcceptedOffer("ticket-9", CallId));
        Server.Answers("GET", Routes.FollowUp(due), new FollowUpDetails(Card(due), [], new(true, null, null, "Her sister", "Say it is the library", false, false)));
        var page = Work([Card(due)]);
        Press(page, "Call");
        Assert.Contains("Say it is the library", page.Markup, StringComparison.Ordinal);
        Assert.Empty(Server.To("POST", Routes.CallOwed(Routes.FollowUps, due)));
        Press(page, "Call");
        page.WaitForAssertion(() => Assert.Equal("ticket-9", JSInterop.Invocations.Single(call => call.Identifier == "connect").Arguments[1]));
    }

    [Fact]
    public void Says_how_a_try_went_and_keeps_what_was_typed_while_the_server_is_away()
    {
        Server.Refuses("POST", Routes.Attempts(due), HttpStatusCode.Conflict, new { detail = "changed" });
        Server.Answers("POST", Routes.Attempts(due), Card(due));
        var page = Work([Card(due) with { Answered = CallId }]);
        Assert.Contains("Somebody picked up", page.Markup, StringComparison.Ordinal);
        Press(page, "Say how it went");
        page.Find("select").Change("OtherPerson");
        page.Find("form input").Change("A man");
        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".field-problem")));
        Assert.Equal("A man", page.Find("form input").GetAttribute("value"));
        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("form")));
        Assert.Equal(("OtherPerson", "A man", 5L), Server.To("POST", Routes.Attempts(due)).Last().Read<NewAttempt>() is var sent ? (sent.Result, sent.Note, sent.Version!.Value) : default);
    }

    [Fact]
    public async Task Is_fetched_anew_when_the_work_has_changed_and_counts_beside_its_name()
    {
        var page = Work([]);
        var link = Render<WorkLink>();
        Server.Forgets("GET", Routes.Work);
        Server.Answers("GET", Routes.Work, new WorkCard([new(WorkKind.Due, 1)], [Card(due)], []));
        Server.Answers("GET", Routes.WorkCounts, new WorkCount[] { new(WorkKind.Due, 1), new(WorkKind.Drafts, 2) });
        await Services.GetRequiredService<MyWork>().Fetch();
        page.WaitForAssertion(() => Assert.Contains("20260301-0001", page.Markup, StringComparison.Ordinal));
        link.WaitForAssertion(() => Assert.Contains("3 to do", link.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void Plans_a_follow_up_of_a_contact_and_asks_before_it_takes_the_place_of_another()
    {
        SignedIn();
        Server.Refuses("POST", Routes.FollowUps, HttpStatusCode.Conflict, new { detail = "one is open", field = "kind" });
        Server.Answers("POST", Routes.FollowUps, Card(due));
        var plan = Render<PlanFollowUp>(p => p.Add(f => f.ContactId, CallId).Add(f => f.Risk, "high"));
        plan.Find("button").Click();
        plan.FindAll("select")[1].Change("support");
        plan.Find("form").Submit();
        plan.WaitForAssertion(() => Assert.Contains("In place of the one that is open", plan.Markup, StringComparison.Ordinal));
        plan.FindAll("input[type=checkbox]")[1].Change(true);
        plan.Find("form").Submit();
        plan.WaitForAssertion(() => Assert.Contains("20260301-0001", plan.Find("[role=status]").TextContent, StringComparison.Ordinal));
        Assert.Equal(("support", "high", CallId, true), Server.To("POST", Routes.FollowUps).Last().Read<NewFollowUp>() is var sent ? (sent.Why, sent.Risk, sent.ContactId, sent.Supersede) : default);
    }

    [Fact]
    public void Tells_a_supervisor_at_once_of_somebody_in_danger_who_was_not_reached()
    {
        SignedIn();
        var notice = Render<UrgentNotice>();
        Services.GetRequiredService<MyWork>().Wanted(new(due, "20260301-0001", "NotReached", "high"));
        notice.WaitForAssertion(() => Assert.Contains("20260301-0001", notice.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        notice.Find("button").Click();
        Assert.Empty(notice.FindAll("[role=alert]"));
    }

    [Theory]
    [InlineData("DangerSigns", "Signs of danger were seen on visit 20260301-0001.")]
    [InlineData("VisitMissed", "Nobody was met again: visit 20260301-0001.")]
    public void Tells_a_supervisor_at_once_of_a_visit_and_leads_there(string cause, string words)
    {
        SignedIn();
        var notice = Render<UrgentNotice>();
        Services.GetRequiredService<MyWork>().Wanted(new(due, "20260301-0001", cause));
        notice.WaitForAssertion(() => Assert.Contains(words, notice.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal($"visits/{due}", notice.Find("a").GetAttribute("href"));
    }

    [Fact]
    public void Opens_the_draft_of_a_walk_in_where_it_is_written()
    {
        var page = Work([], new WorkRow(WorkKind.Drafts, due, "20260301-0009", Now, "WalkIn"), new WorkRow(WorkKind.Drafts, CallId, "20260301-0008", Now, null));
        Assert.Equal($"contacts/{due}", page.Find("[aria-labelledby=drafts-title] a").GetAttribute("href"));
        Assert.Equal("20260301-0008", page.Find("[aria-labelledby=drafts-title] button").TextContent.Trim());
    }

    [Fact]
    public void Shows_what_came_back_and_what_is_to_be_sent()
    {
        var page = Work([], new WorkRow(WorkKind.Refused, due, "20260301-0009", Now, "Үміт"), new WorkRow(WorkKind.Unsent, CallId, "20260301-0008", Now, "emergency"));
        Assert.Equal([$"referrals/{CallId}", $"referrals/{due}"], page.FindAll("a[href^=referrals]").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public void Plans_a_follow_up_of_a_case_or_a_person()
    {
        SignedIn();
        Server.Answers("POST", Routes.FollowUps, Card(due));
        foreach (var plan in new[] { Render<PlanFollowUp>(p => p.Add(f => f.CaseId, CallId)), Render<PlanFollowUp>(p => p.Add(f => f.PersonId, CallId)) })
        {
            plan.Find("button").Click();
            plan.FindAll("select")[1].Change("support");
            plan.Find("form").Submit();
            plan.WaitForAssertion(() => Assert.NotEmpty(plan.FindAll("[role=status]")));
        }
        Assert.Equal([(CallId, null), (null, (Guid?)CallId)], Server.To("POST", Routes.FollowUps).Select(s => s.Read<NewFollowUp>()).Select(s => (s.CaseId, s.PersonId)));
    }

    private FollowUpCard Card(Guid id) => new(
        id, "20260301-0001", "Call", "Due", Now, false, Me, "ru", "high", "after_risk", 1, 3, null, null, CallId, "K7Q2M", null, true, "01", null, null, null, 5);

    private IRenderedComponent<WorkPage> Work(FollowUpCard[] followUps, params WorkRow[] rows)
    {
        SignedIn();
        Sees();
        Server.Answers("GET", Routes.Voicemails, Array.Empty<VoicemailCard>());
        Server.Answers("GET", Routes.Callbacks, Array.Empty<CallbackCard>());
        Server.Answers("GET", Routes.FollowUps + "?of=mine", followUps);
        Server.Answers("GET", Routes.Work, new WorkCard(
            [new(WorkKind.Overdue, followUps.Count(f => f.Step is not null)), new(WorkKind.Due, followUps.Count(f => f.Step is null))], followUps, rows));
        return Render<WorkPage>();
    }

    private static void Press(IRenderedComponent<WorkPage> page, string words) => Button(page, words).Click();

    private static IElement Button(IRenderedComponent<WorkPage> page, string words) => page.FindAll("button").Single(b => b.TextContent.Trim() == words);
}
