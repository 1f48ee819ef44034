using System.Net;
using Helpline.Contracts;
using Helpline.Contracts.Accounts;
using Helpline.Contracts.Cases;
using Helpline.Contracts.Contacts;
using Helpline.Contracts.FollowUps;
using Helpline.Contracts.Referrals;
using Helpline.Contracts.Visits;
using Helpline.Contracts.Work;
using Helpline.Domain.Audit;
using Helpline.Tests.Cases;
using Helpline.Tests.Data;
using Helpline.Tests.Notes;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Referrals;

public class Who_may_touch_a_referral
{
    [Fact]
    public async Task From_another_organization_has_its_referrals_and_nothing_else_of_ours()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn(hasPulse: false);
        await using var partner = await host.OfOrganization("umit1", Guid.CreateVersion7());
        var now = host.Clock.GetUtcNow().UtcDateTime;
        foreach (var address in new[] { Routes.Colleagues, Routes.VisitSettings, Routes.FollowUps, Routes.Directory, Routes.Cases, Routes.Contacts, Routes.Search + "?text=a", Routes.MyCalendar })
            Assert.Equal((address, HttpStatusCode.Forbidden), (address, await partner.Sees(address)));
        await partner.Posts(Routes.Persons, Caseworking.Aliya.Consenting()).Refuses(HttpStatusCode.Forbidden);
        await partner.Posts(Routes.Contacts, new WalkIn(null, "kk")).Refuses(HttpStatusCode.Forbidden);
        Assert.Equal(["umit1"], (await partner.Board())!.Counselors.Select(c => c.UserName).Append("umit1").Distinct());
        await aigul.Says("Available");
        Assert.Empty(partner.Moves);
        Assert.Equal(HttpStatusCode.OK, await partner.Sees(Routes.Referrals));
        Assert.Equal(HttpStatusCode.OK, await partner.Sees(Routes.WorkCounts));

        var person = await aigul.WritesDown(Caseworking.Aliya);
        Assert.Equal("worker", await aigul.Posts(Routes.VisitsList, new NewVisit(null, person.Id, null, "center", now.AddDays(1), Worker: "umit1")).RefusesField());
        Assert.Equal("owner", await aigul.Posts(Routes.FollowUps, new NewFollowUp("Call", "after_risk", "low", PersonId: person.Id, Owner: "umit1")).RefusesField());
        Assert.DoesNotContain((await aigul.Gets<VisitSettings>(Routes.VisitSettings)).Workers, w => w.UserName == "umit1");
    }

    [Fact]
    public async Task From_another_organization_is_made_with_no_role_of_ours()
    {
        using var host = HelplineHost.Start();
        await using var admin = await host.SignIn("admin", hasPulse: false);
        var organization = Made.Organization("Үміт");
        await host.Holds(organization);
        foreach (var role in new[] { "Counselor", "Supervisor", "Administrator" })
            Assert.Equal("roles", await admin.Posts(Routes.Accounts, new NewAccount("umit2", "Үміт", [role], ["kk"], HelplineHost.Password, OrganizationId: organization.Id)).RefusesField());
    }

    [Fact]
    public async Task Is_its_sender_its_receiver_the_owner_of_its_case_and_the_supervisor_and_nobody_else()
    {
        using var host = HelplineHost.Start();
        var (ours, theirs) = (Guid.NewGuid(), Guid.NewGuid());
        await using var aigul = await host.OfTeam("counselor1", "north");
        await using var owner = await host.SignIn("counselor3", hasPulse: false);
        await using var supervisor = await host.OfTeam("supervisor1", "north");
        await using var receiver = await host.OfOrganization("umit", ours);
        var contact = await host.Contact();
        var ofCase = (await aigul.Makes<CaseCard>(Routes.Cases, new NewCase("Жилье", "low", contact))).Id;
        var id = (await aigul.Drafts(Referring.Form(contact, organization: ours, ofCase: ofCase))).Card.Id;
        await aigul.Makes<CaseCard>(Routes.GiveCase(ofCase), new GiveCase("counselor3"));
        await SeesNothing(receiver, id);
        await aigul.Moves(id, new("Sent"));
        foreach (var who in new[] { aigul, owner, supervisor })
        {
            var seen = await who.Looks(id, who == supervisor ? "supervision" : null);
            Assert.Equal((Referring.Reason, true), (seen.Reason, seen.HasReach));
            Assert.Contains(id, await who.Lists("all"));
        }
        var received = await receiver.Looks(id);
        Assert.Equal((null, Referring.ForPartner, false, null), (received.Reason, received.ForPartner, received.HasReach, received.Link));
        Assert.Equal(["Received", "Accepted", "Rejected", "Cancelled"], received.Moves);
        Assert.Equal([id], await receiver.Lists("answer"));

        await using var other = await host.SignIn("counselor2", hasPulse: false);
        await using var social = await host.SignIn("social1", hasPulse: false);
        await using var stranger = await host.OfOrganization("stranger", theirs);
        foreach (var who in new[] { other, social, stranger }) await SeesNothing(who, id);
        foreach (var userName in new[] { "admin", "auditor1" })
        {
            await using var who = await host.SignIn(userName, hasPulse: false);
            foreach (var address in new[] { Routes.Referral(id), Routes.Referrals, Routes.Receivers }) await who.Opens(address).IsRefused(HttpStatusCode.Forbidden);
            await who.Tries(id, new("Cancelled", Reason: "not_needed")).IsRefused(HttpStatusCode.Forbidden);
        }
        using var nobody = host.Http();
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync(Routes.Referral(id), TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(4, await host.Reads(db => db.AuditTrail.CountAsync(a => a.Action == AuditAction.Read && a.SubjectId == id)));
    }

    [Fact]
    public async Task Reads_it_as_her_own_work_or_says_why_and_each_reading_is_written_down()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn(hasPulse: false);
        await using var gulnar = await host.SignIn("social1", hasPulse: false);
        await using var yerlan = await host.SignIn("supervisor1", hasPulse: false);
        var id = (await aigul.Sends(Referring.Form(await host.Contact(), receiver: "social1"))).Card.Id;
        Assert.Equal(Referring.Reason, (await aigul.Looks(id)).Reason);
        Assert.Equal(Referring.ForPartner, (await gulnar.Looks(id)).ForPartner);

        await yerlan.Opens(Routes.Referral(id)).IsRefused(HttpStatusCode.BadRequest, "\"reason\"");
        await yerlan.Opens(Routes.For(Routes.Referral(id), "curious")).IsRefused(HttpStatusCode.BadRequest, "access_reasons");
        var tomorrow = host.Clock.GetUtcNow().UtcDateTime.AddDays(1);
        foreach (var move in new ReferralMove[] { new("Accepted", Responsible: "Гүлнар"), new("Scheduled", From: tomorrow), new("Started") }) await gulnar.Moves(id, move);
        var moved = await yerlan.Moves(id, new("Held", Reason: "in_hospital", Until: tomorrow));
        Assert.Equal((null, null), (moved.Reason, moved.ForPartner));
        var stale = await yerlan.Tries(id, new("Resumed", Version: 1));
        Assert.DoesNotContain("safe place", await stale.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal((Referring.Reason, Referring.ForPartner), await yerlan.Looks(id, "complaint") is var read ? (read.Reason, read.ForPartner) : default);
        Assert.Equal([("counselor1", "care"), ("social1", "care"), ("supervisor1", "complaint")], await host.Reads(db => db.AuditTrail
            .Where(a => a.Action == AuditAction.Read && a.SubjectId == id).OrderBy(a => a.Id).Select(a => ValueTuple.Create(a.Actor!, a.Reason!)).ToListAsync()));
    }

    [Fact]
    public async Task Has_none_to_answer_that_went_to_a_place_outside_the_directory()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn("counselor1", hasPulse: false);
        await aigul.Sends(Referring.Form(await host.Contact()));
        await using var other = await host.SignIn("counselor2", hasPulse: false);
        var work = await other.Gets<WorkCard>(Routes.Work);
        Assert.Empty(work.Rows);
        Assert.All(work.Counts, c => Assert.Equal(0, c.Count));
    }

    [Fact]
    public async Task Does_only_what_is_hers_to_do()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn(hasPulse: false);
        await using var social = await host.SignIn("social1", hasPulse: false);
        await using var umit = await host.OfOrganization("umit", Guid.NewGuid());
        var id = (await aigul.Sends(Referring.Form(await host.Contact(), receiver: "social1"))).Card.Id;
        await aigul.Tries(id, new("Accepted", Responsible: "I")).IsRefused(HttpStatusCode.Forbidden);
        await social.Tries(id, new("EnteredInError", Reason: "test")).IsRefused(HttpStatusCode.Forbidden);
        await social.Posts(Routes.ReferralLink(id), new NewPartnerLink("kk")).IsRefused(HttpStatusCode.Forbidden);
        await social.Puts(Routes.Referral(id), Referring.Form(Guid.NewGuid())).IsRefused(HttpStatusCode.Forbidden);
        await social.Http.DeleteAsync(Routes.ReferralLink(id), TestContext.Current.CancellationToken).IsRefused(HttpStatusCode.Forbidden);
        await umit.Posts(Routes.Referrals, Referring.Form(Guid.NewGuid())).IsRefused(HttpStatusCode.Forbidden);
        await aigul.Posts(Routes.ReferralLink(id), new NewPartnerLink("de")).IsRefused(HttpStatusCode.BadRequest, "language");
    }

    [Fact]
    public async Task In_another_team_is_not_the_supervisor()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.OfTeam("counselor1", "north");
        await using var supervisor = await host.OfTeam("supervisor1", "south");
        var id = (await aigul.Sends(Referring.Form(await host.Contact()))).Card.Id;
        await SeesNothing(supervisor, id);
        await using var again = await host.OfTeam("supervisor1", "north");
        Assert.Equal("EnteredInError", (await again.Moves(id, new("EnteredInError", Reason: "duplicate"))).Card.State);
    }

    private static async Task SeesNothing(Counselor who, Guid id)
    {
        await who.Opens(Routes.Referral(id)).IsRefused(HttpStatusCode.NotFound);
        await who.Tries(id, new("Cancelled", Reason: "not_needed")).IsRefused(HttpStatusCode.NotFound);
        await who.Posts(Routes.ReferralReach(id), new AccessReason("care")).IsRefused(HttpStatusCode.NotFound);
        await who.Posts(Routes.ReferralLink(id), new NewPartnerLink("kk")).IsRefused(HttpStatusCode.NotFound);
        foreach (var tab in new[] { "sent", "answer", "work", "all" }) Assert.DoesNotContain(id, await who.Lists(tab));
    }
}
