using System.Net;
using Helpline.Contracts;
using Helpline.Contracts.Persons;
using Helpline.Server.Casework;
using Helpline.Server.Data;
using Helpline.Tests.Cases;
using Helpline.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Tests.Searching;

public class A_list_or_search
{
    [Theory, InlineData("counselor1", null), InlineData("supervisor1", null), InlineData("supervisor1", "day")]
    public async Task Seeks_an_index_and_scans_no_table_whoever_asks(string userName, string? team)
    {
        var asked = new Plans();
        using var host = HelplineHost.Start(replace: services => services.ConfigureDbContext<SqliteHelplineDb>(o => o.AddInterceptors(asked)));
        if (team is not null) await host.Teams((userName, team));
        await using var aigul = await host.SignIn();
        var opened = await aigul.OpensACase();
        var kept = await aigul.WritesDown(Caseworking.Aliya, of: opened.Id);
        await using var reader = await host.SignIn(userName);
        asked.Clear();

        foreach (var list in new[] { Routes.Cases, Routes.Cases + "?state=Closed", Routes.Cases + "?mine=true&state=Closed", Routes.Contacts, Routes.Contacts + "?channel=Call&from=2026-01-01&to=2027-01-01", Routes.Contacts + "?counselor=counselor1", Routes.Contacts + "?counselor=counselor2", Routes.CaseTimeline(opened.Id), Routes.Case(opened.Id) })
        {
            Assert.NotEqual(HttpStatusCode.BadRequest, await reader.Sees(list));
            Assert.NotEqual(HttpStatusCode.BadRequest, await reader.Sees($"{list}{(list.Contains('?') ? '&' : '?')}after=8de000000000000-{Guid.Empty:N}&before=2026-12-01"));
        }
        foreach (var text in new[] { "алия сейт", "87015553322", "20261102", "жилье" })
            foreach (var filter in new[] { "", "&state=Open&risk=low&from=2026-01-01&to=2027-01-01", $"&subject=Case&after={Guid.Empty:N}жилье" })
                await reader.Opens($"{Routes.Search}?text={Uri.EscapeDataString(text)}{filter}");
        await reader.Posts(Routes.Duplicates, new Likeness("Әлия Сейтқызы", 1987, "87015553322"));
        await reader.Opens(Routes.Person(kept.Id) + "?reason=care");

        Assert.InRange(asked.Count, 16, 1000);
        var plans = await asked.SeekAnIndex(host);
        // Of cases the rights come first, whatever the database would guess: begun with the cases, every one is asked for a right.
        var held = plans.Where(p => p.Sql.Contains("\"Grants\"", StringComparison.Ordinal) && p.Sql.Contains("INNER JOIN", StringComparison.Ordinal)
            && p.Sql.Contains("\"TouchedAt\" DESC", StringComparison.Ordinal)).ToList();
        Assert.Equal(userName == "counselor1" || team is not null ? 2 : 0, held.Count);
        Assert.All(held, p => Assert.Matches("(?s)(MATERIALIZE|CO-ROUTINE).*SEARCH g USING", p.Plan));
        foreach (var (sql, plan) in plans)
            if (sql.Contains("FROM \"SearchWords\"", StringComparison.Ordinal)) Assert.Contains("(Subject=? AND Word>? AND Word<?)", plan, StringComparison.Ordinal);
    }

    [Theory, InlineData("counselor1", null), InlineData("social1", null), InlineData("supervisor1", null), InlineData("supervisor1", "day")]
    public async Task Of_what_is_owed_seeks_an_index_whoever_asks(string userName, string? team)
    {
        var asked = new Plans();
        using var host = HelplineHost.Start(replace: services => services.ConfigureDbContext<SqliteHelplineDb>(o => o.AddInterceptors(asked)));
        if (team is not null) await host.Teams((userName, team));
        await using var reader = await host.SignIn(userName, hasPulse: false);
        asked.Clear();
        await reader.Opens(Routes.Work);
        Assert.InRange(asked.OfRequests, 1, 3);

        string[] pages = ["", "&after=2026-11-02T10:00:00Z&afterId=" + Guid.Empty];
        var lists = from list in new[] { "of=mine", "of=team", "of=mine&state=Cancelled", "of=team&state=Cancelled", "of=team&kind=Call" } from page in pages select $"{Routes.FollowUps}?{list}{page}";
        lists = lists.Concat(from tab in new[] { "sent", "answer", "work", "all" } from filter in new[] { "", "&overdue=true", "&state=Completed", "&urgency=urgent", "&before=" + new ReferralPlace(DateTime.UnixEpoch, Guid.Empty) } select $"{Routes.Referrals}?tab={tab}{filter}");
        lists = lists.Concat([$"{Routes.VisitsList}?from=2026-11-02&to=2026-11-09&worker=social1", $"{Routes.VisitsOwed}?area=center", $"{Routes.VisitsOwed}?area=center&after=1-0-{Guid.Empty:N}", $"{Routes.VisitsOwed}?household={Guid.Empty}", Routes.VisitsToLookAt]);
        lists = lists.Concat([Routes.Visit(Guid.Empty), Routes.For(Routes.Referral(Guid.Empty), "care"), Routes.FollowUp(Guid.Empty), Routes.Information(Guid.Empty), Routes.EarlierContacts(Guid.Empty), Routes.MyTopics, Routes.WorkCounts]);
        foreach (var list in lists) Assert.NotEqual(HttpStatusCode.BadRequest, await reader.Sees(list));
        Assert.InRange(asked.Count, 20, 1000);
        await asked.SeekAnIndex(host);
    }

    [Fact]
    public async Task Of_the_directory_and_of_the_audit_trail_seeks_an_index()
    {
        var asked = new Plans();
        using var host = HelplineHost.Start(replace: services => services.ConfigureDbContext<SqliteHelplineDb>(o => o.AddInterceptors(asked)));
        await using var admin = await host.SignIn("admin", hasPulse: false);
        await using var auditor = await host.SignIn("auditor1", hasPulse: false);
        asked.Clear();
        foreach (var query in new[] { "q=center", "q=center+for+women", "kind=social_legal", "language=kk", "region=astana", "q=center&kind=social_legal&language=kk&region=astana&open=true&after=a" })
            Assert.Equal(HttpStatusCode.OK, await admin.Sees($"{Routes.Directory}?{query}"));
        foreach (var address in new[] { Routes.Organization(Guid.Empty), Routes.Erasures, Routes.Erasures + "?before=2026-11-02" }) await admin.Opens(address);
        foreach (var query in new[] { "", "actor=counselor1", "action=Read", "subject=Case", $"subjectId={Guid.Empty}", "number=20261102-0001", "reason=care", "from=2026-11-01&to=2026-11-02" })
            foreach (var page in new[] { "", "&at=638000000000000000&id=9" })
                Assert.Equal(HttpStatusCode.OK, await auditor.Sees($"{Routes.Audit}?{query}{page}"));
        Assert.InRange(asked.Count, 15, 1000);
        await asked.SeekAnIndex(host);
    }
}
