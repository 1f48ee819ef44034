using System.Net;
using System.Net.Http.Json;
using Helpline.Contracts;
using Helpline.Contracts.Journals;
using Helpline.Contracts.Reports;
using Helpline.Domain.Cases;
using Helpline.Domain.Casework;
using Helpline.Domain.Contacts;
using Helpline.Domain.Referrals;
using Helpline.Domain.Reports;
using Helpline.Server.Reports;
using Helpline.Tests.Cases;
using Helpline.Tests.Data;
using Helpline.Tests.FollowUps;
using Helpline.Tests.Journals;
using Helpline.Tests.Support;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static Helpline.Tests.Journals.Journaling;

namespace Helpline.Tests.Reports;

public class A_report
{
    private static readonly DateTime October = Noon.AddDays(-20);

    [Fact]
    public async Task Counts_the_month_and_every_figure_is_the_rows_behind_it()
    {
        await using var host = HelplineHost.Start();
        await Month(host);
        await using var supervisor = await host.SignIn("supervisor1");

        var report = await Read(supervisor, "2026-10");

        Assert.Equal((0.0, 2.0, 0.0, 1.0, 1.0), (Of(report, "cases_at_start"), Of(report, "cases_new"), Of(report, "cases_reopened"), Of(report, "cases_closed"), Of(report, "cases_at_end")));
        Assert.Equal((3.0, 2.0, 1.5), (Of(report, "referrals_sent"), Of(report, "referrals_answered"), Of(report, "referrals_answer_days")));
        Assert.Equal((1.0, 0.0, 1.0), (Of(report, "visits_planned"), Of(report, "visits_done"), Of(report, "visits_missed")));
        Assert.Equal((2.0, 1.0), (Of(report, "follow_ups_due"), Of(report, "follow_ups_reached")));
        Assert.Equal(2, Split(report, "contacts_by_channel").Sum(n => n.Number));
        Assert.Equal([1.0, 1.0], Split(report, "contacts_by_target_group").Select(n => n.Number!.Value));
        foreach (var number in report.Sections.SelectMany(s => s.Figures).Where(f => !f.Code.EndsWith("_days", StringComparison.Ordinal)).SelectMany(f => f.Numbers))
        {
            var (journal, filter) = number.Rows.Split('?') is [var code, var query] ? (code, query) : (number.Rows, "");
            var rows = await supervisor.Gets<JournalCount>($"{Routes.JournalCount(journal)}?from=2026-10-01&to=2026-10-31&{filter}");
            Assert.True(number.Number == rows.Rows, $"{number.Rows}: {number.Number} and {rows.Rows} rows");
        }
    }

    [Fact]
    public async Task Tells_services_by_kind_and_form_and_takes_what_was_given_over_the_line_for_that()
    {
        await using var host = HelplineHost.Start();
        await host.Writes(
        [
            .. Talk(October, "20261012-0001", topics: ["service_kinds.social_legal"]), .. Talk(October.AddHours(1), "20261012-0002", topics: ["target_groups.young_mothers"]),
            .. Talk(October.AddHours(3), "20261012-0004", channel: Channel.Outbound, topics: ["service_kinds.social_cultural"]),
            .. Talk(October.AddHours(2), "20261012-0003", topics: ["service_kinds.social_legal", "service_kinds.social_psychological", "service_forms.patronage"]),
        ]);
        await using var supervisor = await host.SignIn("supervisor1");

        var services = Split(await Read(supervisor, "2026-10"), "services_by_kind_and_form");
        var ours = (await supervisor.Gets<JournalPage>($"{Routes.Journal("contacts")}?from=2026-10-01&to=2026-10-31&words=en&channel=Outbound")).Lines.Single().Cells;
        Assert.Contains("Outgoing", ours);
        Assert.Contains("Trust telephone (helpline)", ours);

        Assert.Equal(
            ["social_cultural.trust_telephone", "social_legal.patronage", "social_legal.trust_telephone", "social_psychological.patronage"], services.Select(n => n.Rows.Split("service=")[1]).Order(StringComparer.Ordinal));
        Assert.All(services, n => Assert.Equal((1.0, true), (n.Number, n.Label!.Contains(" · ", StringComparison.Ordinal))));
        foreach (var (service, rows) in services.Select(n => (n.Rows.Split('?')[1], 1)).Append(("service=-", 1)))
            Assert.Equal(rows, (await supervisor.Gets<JournalCount>($"{Routes.JournalCount("contacts")}?from=2026-10-01&to=2026-10-31&{service}")).Rows);
    }

    [Fact]
    public async Task Counts_as_overdue_what_was_late_by_the_end_of_the_period_whatever_came_later()
    {
        await using var host = HelplineHost.Start();
        var (inTime, late) = (Sent(October, "20261012-0001", TimeSpan.FromHours(9)), Sent(October, "20261012-0002", TimeSpan.FromDays(2)));
        var (begunLate, atItsEnd) = (Sent(October, "20261012-0003", TimeSpan.FromHours(9)), Sent(October.AddDays(19), "20261031-0001"));
        await host.Writes([.. Talk(October, "20261012-0001"), inTime, late, begunLate, atItsEnd, Begun(inTime, October.AddDays(3)), Begun(late, October.AddDays(3)), Begun(begunLate, October.AddDays(6))]);
        await using var supervisor = await host.SignIn("supervisor1");

        Assert.Equal(2, Of(await Read(supervisor, "2026-10"), "referrals_overdue"));
        var rows = await supervisor.Gets<JournalPage>($"{Routes.Journal("referrals")}?from=2026-10-01&to=2026-10-31&overdue=yes");
        Assert.Equal(new[] { late.Id, begunLate.Id }.Order(), rows.Lines.Select(l => l.Id).Order());
        // Seen from November it is late by then.
        Assert.Equal(3, (await supervisor.Gets<JournalCount>($"{Routes.JournalCount("referrals")}?from=2026-10-01&to=2026-11-30&overdue=yes")).Rows);
    }

    [Fact]
    public async Task Tells_of_referrals_whose_need_was_not_met_and_how_long_each_step_took()
    {
        await using var host = HelplineHost.Start();
        var referral = Sent(October, "20261012-0001", TimeSpan.FromDays(1));
        referral.Move(new(ReferralEvent.Scheduled, "x") { From = October.AddDays(2) }, October.AddDays(1));
        foreach (var (what, days) in new[] { (ReferralEvent.Started, 2), (ReferralEvent.Completed, 3), (ReferralEvent.Reviewed, 4) })
            Assert.True(referral.Move(new(what, "x") { Outcome = "helped", Reached = "yes", NeedMet = "not_met" }, October.AddDays(days)));
        await host.Writes([.. Talk(October, "20261012-0001"), referral, Sent(October, "20261012-0002")]);
        await using var supervisor = await host.SignIn("supervisor1");

        var figure = (await Read(supervisor, "2026-10")).Sections.SelectMany(s => s.Figures).Single(f => f.Code == "needs_unmet").Numbers.Single();
        Assert.Equal((1.0, "referrals?needMet=not_met"), (figure.Number, figure.Rows));
        var journal = (await supervisor.Gets<JournalCard[]>($"{Routes.Journals}?language=en")).Single(j => j.Code == "referrals");
        var cells = Assert.Single((await supervisor.Gets<JournalPage>($"{Routes.Journal("referrals")}?from=2026-10-01&to=2026-10-31&words=en&needMet=not_met")).Lines).Cells;
        Assert.Equal(["0", "1", "2", "3", "4"], journal.Columns.Zip(cells).Where(c => c.First.Code.EndsWith("Days", StringComparison.Ordinal)).Select(c => c.Second));
    }

    [Fact]
    public async Task That_is_frozen_stays_and_shows_what_changed_since_as_corrections()
    {
        await using var host = HelplineHost.Start();
        await Month(host);
        await using var supervisor = await host.SignIn("supervisor1");
        Assert.Equal(HttpStatusCode.NoContent, (await supervisor.Posts(Routes.FreezeReport, new FreezeReport("2026-10"))).StatusCode);
        await host.Writes([WalkIn(October, "20261012-0009")]);

        var report = await Read(supervisor, "2026-10");

        Assert.NotNull(report.FrozenAt);
        var contacts = report.Sections.SelectMany(s => s.Figures).Single(f => f.Code == "contacts").Numbers.Single();
        Assert.Equal((2.0, true, 3.0), (contacts.Number, contacts.IsCorrected, contacts.Now));
        Assert.Contains(Split(report, "contacts_by_channel"), n => n is { Label: "Walk-in", Number: 0, IsCorrected: true, Now: 1 });
        await supervisor.Posts(Routes.FreezeReport, new FreezeReport("2026-10"));
        Assert.Equal(2, (await Read(supervisor, "2026-10")).Sections.SelectMany(s => s.Figures).Single(f => f.Code == "contacts").Numbers.Single().Number);
        Assert.Equal(1, await host.Reads(db => db.FrozenReports.CountAsync()));
    }

    [Fact]
    public async Task That_is_frozen_calls_an_answer_that_came_later_no_correction()
    {
        await using var host = HelplineHost.Start();
        var referral = Sent(October.AddDays(18), "20261030-0001");
        await host.Writes([.. Talk(October, "20261012-0001"), referral]);
        await using var supervisor = await host.SignIn("supervisor1");
        await supervisor.Posts(Routes.FreezeReport, new FreezeReport("2026-10"));
        await host.Reads(async db =>
        {
            var known = await db.Referrals.SingleAsync();
            Assert.True(known.Move(new(ReferralEvent.Accepted, "x"), host.Now()));
            return await db.SaveChangesAsync();
        });

        var report = await Read(supervisor, "2026-10");
        var answered = report.Sections.SelectMany(s => s.Figures).Single(f => f.Code == "referrals_answered").Numbers.Single();
        Assert.Equal((0.0, 1.0, false, true), (answered.Number, answered.Now, answered.IsCorrected, answered.WentOn));
        Assert.Equal(0, report.Corrections);
    }

    [Fact]
    public async Task Of_the_month_before_is_frozen_by_itself_once_for_everybody_and_each_team()
    {
        await using var host = HelplineHost.Start();
        await Month(host);
        await host.Teams(("supervisor1", "day"));
        await host.Job<FreezeReportsJob>(job => job.Run(CancellationToken.None));
        Assert.Equal(0, await host.Reads(db => db.FrozenReports.CountAsync()));

        host.LeapsTo(new(2026, 11, 5, 22, 0, 0, DateTimeKind.Utc));
        for (var night = 0; night < 2; night++) await host.Job<FreezeReportsJob>(job => job.Run(CancellationToken.None));

        Assert.Equal([("2026-10", ""), ("2026-10", "day")], (await host.Reads(db => db.FrozenReports.OrderBy(r => r.Team).ToListAsync())).Select(r => (r.Period, r.Team)));
    }

    [Fact]
    public async Task Of_each_month_that_the_server_was_down_for_is_frozen_when_it_is_back()
    {
        await using var host = HelplineHost.Start();
        await Month(host);
        host.LeapsTo(new(2027, 1, 4, 22, 0, 0, DateTimeKind.Utc));
        await host.Job<FreezeReportsJob>(job => job.Run(CancellationToken.None));
        Assert.Equal(["2026", "2026-10", "2026-11", "2026-12", "2026-Q4"], await host.Reads(db => db.FrozenReports.OrderBy(r => r.Period).Select(r => r.Period).ToListAsync()));
    }

    [Theory]
    [InlineData("2026-09", "period", "2026-10-12, when the first call came")]
    [InlineData("2026-12", "period", "2026-12 has not begun yet")]
    [InlineData("soon", "period", "is no period")]
    public async Task Is_refused_with_the_reason(string period, string field, string why)
    {
        await using var host = HelplineHost.Start();
        await Month(host);
        await using var supervisor = await host.SignIn("supervisor1");
        var answer = await supervisor.Opens($"{Routes.Reports}?period={period}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = (await answer.Content.ReadFromJsonAsync<ValidationProblemDetails>(TestContext.Current.CancellationToken))!;
        Assert.Equal(field, Assert.Single(problem.Errors).Key);
        Assert.Contains(why, problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_period_that_goes_on_is_not_frozen()
    {
        await using var host = HelplineHost.Start();
        await Month(host);
        await using var supervisor = await host.SignIn("supervisor1");
        var answer = await supervisor.Posts(Routes.FreezeReport, new FreezeReport("2026-Q4"));
        Assert.Contains("not over yet", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(0, await host.Reads(db => db.FrozenReports.CountAsync()));
    }

    [Theory]
    [InlineData("2026-02", "2026-02-01", "2026-02-28")]
    [InlineData("2028-02", "2028-02-01", "2028-02-29")]
    [InlineData("2026-Q4", "2026-10-01", "2026-12-31")]
    [InlineData("2026", "2026-01-01", "2026-12-31")]
    [InlineData("2026-13", null, null)]
    [InlineData("2026-Q5", null, null)]
    [InlineData("26-01", null, null)]
    public void Covers_the_days_its_name_says(string code, string? from, string? to)
    {
        var period = ReportPeriod.Parse(code);
        Assert.Equal((from, to), ($"{period?.From:yyyy-MM-dd}" is { Length: > 0 } first ? first : null, $"{period?.To:yyyy-MM-dd}" is { Length: > 0 } last ? last : null));
        if (period is not null) Assert.Equal(code, period.Code);
    }

    private static HistoryEntry Begun(Referral referral, DateTime at) => new() { Subject = Subject.Referral, SubjectId = referral.Id, At = at, What = nameof(ReferralEvent.Started) };

    private static Task Month(HelplineHost host) => host.Writes(
    [
        .. Talk(October, "20261012-0001", region: "astana", topics: ["target_groups.young_mothers", "service_kinds.social_legal"]), .. Talk(October.AddDays(1), "20261013-0001"), GaveUp(October.AddDays(2)),
        .. Case(October, "20261012-0001"), .. Case(October, "20261012-0002", (October.AddDays(3), CaseEvent.Closed)),
        Sent(October, "20261012-0001", TimeSpan.FromDays(1)), Sent(October, "20261012-0002", TimeSpan.FromDays(2)), Sent(October, "20261012-0003"),
        Made.Visit(October, missed: true), Due(October, reached: true), Due(October, reached: false),
    ]);

    private static Task<ReportCard> Read(Counselor supervisor, string period) => supervisor.Gets<ReportCard>($"{Routes.Reports}?period={period}&language=en");

    private static double? Of(ReportCard report, string code) => Split(report, code).Single().Number;

    private static IReadOnlyList<ReportNumberCard> Split(ReportCard report, string code) => report.Sections.SelectMany(s => s.Figures).Single(f => f.Code == code).Numbers;
}
