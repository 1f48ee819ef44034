using System.Net;
using System.Net.Http.Json;
using Helpline.Contracts;
using Helpline.Contracts.Referrals;
using Helpline.Domain.Audit;
using Helpline.Domain.Cases;
using Helpline.Domain.Casework;
using Helpline.Domain.Referrals;
using Helpline.Server.Casework;
using Helpline.Tests.FollowUps;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Tests.Referrals;

public class A_referral_to_an_account
{
    [Fact]
    public async Task Is_answered_worked_on_held_and_not_completed_in_the_board()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn(hasPulse: false);
        await using var social = await host.SignIn("social1", hasPulse: false);
        var id = (await aigul.Sends(Referring.Form(await host.Contact(), receiver: "social1"))).Card.Id;
        Assert.Equal([id], await social.Lists("answer"));
        Assert.Equal(["Received", "Accepted", "Rejected", "Cancelled"], (await social.Looks(id)).Moves);
        await social.Moves(id, new("Accepted", Responsible: "Гүлнар Омарова"));
        Assert.Equal([[], [id]], [await social.Lists("answer"), await social.Lists("work")]);
        var tomorrow = host.Clock.GetUtcNow().UtcDateTime.AddDays(1);
        await social.Moves(id, new("Scheduled", From: tomorrow, Until: tomorrow.AddHours(1)));
        await social.Moves(id, new("Rescheduled", From: tomorrow.AddHours(2)));
        await social.Moves(id, new("Started"));
        var held = await aigul.Moves(id, new("Held", Reason: "in_hospital", Until: tomorrow.AddDays(7)));
        Assert.Equal(("OnHold", tomorrow.AddDays(7)), (held.Card.State, held.Card.DueAt));
        await social.Moves(id, new("Resumed"));
        var ended = await social.Moves(id, new("NotCompleted", Reason: "moved", Remark: "Астанаға көшті"));
        Assert.Equal(("NotCompleted", "moved", "Астанаға көшті"), (ended.Card.State, ended.ReasonCode, ended.Remark));
        Assert.Equal([id], await aigul.Lists("sent"));
    }

    [Fact]
    public async Task Climbs_when_it_is_late_each_step_once_and_comes_down_when_it_is_answered()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn(hasPulse: false);
        await using var social = await host.SignIn("social1", hasPulse: false);
        var id = (await aigul.Sends(Referring.Form(await host.Contact(), receiver: "social1"))).Card.Id;
        var late = host.Clock.GetUtcNow().UtcDateTime.AddDays(-2);
        await host.Reads(db => db.Referrals.Where(r => r.Id == id).ExecuteUpdateAsync(r => r.SetProperty(x => x.DueAt, late)));

        for (var time = 0; time < 2; time++) await host.Sweeps();

        var steps = await host.Reads(db => db.Escalations.Where(e => e.SubjectId == id).OrderBy(e => e.Step).ToListAsync());
        Assert.Equal([LadderStep.Coordinator, LadderStep.Owner, LadderStep.Supervisor], steps.Select(s => s.Step).OrderBy(s => s.ToString()));
        Assert.Equal("social1", steps.Single(s => s.Step == LadderStep.Owner).To);
        await social.Moves(id, new("Accepted", Responsible: "Гүлнар Омарова"));
        Assert.All(await host.Reads(db => db.Escalations.Where(e => e.SubjectId == id).ToListAsync()), e => Assert.NotNull(e.ClosedAt));
    }

    [Fact]
    public async Task Is_accepted_by_one_of_two_at_once_and_the_other_is_told_who()
    {
        using var host = HelplineHost.Start();
        var organization = Guid.NewGuid();
        await using var aigul = await host.SignIn(hasPulse: false);
        await using var first = await host.OfOrganization("umit_one", organization);
        await using var second = await host.OfOrganization("umit_two", organization);
        var id = (await aigul.Sends(Referring.Form(await host.Contact(), organization: organization))).Card.Id;
        var answers = await Task.WhenAll(first.Tries(id, new("Accepted", Responsible: "First")), second.Tries(id, new("Accepted", Responsible: "Second")));
        var lost = Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Conflict);
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.OK);
        var taker = await host.Reads(db => db.Referrals.Select(r => r.AcceptedBy).SingleAsync());
        Assert.Contains($"\"takenBy\":\"{taker}\"", await lost.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_refused_with_the_field_that_is_wrong_and_nothing_is_half_done()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn(hasPulse: false);
        await using var social = await host.SignIn("social1", hasPulse: false);
        var form = Referring.Form(await host.Contact(), receiver: "social1");
        foreach (var (wrong, field) in new[]
        {
            (form with { ContactId = null }, "caseId"), (form with { ContactId = Guid.NewGuid() }, "contactId"), (form with { CaseId = Guid.NewGuid() }, "caseId"),
            (form with { PersonId = Guid.NewGuid() }, "personId"), (form with { ServiceKind = "magic" }, "serviceKind"), (form with { Urgency = "" }, "urgency"),
            (form with { Reason = " " }, "reason"), (form with { Receiver = "counselor2" }, "receiver"), (form with { Consent = false }, "reach"),
            (form with { OverrideReason = "because" }, "overrideReason"), (form with { Area = new string('x', 101) }, "area"), (form with { Replaces = Guid.NewGuid() }, "replaces"),
        }) await aigul.Posts(Routes.Referrals, wrong).IsRefused(HttpStatusCode.BadRequest, $"\"{field}\"");
        Assert.Equal(0, await host.Reads(db => db.Referrals.CountAsync()));

        var bare = (await aigul.Drafts(form with { ForPartner = null })).Card.Id;
        await aigul.Tries(bare, new("Sent")).IsRefused(HttpStatusCode.BadRequest, "forPartner");
        var unasked = (await aigul.Drafts(form with { Consent = false, Reach = null })).Card.Id;
        await aigul.Tries(unasked, new("Sent")).IsRefused(HttpStatusCode.BadRequest, "consent");
        var id = (await aigul.Sends(form)).Card.Id;
        var past = host.Clock.GetUtcNow().UtcDateTime.AddMinutes(-1);
        await social.Tries(id, new("Dance")).IsRefused(HttpStatusCode.BadRequest, "move");
        await social.Tries(id, new("Rejected", Reason: "because")).IsRefused(HttpStatusCode.BadRequest, "reason");
        await social.Tries(id, new("Accepted")).IsRefused(HttpStatusCode.BadRequest, "responsible");
        await social.Tries(id, new("Started")).IsRefused(HttpStatusCode.Conflict, "\"state\":\"Sent\"");
        await social.Moves(id, new("Accepted", Responsible: "Гүлнар"));
        await social.Tries(id, new("Scheduled", From: past)).IsRefused(HttpStatusCode.BadRequest, "from");
        await social.Tries(id, new("Scheduled", From: past.AddDays(1), Until: past)).IsRefused(HttpStatusCode.BadRequest, "until");
        await social.Tries(id, new("Scheduled", Version: 1, From: past.AddDays(1))).IsRefused(HttpStatusCode.Conflict, "current");
        await social.Moves(id, new("Scheduled", From: past.AddDays(1)));
        await social.Tries(id, new("Completed", Outcome: "helped")).IsRefused(HttpStatusCode.BadRequest, "services");
        await social.Tries(id, new("Completed", Outcome: "helped", Services: ["magic"])).IsRefused(HttpStatusCode.BadRequest, "services");
        await aigul.Puts(Routes.Referral(id), form).IsRefused(HttpStatusCode.Conflict);
        Assert.Equal("Scheduled", (await aigul.Looks(id)).Card.State);
    }

    [Fact]
    public async Task Is_made_and_moved_once_though_the_answer_was_lost()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn(hasPulse: false);
        var form = Referring.Form(await host.Contact());
        var made = new List<ReferralDetails>();
        for (var time = 0; time < 2; time++) made.Add(await Repeats(aigul, Routes.Referrals, form, "once"));
        Assert.Equal(made[0].Card.Id, made[1].Card.Id);
        for (var time = 0; time < 2; time++) Assert.Equal("Sent", (await Repeats(aigul, Routes.ReferralMoves(made[0].Card.Id), new ReferralMove("Sent"), "twice")).Card.State);
        Assert.Equal((1, 1), await host.Reads(async db => (await db.Referrals.CountAsync(), await db.History.CountAsync(h => h.What == "Sent"))));
    }

    [Fact]
    public async Task Shows_the_name_for_a_reason_once_accepted_and_the_look_is_written_down()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn(hasPulse: false);
        await using var social = await host.SignIn("social1", hasPulse: false);
        var id = (await aigul.Sends(Referring.Form(await host.Contact(), receiver: "social1"))).Card.Id;
        await social.Posts(Routes.ReferralReach(id), new AccessReason("care")).IsRefused(HttpStatusCode.Forbidden);
        await social.Moves(id, new("Accepted", Responsible: "Гүлнар"));
        await social.Posts(Routes.ReferralReach(id), new AccessReason(null)).IsRefused(HttpStatusCode.BadRequest, "reason");
        await social.Posts(Routes.ReferralReach(id), new AccessReason("fun")).IsRefused(HttpStatusCode.BadRequest, "reason");
        var shown = await social.Posts(Routes.ReferralReach(id), new AccessReason("care"));
        Assert.Equal(Referring.Reach, (await shown.Content.ReadFromJsonAsync<Reach>(TestContext.Current.CancellationToken))!.Text);
        var look = await host.Reads(db => db.AuditTrail.SingleAsync(a => a.Action == AuditAction.NumberShown));
        Assert.Equal(("social1", "care", id), (look.Actor, look.Reason, look.SubjectId));
    }

    [Fact]
    public async Task Is_cancelled_with_its_case_unless_a_report_waits_to_be_looked_at()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn(hasPulse: false);
        await using var social = await host.SignIn("social1", hasPulse: false);
        var ofCase = await Case(host, "counselor1");
        var form = Referring.Form(null, receiver: "social1", ofCase: ofCase);
        await aigul.Drafts(form);
        await aigul.Sends(form);
        var reported = (await aigul.Sends(form)).Card.Id;
        await social.Moves(reported, new("Accepted", Responsible: "Гүлнар"));
        await social.Moves(reported, new("Scheduled", From: host.Clock.GetUtcNow().UtcDateTime.AddHours(1)));
        await social.Moves(reported, new("Completed", Outcome: "helped", Services: ["social_legal"]));

        Assert.Equal(2, await host.Services.GetRequiredService<CaseworkDesks>().Open(Reader.System, desk => desk.CancelReferralsOf(ofCase)));
        Assert.Equal(
            [ReferralState.Completed, ReferralState.Cancelled, ReferralState.Cancelled],
            (await host.Reads(db => db.Referrals.Select(r => r.State).ToListAsync())).Order());
        Assert.Equal(2, await host.Reads(db => db.History.CountAsync(h => h.CaseId == ofCase && h.Reason == "case_closed")));
        await host.Reads(async db =>
        {
            (await db.Cases.SingleAsync()).Close("need_met", host.Clock.GetUtcNow().UtcDateTime);
            return await db.SaveChangesAsync();
        });
        await aigul.Posts(Routes.Referrals, form).IsRefused(HttpStatusCode.Conflict, "caseId");
    }

    [Fact]
    public async Task Is_overdue_when_nobody_answers_and_listed_so_a_page_at_a_time()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn(hasPulse: false);
        var contact = await host.Contact();
        var late = (await aigul.Sends(Referring.Form(contact) with { Urgency = "emergency" })).Card.Id;
        for (var one = 0; one < 51; one++) await aigul.Drafts(Referring.Form(contact));
        host.Leaps(TimeSpan.FromMinutes(16));
        Assert.Equal([late], await host.Reads(db => db.OverdueReferrals(host.Clock.GetUtcNow().UtcDateTime).Select(r => r.Id).ToListAsync()));
        var overdue = Assert.Single((await aigul.Gets<ReferralList>($"{Routes.Referrals}?tab=sent&overdue=true")).Referrals);
        Assert.Equal((late, true), (overdue.Id, overdue.Overdue));
        foreach (var tab in new[] { "sent", "all" })
        {
            var page = await aigul.Gets<ReferralList>($"{Routes.Referrals}?tab={tab}");
            var rest = await aigul.Gets<ReferralList>($"{Routes.Referrals}?tab={tab}&before={page.Next}");
            Assert.Equal((50, 2, null), (page.Referrals.Count, rest.Referrals.Count, rest.Next));
            Assert.Equal(52, page.Referrals.Concat(rest.Referrals).Select(r => r.Id).Distinct().Count());
        }
        foreach (var wrong in new[] { "tab=mine", "state=Lost", "urgency=soon", "before=yesterday" }) await aigul.Opens($"{Routes.Referrals}?{wrong}").IsRefused(HttpStatusCode.BadRequest);
    }

    internal static Task<Guid> Case(HelplineHost host, string owner, string? team = null) => host.Reads(async db =>
    {
        var now = host.Clock.GetUtcNow().UtcDateTime;
        var row = new Case { Id = Guid.CreateVersion7(), Number = $"K{Guid.NewGuid():N}"[..16], Title = "A family", Owner = owner, Team = team, Risk = "low", OpenedAt = now, TouchedAt = now };
        db.Cases.Add(row);
        db.Grants.Add(new Grant { UserName = owner, Subject = Subject.Case, SubjectId = row.Id, Ground = GrantGround.Own, SortAt = now });
        await db.SaveChangesAsync();
        return row.Id;
    });

    private static async Task<ReferralDetails> Repeats(Counselor who, string address, object body, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(body, body.GetType()) };
        request.Headers.Add("Idempotency-Key", key);
        using var answer = await who.Http.SendAsync(request);
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<ReferralDetails>())!;
    }
}
