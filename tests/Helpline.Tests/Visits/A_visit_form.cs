using System.Net;
using Helpline.Contracts;
using Helpline.Contracts.Journals;
using Helpline.Contracts.Referrals;
using Helpline.Contracts.Reports;
using Helpline.Contracts.Visits;
using Helpline.Contracts.Work;
using Helpline.Server.Data;
using Helpline.Server.Visits;
using Helpline.Tests.FollowUps;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Tests.Visits;

public class A_visit_form
{
    [Fact]
    public async Task Is_kept_as_a_draft_that_only_its_author_reads()
    {
        using var story = await VisitStory.Begins();
        var (aigul, gulnar) = (await story.Enters("counselor1"), await story.Enters("social1"));
        var visit = await story.IsPlanned(aigul);
        var empty = await gulnar.Gets<VisitFormCard>(Routes.VisitForm(visit.Id));
        Assert.Equal((0, null), (empty!.Version, empty.SavedAt));
        var saved = await VisitStory.Answer<VisitFormCard>(await gulnar.Puts(Routes.VisitForm(visit.Id), new VisitFormChange(VisitFields.Empty with { Health = "co" })));
        var stale = await gulnar.Puts(Routes.VisitForm(visit.Id), new VisitFormChange(VisitFields.Empty, saved.Version + 1));
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Contains("\"health\":\"co\"", await VisitStory.Text(stale), StringComparison.Ordinal);
        Assert.Equal("", (await aigul.Gets<VisitFormCard>(Routes.VisitForm(visit.Id)))!.Form.Health);
        await VisitStory.IsRefused(await gulnar.Puts(Routes.VisitForm(visit.Id), new VisitFormChange(VisitFields.Empty with { Mood = new('a', 2001) })), "mood");
        Assert.Equal("co", (await gulnar.Gets<VisitFormCard>(Routes.VisitForm(visit.Id)))!.Form.Health);
    }

    [Fact]
    public async Task That_the_worker_before_had_begun_is_hers_alone_and_the_next_one_writes_and_finishes_her_own()
    {
        using var story = await VisitStory.Begins();
        var (aigul, gulnar, dana) = (await story.Enters("counselor1"), await story.Enters("social1"), await story.Enters("counselor2"));
        var visit = await story.IsPlanned(aigul);
        await VisitStory.Answer<VisitFormCard>(await gulnar.Puts(Routes.VisitForm(visit.Id), new VisitFormChange(VisitFields.Empty with { Health = "hers" })));
        await VisitStory.Answer<VisitCard>(await aigul.Puts(Routes.Visit(visit.Id), new VisitTime(visit.From, Worker: "counselor2")));

        Assert.Equal(0, (await dana.Gets<VisitFormCard>(Routes.VisitForm(visit.Id))).Version);
        var saved = await VisitStory.Answer<VisitFormCard>(await dana.Puts(Routes.VisitForm(visit.Id), new VisitFormChange(VisitFields.Empty with { Mood = "calm" }, 0)));
        Assert.Equal(("", "calm"), (saved.Form.Health, saved.Form.Mood));
        Assert.Equal(HttpStatusCode.NotFound, (await gulnar.Puts(Routes.VisitForm(visit.Id), new VisitFormChange(VisitFields.Empty))).StatusCode);
        story.Passes(2);
        await VisitStory.Answer<VisitCard>(await dana.Posts(Routes.VisitDone(visit.Id), new VisitFormChange(story.Form(), saved.Version)));
        Assert.Equal("counselor2", await story.Host.Reads(db => db.VisitRecords.Select(r => r.Author).SingleAsync()));
        Assert.Equal(["Planned", "Moved", "DraftDropped", "Done"], await story.History(visit.Id));
    }

    [Fact]
    public async Task Is_read_when_it_is_finished_by_whoever_answers_for_the_visit_and_by_a_supervisor_for_a_reason()
    {
        using var story = await VisitStory.Begins();
        var (aigul, gulnar, yerlan) = (await story.Enters("counselor1"), await story.Enters("social1"), await story.Enters("supervisor1"));
        var visit = await story.IsPlanned(aigul);
        story.Passes(2);
        await VisitStory.Answer<VisitCard>(await gulnar.Posts(Routes.VisitDone(visit.Id), new VisitFormChange(story.Form())));
        foreach (var reader in new[] { aigul, gulnar }) Assert.Equal("a cough", (await reader.Gets<VisitFormCard>(Routes.VisitForm(visit.Id))).Form.Health);
        await VisitStory.IsRefused(await yerlan.Opens(Routes.VisitForm(visit.Id)), "reason");
        Assert.Equal("a cough", (await yerlan.Gets<VisitFormCard>(Routes.For(Routes.VisitForm(visit.Id), "complaint"))).Form.Health);
        var looks = await story.Host.Reads(db => db.AuditTrail.Where(a => a.SubjectId == visit.Id && a.What == "form").OrderBy(a => a.Id).Select(a => a.Actor + " " + a.Reason).ToListAsync());
        Assert.Equal(["counselor1 care", "social1 care", "supervisor1 complaint"], looks);
    }

    [Fact]
    public async Task Names_the_field_that_keeps_it_from_being_finished_and_loses_nothing()
    {
        using var story = await VisitStory.Begins();
        var gulnar = await story.Enters("social1");
        var visit = await story.IsPlanned(await story.Enters("counselor1"));
        story.Passes(2);
        var form = story.Form();
        (string Field, VisitFields Form)[] wrong =
        [
            ("seen", form with { Seen = " " }), ("result", form with { Result = null }), ("result", form with { Result = "rude" }), ("arrived", form with { Arrived = null }),
            ("arrived", form with { Arrived = story.Now.AddMinutes(1) }), ("arrived", form with { Arrived = visit.From.AddHours(-73) }), ("left", form with { Left = form.Arrived!.Value.AddMinutes(-1) }),
            ("minutes", form with { Minutes = -1 }), ("services", form with { Services = ["massage"] }), ("dangerSigns", form with { DangerSigns = new Dictionary<string, bool>() }),
            ("dangerSigns", form with { DangerSigns = new Dictionary<string, bool> { ["smell"] = true } }), ("nextFrom", form with { NextFrom = story.Now.AddDays(-1) }),
        ];
        await gulnar.Puts(Routes.VisitForm(visit.Id), new VisitFormChange(form));
        foreach (var (field, change) in wrong) await VisitStory.IsRefused(await gulnar.Posts(Routes.VisitDone(visit.Id), new VisitFormChange(change)), field);
        Assert.Equal("a cough", (await gulnar.Gets<VisitFormCard>(Routes.VisitForm(visit.Id)))!.Form.Health);
        Assert.Equal("Planned", (await gulnar.Gets<VisitDetails>(Routes.Visit(visit.Id)))!.Visit.State);
    }

    [Fact]
    public async Task Tells_which_services_were_given_so_that_they_are_counted_also_of_before()
    {
        using var story = await VisitStory.Begins();
        var (gulnar, yerlan) = (await story.Enters("social1"), await story.Enters("supervisor1"));
        var visit = await story.IsPlanned(await story.Enters("counselor1"));
        story.Passes(2);
        await VisitStory.Answer<VisitCard>(await gulnar.Posts(Routes.VisitDone(visit.Id), new VisitFormChange(story.Form() with { Services = ["social_domestic", "social_legal"], NextFrom = story.Now.AddDays(3) })));
        await AreCounted();

        // As an older version of the program left it.
        await story.Host.Services.GetRequiredService<Transactions>().Run(db => db.Visits.Where(v => v.Id == visit.Id).ExecuteUpdateAsync(set => set.SetProperty(v => v.Services, (string?)null).SetProperty(v => v.NextFrom, (DateTime?)null)));
        for (var start = 0; start < 2; start++) await story.Host.Services.GetRequiredService<TellVisits>().Run(CancellationToken.None);
        await AreCounted();

        async Task AreCounted()
        {
            var days = $"?from={visit.From:yyyy-MM-dd}&to={visit.From:yyyy-MM-dd}&words=en";
            foreach (var (filter, rows) in new[] { ("social_domestic", 1), ("social_legal", 1), ("social_medical", 0), ("-", 0) })
                Assert.True(rows == (await yerlan.Gets<JournalPage>($"{Routes.Journal("visits")}{days}&service={filter}")).Lines.Count, filter);
            var cells = Assert.Single((await yerlan.Gets<JournalPage>($"{Routes.Journal("visits")}{days}&state=Done")).Lines).Cells;
            Assert.Contains(cells, cell => cell?.Split("; ").Length == 2);
            Assert.Contains($"{story.Now.AddDays(3).AddHours(5):dd.MM.yyyy HH:mm}", cells);
            var report = await yerlan.Gets<ReportCard>($"{Routes.Reports}?period={visit.From:yyyy-MM}&language=en");
            var services = report.Sections.SelectMany(s => s.Figures).Single(f => f.Code == "visits_by_service").Numbers;
            Assert.Equal([(1.0, "visits?state=Done&service=social_domestic"), (1.0, "visits?state=Done&service=social_legal")], services.Select(n => (n.Number!.Value, n.Rows)).Order());
        }
    }

    [Fact]
    public async Task That_cannot_be_opened_keeps_no_other_from_being_counted_and_becomes_a_task()
    {
        using var story = await VisitStory.Begins();
        var (gulnar, yerlan) = (await story.Enters("social1"), await story.Enters("supervisor1"));
        var aigul = await story.Enters("counselor1");
        VisitCard[] visits = [await story.IsPlanned(aigul, story.Wish(1)), await story.IsPlanned(aigul, story.Wish(2)), await story.IsPlanned(aigul, story.Wish(3))];
        story.Passes(5);
        foreach (var visit in visits) await VisitStory.Answer<VisitCard>(await gulnar.Posts(Routes.VisitDone(visit.Id), new VisitFormChange(story.Form() with { Arrived = visit.From, Left = visit.To })));
        var (records, tell) = (story.Host.Services.GetRequiredService<Transactions>(), story.Host.Services.GetRequiredService<TellVisits>());
        await records.Run(db => db.Visits.ExecuteUpdateAsync(set => set.SetProperty(v => v.Services, (string?)null)));
        var whole = await story.Host.Reads(db => db.VisitRecords.Where(r => r.VisitId == visits[0].Id).Select(r => r.SealedForm).SingleAsync());
        await Becomes("k1:broken");

        for (var times = 0; times < 3; times++) Assert.Equal(1, await tell.Run(CancellationToken.None));
        Assert.Equal([visits[0].Id], await story.Host.Reads(db => db.Visits.Where(v => v.Services == null).Select(v => v.Id).ToListAsync()));
        var task = Assert.Single((await yerlan.Gets<WorkCard>(Routes.Work)).Rows, row => row.Kind == WorkKind.StuckJobs);
        Assert.Equal(("VisitServices", visits[0].Id), (task.Number, task.Id));

        await Becomes(whole);
        Assert.Equal(1, await tell.Run(CancellationToken.None));
        (await yerlan.Posts(Routes.TryAgain(task.Number, task.Id))).EnsureSuccessStatusCode();
        Assert.Equal(0, await tell.Run(CancellationToken.None));
        Assert.DoesNotContain((await yerlan.Gets<WorkCard>(Routes.Work)).Rows, row => row.Kind == WorkKind.StuckJobs);

        Task<int> Becomes(string form) => records.Run(db => db.VisitRecords.Where(r => r.VisitId == visits[0].Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.SealedForm, form)));
    }

    [Fact]
    public async Task Can_be_entered_on_a_later_day_with_the_true_time()
    {
        using var story = await VisitStory.Begins();
        var visit = await story.IsPlanned(await story.Enters("counselor1"));
        story.Passes(11);
        var gulnar = await story.Enters("social1");
        var truly = visit.From.AddMinutes(10);
        var done = await VisitStory.Answer<VisitCard>(await gulnar.Posts(Routes.VisitDone(visit.Id), new VisitFormChange(story.Form() with { Arrived = truly, Left = truly.AddMinutes(40) })));
        Assert.Equal(("Done", true, truly), (done.State, done.EnteredLate, done.HeldAt));
        Assert.Equal(HttpStatusCode.Conflict, (await gulnar.Puts(Routes.VisitForm(visit.Id), new VisitFormChange(VisitFields.Empty))).StatusCode);
    }

    [Fact]
    public async Task Asks_supervisors_at_once_when_there_are_signs_of_danger()
    {
        using var story = await VisitStory.Begins();
        var (gulnar, yerlan) = (await story.Enters("social1"), await story.Enters("supervisor1"));
        await using var erlan = await story.Host.SignIn("supervisor1");
        var visit = await story.IsPlanned(await story.Enters("counselor1"));
        story.Passes(2);
        var form = story.Form();
        form = form with { DangerSigns = form.DangerSigns.ToDictionary(s => s.Key, s => s.Key == "violence") };
        await VisitStory.Answer<VisitCard>(await gulnar.Posts(Routes.VisitDone(visit.Id), new VisitFormChange(form)));
        var seen = Assert.Single((await yerlan.Gets<VisitCard[]>(Routes.VisitsToLookAt))!);
        Assert.Equal((visit.Id, "DangerSigns"), (seen.Id, seen.Attention));
        Assert.Equal(["Planned", "Done", "DangerSigns", "Escalated"], await story.History(visit.Id));
        var task = Assert.Single((await yerlan.Gets<WorkCard>(Routes.Work)).Rows, r => r.Kind == WorkKind.Escalations);
        Assert.Equal((visit.Id, "DangerSigns"), (task.About!.Value, task.What));
        await story.Host.Until(() => Task.FromResult(erlan.Urgents.Any(u => u.About == visit.Id && u.Cause == "DangerSigns")), "the supervisor to be told");
        await VisitStory.Answer<VisitCard>(await yerlan.Posts(Routes.SettleVisit(visit.Id)));
        Assert.Empty((await yerlan.Gets<VisitCard[]>(Routes.VisitsToLookAt))!);
        Assert.DoesNotContain((await yerlan.Gets<WorkCard>(Routes.Work)).Rows, r => r.Kind == WorkKind.Escalations);
    }

    [Fact]
    public async Task With_signs_of_danger_leaves_its_worker_an_urgent_referral_to_send_in_words_and_in_time()
    {
        using var story = await VisitStory.Begins();
        var (gulnar, yerlan) = (await story.Enters("social1"), await story.Enters("supervisor1"));
        var visit = await story.IsPlanned(await story.Enters("counselor1"));
        story.Passes(2);
        var form = story.Form();
        form = form with { DangerSigns = form.DangerSigns.ToDictionary(s => s.Key, s => s.Key is "violence" or "child_alone") };
        await VisitStory.Answer<VisitCard>(await gulnar.Posts(Routes.VisitDone(visit.Id), new VisitFormChange(form)));

        var task = Assert.Single((await gulnar.Gets<WorkCard>(Routes.Work)).Rows, r => r.Kind == WorkKind.Unsent);
        Assert.Equal((story.Now.AddMinutes(15), "emergency"), (task.At, task.What));
        var draft = await gulnar.Gets<ReferralDetails>(Routes.Referral(task.Id));
        Assert.StartsWith(visit.Number, draft.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("child_alone", draft.Reason, StringComparison.Ordinal);
        Assert.Matches(@"\p{IsCyrillic}.*; \p{IsCyrillic}", draft.Reason);

        story.Passes(3);
        await story.Host.Sweeps();
        Assert.Contains((await yerlan.Gets<WorkCard>(Routes.Work)).Rows, r => r.Kind == WorkKind.Escalations && r.About == task.Id);
    }
}
