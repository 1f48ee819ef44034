using System.Net;
using Helpline.Contracts;
using Helpline.Domain.Audit;
using Helpline.Domain.Casework;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Notes;

public class A_reader_of_a_note
{
    [Fact]
    public async Task Says_why_when_it_is_not_her_own_and_that_is_written_down()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        await using var erlan = await host.SignIn("supervisor1");
        var call = await aigul.TalksIn(host);

        Assert.Equal(HttpStatusCode.BadRequest, (await erlan.Opens(Routes.NoteRecord(call))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await erlan.Opens(Routes.For(Routes.NoteRecord(call), "curiosity"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await erlan.Opens(Routes.For(Routes.NoteRecord(call), "supervision"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await aigul.Opens(Routes.Note(call))).StatusCode);

        Assert.Equal(
            [("supervisor1", "note", "supervision"), ("counselor1", "note", "care")],
            (await Trail(host, call)).Select(e => (e.Actor!, e.What!, e.Reason!)));
    }

    [Theory]
    [InlineData("counselor2", HttpStatusCode.Forbidden)]
    [InlineData("social1", HttpStatusCode.Forbidden)]
    [InlineData("auditor1", HttpStatusCode.Forbidden)]
    [InlineData("admin", HttpStatusCode.Forbidden)]
    [InlineData("supervisor1", HttpStatusCode.OK)]
    public async Task Is_its_author_or_a_supervisor_or_somebody_it_was_granted_to(string userName, HttpStatusCode answer)
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        await using var reader = await host.SignIn(userName);
        var call = await aigul.TalksIn(host);
        foreach (var address in new[] { Routes.Note(call), Routes.NoteRecord(call) })
            Assert.Equal(answer, (await reader.Opens(Routes.For(address, "care"))).StatusCode);
        if (answer == HttpStatusCode.OK) return;
        Assert.Empty(await Trail(host, call));

        await Grants(host, call, userName, notes: false);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Opens(Routes.For(Routes.Note(call), "care"))).StatusCode);
        await Grants(host, call, userName, notes: true);
        Assert.Equal(HttpStatusCode.OK, (await reader.Opens(Routes.For(Routes.Note(call), "care"))).StatusCode);
        host.Leaps(TimeSpan.FromHours(2));
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Opens(Routes.For(Routes.Note(call), "care"))).StatusCode);
    }

    [Fact]
    public async Task Of_another_team_reads_nothing()
    {
        using var host = HelplineHost.Start();
        await host.Reads(async db =>
        {
            foreach (var account in await db.Users.ToListAsync()) account.Team = account.UserName == "supervisor1" ? "north" : "south";
            return await db.SaveChangesAsync();
        });
        await using var aigul = await host.Available();
        await using var erlan = await host.SignIn("supervisor1");
        var call = await aigul.TalksIn(host);
        Assert.Equal(HttpStatusCode.Forbidden, (await erlan.Opens(Routes.For(Routes.Note(call), "supervision"))).StatusCode);
    }

    private static Task<List<AuditEntry>> Trail(HelplineHost host, Guid call) =>
        host.Reads(db => db.AuditTrail.Where(e => e.SubjectId == call && e.Action == AuditAction.Read).OrderBy(e => e.Id).ToListAsync());

    private static Task Grants(HelplineHost host, Guid call, string userName, bool notes) => host.Reads(async db =>
    {
        var until = host.Clock.GetUtcNow().UtcDateTime.AddHours(1);
        if (await db.Grants.FindAsync(userName, Subject.Contact, call) is { } known) known.Notes = notes;
        else db.Grants.Add(new Grant { UserName = userName, Subject = Subject.Contact, SubjectId = call, Ground = GrantGround.Shared, Notes = notes, SortAt = until, Until = until });
        return await db.SaveChangesAsync();
    });
}
