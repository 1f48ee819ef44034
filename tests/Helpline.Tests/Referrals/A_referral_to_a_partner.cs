using Helpline.Domain.Casework;
using Helpline.Tests.Line;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Referrals;

public class A_referral_to_a_partner
{
    [Fact]
    public async Task Leads_from_a_call_to_help_and_the_counselor_sees_it_and_closes_the_loop()
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.Available("counselor3");
        var caller = await host.Waiting();
        var talk = await marina.Accepts(await marina.IsOffered());
        await marina.SeesState(talk.CallId, "Talking");
        await caller.HangsUp();
        await marina.Finishes(talk.CallId, "counseling");

        var sent = await marina.Sends(Referring.Form(talk.CallId));
        Assert.Equal(("Sent", Referring.Reason), (sent.Card.State, sent.Reason));
        Assert.Equal(sent.AnswerBy, sent.Card.DueAt);
        using var partner = await marina.Links(sent.Card.Id);
        await partner.Opens();
        Assert.Contains("A woman of 40 with two children needs a safe place &amp; a lawyer &lt;soon&gt;", partner.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("Айгерім", partner.Page, StringComparison.Ordinal);
        Assert.DoesNotContain(Referring.Reason, partner.Page, StringComparison.Ordinal);
        Assert.NotNull((await marina.Looks(sent.Card.Id)).Link!.OpenedAt);

        await partner.Answers("Accepted", ("responsible", "Сауле Ж."));
        Assert.Contains("Айгерім, &#x2B;7 701 555 00 11", partner.Page, StringComparison.Ordinal);
        await partner.Answers("Scheduled", ("from", Tomorrow(host, 10)), ("until", Tomorrow(host, 12)));
        Assert.Equal(("Scheduled", "Сауле Ж."), ((await marina.Looks(sent.Card.Id)).Card.State, (await marina.Looks(sent.Card.Id)).Responsible));
        await host.Passes(TimeSpan.FromSeconds(2));
        var toldBefore = marina.Works;
        await partner.Answers("Completed", ("outcome", "helped"), ("services", "social_legal"), ("services", "social_psychological"), ("remark", "Орын берілді"));
        Assert.Contains("Спасибо", partner.Page, StringComparison.Ordinal);

        await host.Until(() => Task.FromResult(marina.Works > toldBefore), "the counselor to be told");
        var reported = await marina.Looks(sent.Card.Id);
        Assert.Equal(("Completed", "helped", "Орын берілді"), (reported.Card.State, reported.Outcome, reported.Remark));
        Assert.Equal(["social_legal", "social_psychological"], reported.Services);
        Assert.NotNull(reported.Card.DueAt);
        var closed = await marina.Moves(sent.Card.Id, new("Reviewed", Reached: "reached", NeedMet: "met"));
        Assert.Equal(("Closed", "reached", "met"), (closed.Card.State, closed.Reached, closed.NeedMet));
        Assert.Equal(
            [("Drafted", "counselor3"), ("Sent", "counselor3"), ("LinkMade", "counselor3"), ("Received", "partner"), ("Accepted", "partner"), ("Scheduled", "partner"), ("Started", "partner"), ("Completed", "partner"), ("Reviewed", "counselor3")],
            closed.History.Select(moment => (moment.What, moment.By!)));
    }

    [Fact]
    public async Task That_is_refused_says_why_and_gives_way_to_another()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn(hasPulse: false);
        var contact = await host.Contact();
        var first = await aigul.Sends(Referring.Form(contact));
        using var partner = await aigul.Links(first.Card.Id, "kk");
        await partner.Opens();
        await partner.Answers("Rejected", ("reason", "no_capacity"), ("remark", "Келесі айда"));
        Assert.Contains("Рақмет", partner.Page, StringComparison.Ordinal);
        var refused = await aigul.Looks(first.Card.Id);
        Assert.Equal(("Rejected", "no_capacity", "Келесі айда"), (refused.Card.State, refused.ReasonCode, refused.Remark));

        var second = await aigul.Drafts(Referring.Form(contact) with { OrganizationName = "Басқа орталық", Replaces = first.Card.Id });
        Assert.Equal(second.Card.Id, (await aigul.Looks(first.Card.Id)).ReplacedBy);
        await aigul.Posts(Contracts.Routes.Referrals, Referring.Form(contact) with { Replaces = first.Card.Id }).IsRefused(System.Net.HttpStatusCode.Conflict, "replaces");
    }

    [Fact]
    public async Task Keeps_no_word_of_it_readable_in_the_database_and_is_found_by_number_and_organization()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn(hasPulse: false);
        var made = await aigul.Sends(Referring.Form(await host.Contact()));
        var row = await host.Reads(db => db.Referrals.AsNoTracking().SingleAsync());
        foreach (var kept in new[] { row.SealedReason, row.SealedForPartner!, row.SealedReach! }) Assert.DoesNotContain("а", kept, StringComparison.Ordinal);
        var words = await host.Reads(db => db.SearchWords.Where(w => w.Subject == Subject.Referral).Select(w => w.Word).ToListAsync());
        Assert.Equal(new[] { made.Card.Number, "умит", "дагдарыс", "орталыгы" }.Order(StringComparer.Ordinal), words.Order(StringComparer.Ordinal));
    }

    /// <summary>As a field of the page says it: a local time of the line.</summary>
    private static string Tomorrow(HelplineHost host, int hour) =>
        TestLine.Shipped.Local(host.Clock.GetUtcNow().UtcDateTime).Date.AddDays(1).AddHours(hour).ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
