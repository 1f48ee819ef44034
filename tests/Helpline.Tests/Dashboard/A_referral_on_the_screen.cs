using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Bunit;
using Helpline.Contracts;
using Helpline.Contracts.Referrals;
using Helpline.Dashboard.Referrals;
using Helpline.Domain.Casework;
using Helpline.Tests.Dashboard.Support;
using Helpline.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Tests.Dashboard;

public partial class A_referral_on_the_screen : DashboardContext
{
    private static readonly Guid Id = Guid.NewGuid();

    [Fact]
    public void Offers_just_the_moves_that_are_legal_now_and_asks_for_what_each_needs()
    {
        Server.Answers("GET", Routes.Referral(Id), Details("Received", "Accepted", "Rejected"));
        var page = Render<ReferralPage>(parameters => parameters.Add(p => p.Id, Id));
        Assert.Equal(["Accept", "Reject"], page.FindAll("main .actions button, .actions button").Select(b => b.TextContent));
        page.FindAll(".actions button")[0].Click();
        Assert.Single(page.FindAll("form input"));
        Assert.Empty(page.FindAll("form select"));
    }

    [Fact]
    public void Names_its_sender_also_when_the_board_comes_after_the_page()
    {
        Server.Answers("GET", Routes.Referral(Id), Details("Sent"));
        var page = Render<ReferralPage>(parameters => parameters.Add(p => p.Id, Id));
        Assert.Contains(Me, page.Markup, StringComparison.Ordinal);
        Sees();
        page.WaitForAssertion(() => Assert.DoesNotContain(Me, page.Markup, StringComparison.Ordinal));
        Assert.Contains("Айгүл", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Makes_a_move_with_the_version_that_was_shown()
    {
        Server.Answers("GET", Routes.Referral(Id), Details("Received", "Accepted"));
        Server.Answers("POST", Routes.ReferralMoves(Id), Details("Accepted"));
        var page = Render<ReferralPage>(parameters => parameters.Add(p => p.Id, Id));
        page.Find(".actions button").Click();
        page.Find("form input").Input("Gulnar");
        page.Find("form").Submit();
        var move = Server.To("POST", Routes.ReferralMoves(Id)).Single().Read<ReferralMove>();
        Assert.Equal(("Accepted", 7L, "Gulnar"), (move.Move, move.Version, move.Responsible));
        Assert.Empty(page.FindAll("form"));
    }

    [Fact]
    public void Taken_by_a_colleague_meanwhile_says_by_whom_and_shows_how_it_stands()
    {
        Server.Answers("GET", Routes.Referral(Id), Details("Received", "Accepted"));
        Server.Answers("GET", Routes.Referral(Id), Details("Accepted"));
        Server.Refuses("POST", Routes.ReferralMoves(Id), HttpStatusCode.Conflict, new { takenBy = "social1" });
        var page = Render<ReferralPage>(parameters => parameters.Add(p => p.Id, Id));
        page.Find(".actions button").Click();
        page.Find("form").Submit();
        Assert.Contains("social1", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("Accepted", page.Find("#referral-state").TextContent.Trim());
    }

    [Fact]
    public void That_is_refused_keeps_what_was_typed_and_marks_the_field()
    {
        Server.Refuses("POST", Routes.Referrals, HttpStatusCode.BadRequest, new { errors = new Dictionary<string, string[]> { ["reason"] = ["A few words are needed."] } });
        Services.GetRequiredService<NavigationManager>().NavigateTo($"referrals/new?contact={Id}");
        var page = Render<NewReferralPage>();
        page.Find("form input").Input("Umit center");
        page.Find("form").Submit();
        Assert.Single(page.FindAll(".field-problem"));
        Assert.Equal("Umit center", page.Find("form input").GetAttribute("value"));
        var form = Server.To("POST", Routes.Referrals).Single().Read<ReferralForm>();
        Assert.Equal(("Umit center", Id), (form.OrganizationName, form.ContactId));
    }

    [Fact]
    public void Of_somebody_else_asks_why_and_keeps_what_was_read_after_a_move()
    {
        Server.Refuses("GET", Routes.Referral(Id), HttpStatusCode.BadRequest, new { errors = new Dictionary<string, string[]> { ["reason"] = ["Say why you open this referral."] } });
        Server.Answers("GET", Routes.Referral(Id) + "?reason=supervision", Details("Draft", "Sent", "Cancelled") with { Reason = "Her words" });
        Server.Answers("POST", Routes.ReferralMoves(Id), Details("Sent", "Cancelled") with { Reason = null, ForPartner = null });
        var page = Render<ReferralPage>(parameters => parameters.Add(p => p.Id, Id));
        Assert.DoesNotContain("Her words", page.Markup, StringComparison.Ordinal);
        page.Find("form select").Change("supervision");
        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.Contains("Her words", page.Markup, StringComparison.Ordinal));
        Assert.Contains($"draft={Id}&reason=supervision", page.Find(".actions a").GetAttribute("href"), StringComparison.Ordinal);
        page.FindAll(".actions button")[0].Click();
        page.WaitForAssertion(() => Assert.Equal("Sent", page.Find("#referral-state").TextContent.Trim()));
        Assert.Contains("Her words", page.Markup, StringComparison.Ordinal);
    }

    [Theory, InlineData("en", "Overdue"), InlineData("ru", "Просрочено"), InlineData("kk", "Мерзімі өтті")]
    public void That_was_brought_to_the_next_in_line_says_why_in_words(string language, string said)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = new(language);
        try
        {
            Server.Answers("GET", Routes.Referral(Id), Details("Sent") with { History = [new(Now, "Escalated", null, nameof(EscalationCause.Overdue))] });
            var page = Render<ReferralPage>(parameters => parameters.Add(p => p.Id, Id));
            Assert.EndsWith($"· {said}", page.Find(".timeline li").TextContent.Trim(), StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    // What the server itself writes: why something climbed, and that its case was closed.
    [Fact]
    public void Has_words_for_every_reason_that_stands_in_its_history()
    {
        foreach (var file in new[] { "Words.resx", "Words.kk.resx", "Words.ru.resx" })
            Assert.Empty(Enum.GetNames<EscalationCause>().Select(cause => $"Escalation.{cause}").Except(
                XDocument.Load(Path.Combine(Repository.Root, "src/Helpline.Dashboard/Words", file)).Root!.Elements("data").Select(d => d.Attribute("name")!.Value)));
        var written = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src/Helpline.Server"), "*.cs", SearchOption.AllDirectories).SelectMany(source => ServersOwn().Matches(File.ReadAllText(source))).ToList();
        Assert.NotEmpty(written);
        foreach (var move in written)
            Assert.Contains($"\"code\": \"{move.Groups[2].Value}\"", File.ReadAllText(Path.Combine(Repository.Root, "config/catalog", $"{MoveFields.Of(move.Groups[1].Value).Reasons}.json")), StringComparison.Ordinal);
    }

    [GeneratedRegex("""ReferralEvent\.(\w+),[^{\n]*\{ Reason = "(\w+)" """)]
    private static partial Regex ServersOwn();

    private ReferralDetails Details(string state, params string[] moves) => new(
        new(Id, "20261125-0001", state, "Umit", null, "social_legal", "urgent", Me, Now, Now, null, false, null, null, 7), null, Id, null, null, null, null, "What", false, true,
        null, null, null, null, null, null, null, null, [], null, null, null, null, moves, null, []);
}
