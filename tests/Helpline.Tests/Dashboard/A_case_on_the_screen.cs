using System.Net;
using Bunit;
using Helpline.Contracts;
using Helpline.Contracts.Cases;
using Helpline.Contracts.Sharing;
using Helpline.Dashboard.People;
using Helpline.Tests.Dashboard.Support;

namespace Helpline.Tests.Dashboard;

public class A_case_on_the_screen : DashboardContext
{
    private readonly Guid id = Guid.NewGuid();

    public A_case_on_the_screen()
    {
        SignedIn();
        Server.Answers("GET", Routes.Colleagues, new[] { new ColleagueCard(Me, "Айгүл", ["Counselor"]), new ColleagueCard("social1", "Гүлнар", ["SocialWorker"]) });
        Server.Answers("GET", Routes.Shares(Routes.Cases, id), Array.Empty<ShareCard>());
        Server.Answers("GET", Routes.CaseTimeline(id), new Page<Moment>(
        [
            new Moment(Now, Me, "Case", id, "Given", "counselor2", Me, null), new Moment(Now, null, "Visit", Guid.NewGuid(), "Postponed", null, "Soon", null),
            new Moment(Now.AddDays(-1), Me, "Contact", Guid.NewGuid(), "TookPlace", null, null, null, "20260301-0007", "WalkIn"),
        ], null));
    }

    [Fact]
    public void Tells_what_happened_and_names_what_it_has_no_words_for()
    {
        Holds(Details("Open"));
        var page = Opens();

        var told = page.FindAll(".timeline li").Select(li => li.TextContent).ToList();
        Assert.Contains("Given from counselor2 to Айгүл", told[0], StringComparison.Ordinal);
        Assert.Contains("Visit: Postponed Soon", told[1], StringComparison.Ordinal);
        Assert.Contains("Walk-in 20260301-0007", told[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_what_was_typed_when_somebody_was_faster_and_saves_it_over_the_stored_one()
    {
        Holds(Details("Open"));
        var page = Opens();
        await Button(page, "Change").ClickAsync();
        await page.Find("#case-title").InputAsync("Mine");
        Server.Refuses("PUT", Routes.Case(id), HttpStatusCode.Conflict, new { detail = "stale", field = "version" });
        Server.Forgets("GET", Routes.Case(id));
        Holds(Details("Open", "Theirs", version: 9));
        await page.Find("form").SubmitAsync();

        Assert.Contains("Somebody changed this meanwhile", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Contains("Theirs", page.Find(".notice").TextContent, StringComparison.Ordinal);
        Assert.Equal("Mine", page.Find("#case-title").GetAttribute("value"));

        Server.Forgets("PUT", Routes.Case(id));
        Server.Answers("PUT", Routes.Case(id), Details("Open", "Mine", version: 10).Case);
        await page.Find("form").SubmitAsync();
        Assert.Equal(new CaseChange(9, "Mine", "none"), Server.To("PUT", Routes.Case(id)).Last().Read<CaseChange>());
        Assert.Empty(page.FindAll("#case-title"));
    }

    [Fact]
    public async Task Says_beside_the_field_what_is_wrong()
    {
        Holds(Details("Open"));
        var page = Opens();
        await Button(page, "Close").ClickAsync();
        Server.Refuses("POST", Routes.CloseCase(id), HttpStatusCode.BadRequest, new { errors = new Dictionary<string, string[]> { ["reason"] = ["none"] } });
        await page.Find("form").SubmitAsync();

        Assert.Equal("Choose a reason.", page.Find(".field-problem").TextContent);
    }

    [Fact]
    public void That_is_closed_is_only_reopened()
    {
        Holds(Details("Closed"));
        var page = Opens();
        Assert.Equal(["Reopen"], page.FindAll("section .actions button").Select(b => b.TextContent.Trim()));
    }

    [Fact]
    public void That_was_shared_shows_nothing_to_do()
    {
        Holds(Details("Open") with { MayChange = false });
        var page = Opens();
        Assert.Empty(page.FindAll("button"));
    }

    private CaseDetails Details(string state, string title = "Housing", long version = 1) => new(
        new CaseCard(id, "20260301-0001", title, "none", state, Me, null, null, Now.AddDays(-1), state == "Closed" ? Now : null, null, Now, version), null, null, true);

    private void Holds(CaseDetails details) => Server.Answers("GET", Routes.Case(id), details);

    private IRenderedComponent<CasePage> Opens()
    {
        var page = Render<CasePage>(p => p.Add(c => c.Id, id));
        page.WaitForElement(".timeline li, .tag");
        return page;
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<CasePage> page, string words) => page.FindAll("button").Single(b => b.TextContent.Trim() == words);
}
