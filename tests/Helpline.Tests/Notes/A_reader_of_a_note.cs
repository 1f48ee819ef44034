using System.Net;
using Helpline.Contracts;
using Helpline.Contracts.Calls;
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

        if (userName is "auditor1" or "admin") await Grants(host, call, userName, notes: true);
        else await IsGranted(host, call, reader);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Opens(Routes.For(Routes.Note(call), "care"))).StatusCode);
    }

    [Fact]
    public async Task Reads_none_any_more_when_she_works_with_people_no_more_not_even_her_own()
    {
        using var host = HelplineHost.Start();
        var call = await Of(host);
        await host.Reads(db => db.Users.Where(a => a.UserName == "counselor1").ExecuteUpdateAsync(a => a.SetProperty(u => u.Roles, new List<string> { "Administrator" })));
        await using var aigul = await host.SignIn(hasPulse: false);

        foreach (var address in new[] { Routes.Note(call), Routes.NoteRecord(call), Routes.EarlierContacts(call), Routes.MyTopics })
            Assert.Equal(HttpStatusCode.Forbidden, (await aigul.Opens(address)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await aigul.Posts(Routes.Addenda(call), new NewAddendum("more"))).StatusCode);
        await host.Reads(db => db.Users.Where(a => a.UserName == "counselor1").ExecuteUpdateAsync(a => a.SetProperty(u => u.Roles, new List<string> { "Administrator", "Counselor" })));
        await using var both = await host.SignIn(hasPulse: false);
        Assert.Equal(HttpStatusCode.OK, (await both.Opens(Routes.Note(call))).StatusCode);

        static async Task<Guid> Of(HelplineHost host)
        {
            await using var author = await host.Available();
            return await author.TalksIn(host);
        }
    }

    private static async Task IsGranted(HelplineHost host, Guid call, Counselor reader)
    {
        await Grants(host, call, reader.UserName, notes: false);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Opens(Routes.For(Routes.Note(call), "care"))).StatusCode);
        await Grants(host, call, reader.UserName, notes: true);
        Assert.Equal(HttpStatusCode.OK, (await reader.Opens(Routes.For(Routes.Note(call), "care"))).StatusCode);
        host.Leaps(TimeSpan.FromHours(2));
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
