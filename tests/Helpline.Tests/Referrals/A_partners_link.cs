using System.Net;
using Helpline.Domain.Audit;
using Helpline.Domain.Referrals;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Referrals;

public class A_partners_link
{
    [Fact]
    public async Task That_nobody_made_opens_nothing()
    {
        using var host = HelplineHost.Start();
        using var stranger = new Partner(new Uri(host.Address, "p/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"));
        await stranger.Opens("?lang=en");
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
        Assert.Contains("There is no such link.", stranger.Page, StringComparison.Ordinal);
        Assert.Equal(1, await host.Reads(db => db.AuditTrail.CountAsync(a => a.Action == AuditAction.Refused)));
    }

    [Fact]
    public async Task That_was_revoked_or_followed_by_a_new_one_or_has_expired_says_so_and_shows_no_data()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn(hasPulse: false);
        var sent = await aigul.Sends(Referring.Form(await host.Contact()));
        using var first = await aigul.Links(sent.Card.Id, "en");
        using var second = await aigul.Links(sent.Card.Id, "en");
        await first.Opens();
        ShowsNothing(first, "This link has been revoked.");
        await second.Opens();
        Assert.Equal(HttpStatusCode.OK, second.Status);
        (await aigul.Http.DeleteAsync(Contracts.Routes.ReferralLink(sent.Card.Id), TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        await second.Answers("Accepted", ("responsible", "Saule"));
        ShowsNothing(second, "This link has been revoked.");
        using var third = await aigul.Links(sent.Card.Id, "en");
        host.Leaps(TimeSpan.FromDays(15));
        await third.Opens();
        ShowsNothing(third, "This link has expired.");
        Assert.Equal(ReferralState.Sent, await host.Reads(db => db.Referrals.Select(r => r.State).SingleAsync()));
    }

    [Fact]
    public async Task That_ended_or_whose_referral_moved_on_while_its_reader_wrote_shows_her_words_again()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn(hasPulse: false);
        var sent = await aigul.Sends(Referring.Form(await host.Contact()));
        using var saule = await aigul.Links(sent.Card.Id, "en");
        await saule.Opens();
        await saule.Answers("Accepted", ("responsible", "Saule"));
        await saule.Opens();
        await saule.Answers("Rejected", ("reason", "no_capacity"), ("remark", "Full until May"));
        Assert.Equal(HttpStatusCode.Conflict, saule.Status);
        Assert.Contains("Full until May", saule.Page, StringComparison.Ordinal);
        host.Leaps(TimeSpan.FromDays(15));
        await saule.Answers("NotCompleted", ("reason", "moved"), ("remark", "Gone to <Astana>"));
        Assert.Equal(HttpStatusCode.Gone, saule.Status);
        Assert.Contains("Gone to &lt;Astana&gt;", saule.Page, StringComparison.Ordinal);
        Assert.Equal(ReferralState.Accepted, await host.Reads(db => db.Referrals.Select(r => r.State).SingleAsync()));
    }

    [Fact]
    public async Task That_was_answered_cannot_be_answered_again()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn(hasPulse: false);
        var sent = await aigul.Sends(Referring.Form(await host.Contact()));
        using var partner = await aigul.Links(sent.Card.Id, "en");
        await partner.Opens();
        var page = partner.Page;
        await partner.Answers("Rejected", ("reason", "not_our_area"));
        Assert.Contains("Thank you", partner.Page, StringComparison.Ordinal);
        await partner.Opens();
        ShowsNothing(partner, "the referral is over");
        await partner.Answers("Accepted", ("responsible", "Saule"));
        Assert.NotEqual(HttpStatusCode.OK, partner.Status);
        Assert.Contains(sent.Card.Number, page, StringComparison.Ordinal);
        Assert.Equal(ReferralState.Rejected, await host.Reads(db => db.Referrals.Select(r => r.State).SingleAsync()));
    }

    [Fact]
    public async Task Shows_again_what_was_typed_on_a_page_that_stood_open_too_long()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn(hasPulse: false);
        using var partner = await aigul.Links((await aigul.Sends(Referring.Form(await host.Contact()))).Card.Id, "en");
        await partner.Opens();
        partner.ForgetsCookies();

        await partner.Answers("Rejected", ("reason", "not_our_area"), ("remark", "Two hours of careful words"));
        Assert.Equal(HttpStatusCode.BadRequest, partner.Status);
        Assert.Contains("stood open too long", partner.Page, StringComparison.Ordinal);
        Assert.Contains(">Two hours of careful words</textarea>", partner.Page, StringComparison.Ordinal);
        Assert.Equal(ReferralState.Sent, await host.Reads(db => db.Referrals.Select(r => r.State).SingleAsync()));

        await partner.Answers("Rejected", ("reason", "not_our_area"), ("remark", "Two hours of careful words"));
        Assert.Contains("Thank you", partner.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_form_that_is_not_its_own_and_one_that_says_too_little_and_keeps_what_was_typed()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn(hasPulse: false);
        var sent = await aigul.Sends(Referring.Form(await host.Contact()));
        using var partner = await aigul.Links(sent.Card.Id, "en");
        await partner.Answers("Accepted", ("responsible", "Saule"));
        Assert.Equal(HttpStatusCode.BadRequest, partner.Status);
        await partner.Opens();
        await partner.Answers("Rejected", ("reason", "because"), ("remark", "We \"are\" full"));
        Assert.Equal(HttpStatusCode.BadRequest, partner.Status);
        Assert.Contains("field-problem", partner.Page, StringComparison.Ordinal);
        Assert.Contains("We &quot;are&quot; full", partner.Page, StringComparison.Ordinal);
        await partner.Answers("Accepted", ("responsible", "Saule"));
        await partner.Answers("Scheduled", ("from", "2020-01-01T10:00"));
        Assert.Contains("Give a time to come.", partner.Page, StringComparison.Ordinal);
        await partner.Answers("Held", ("reason", "away"));
        Assert.Equal(HttpStatusCode.Conflict, partner.Status);
        Assert.Equal("Accepted", (await aigul.Looks(sent.Card.Id)).Card.State);
    }

    [Fact]
    public async Task Opened_by_two_is_accepted_by_one_and_the_other_is_told_who()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn(hasPulse: false);
        var sent = await aigul.Sends(Referring.Form(await host.Contact()));
        using var saule = await aigul.Links(sent.Card.Id, "en");
        using var olga = new Partner(new Uri(host.Address, $"p/{saule.Token}"));
        await saule.Opens();
        await olga.Opens();
        await saule.Answers("Accepted", ("responsible", "Saule"));
        await olga.Answers("Accepted", ("responsible", "Olga"));
        Assert.Equal(HttpStatusCode.Conflict, olga.Status);
        Assert.Contains("accepted already by: Saule", olga.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_no_name_without_consent()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn(hasPulse: false);
        var sent = await aigul.Sends(Referring.Form(await host.Contact()) with { Consent = false, Reach = null, OverrideReason = "life_in_danger", Urgency = "emergency" });
        using var partner = await aigul.Links(sent.Card.Id, "en");
        await partner.Opens();
        await partner.Answers("Accepted", ("responsible", "Saule"));
        Assert.Contains("Name and telephone were not passed on", partner.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_looked_at_so_many_times_a_minute_and_speaks_three_languages_and_is_not_kept_or_passed_on()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn(hasPulse: false);
        var sent = await aigul.Sends(Referring.Form(await host.Contact()));
        using var partner = await aigul.Links(sent.Card.Id, "kk");
        foreach (var (query, word) in new[] { ("", "Қабылдау"), ("?lang=ru", "Принять"), ("?lang=en", "Accept") })
        {
            await partner.Opens(query);
            Assert.Contains(word, partner.Page, StringComparison.Ordinal);
        }
        var headers = partner.Last.Headers;
        Assert.Equal(["no-referrer"], headers.GetValues("Referrer-Policy"));
        Assert.Contains("no-store", headers.GetValues("Cache-Control").Single(), StringComparison.Ordinal);
        Assert.Equal(["noindex, nofollow"], headers.GetValues("X-Robots-Tag"));
        Assert.Contains("default-src 'none'", headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", partner.Page, StringComparison.OrdinalIgnoreCase);
        for (var look = 3; look < 30; look++) await partner.Opens();
        Assert.Equal(HttpStatusCode.OK, partner.Status);
        await partner.Opens();
        Assert.Equal(HttpStatusCode.TooManyRequests, partner.Status);
        Assert.Equal(30, await host.Reads(db => db.AuditTrail.CountAsync(a => a.Action == AuditAction.LinkOpened && a.SubjectId == sent.Card.Id && a.Actor!.StartsWith("partner:"))));
    }

    [Fact]
    public async Task Opens_while_somebody_at_the_same_address_guesses_who_is_stopped()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn(hasPulse: false);
        using var partner = await aigul.Links((await aigul.Sends(Referring.Form(await host.Contact()))).Card.Id);
        using var stranger = host.Http();
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 70; i++) answers.Add((await stranger.GetAsync($"p/{i:D43}", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.TooManyRequests], answers.Distinct());
        Assert.Equal(60, await host.Reads(db => db.AuditTrail.CountAsync(a => a.What == "unknown link")));
        await partner.Opens();
        Assert.Equal(HttpStatusCode.OK, partner.Status);
    }

    [Fact]
    public async Task Stands_in_no_log_and_no_table()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn(hasPulse: false);
        var sent = await aigul.Sends(Referring.Form(await host.Contact()));
        using var partner = await aigul.Links(sent.Card.Id);
        await partner.Opens();
        using var forger = new Partner(new Uri(host.Address, $"p/{partner.Token}"));
        await forger.Answers("Accepted", ("responsible", "Saule"));
        Assert.Equal(HttpStatusCode.BadRequest, forger.Status);
        var lines = "";
        foreach (var file in Directory.EnumerateFiles(Path.Combine(host.Folder, "logs")))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            lines += await new StreamReader(stream).ReadToEndAsync(TestContext.Current.CancellationToken);
        }
        Assert.Contains("antiforgery", lines, StringComparison.Ordinal);
        Assert.DoesNotContain(partner.Token, lines, StringComparison.Ordinal);
        Assert.DoesNotContain(partner.Token, await host.Reads(db => db.PartnerLinks.Select(l => l.TokenHash).SingleAsync()), StringComparison.Ordinal);
    }

    private static void ShowsNothing(Partner partner, string says)
    {
        Assert.Equal(HttpStatusCode.Gone, partner.Status);
        Assert.Contains(says, partner.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("A woman of 40", partner.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("2026110", partner.Page, StringComparison.Ordinal);
    }
}
