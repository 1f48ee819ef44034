using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using Helpline.Contracts;
using Helpline.Contracts.Calls;
using Helpline.Contracts.Cases;
using Helpline.Contracts.Persons;
using Helpline.Contracts.Privacy;
using Helpline.Contracts.Visits;
using Helpline.Domain.Audit;
using Helpline.Domain.Casework;
using Helpline.Domain.Persons;
using Helpline.Domain.Referrals;
using Helpline.Domain.Visits;
using Helpline.Server.Data;
using Helpline.Tests.Cases;
using Helpline.Tests.Data;
using Helpline.Tests.FollowUps;
using Helpline.Tests.Notes;
using Helpline.Tests.Referrals;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Tests.Privacy;

public class Somebody_who_asks_to_be_forgotten
{
    [Fact]
    public async Task Is_when_the_call_is_over_and_a_proof_stays_that_can_be_checked()
    {
        await using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        await using var supervisor = await host.SignIn("supervisor1");
        var caller = host.Caller();
        await caller.Ring();
        await caller.Presses("1");
        var call = (await aigul.Accepts(await aigul.IsOffered())).CallId;
        await caller.IsTalkingTo("counselor1");
        (await aigul.Puts(Routes.Note(call), new NoteChange(null, "counseling", null, null, "A secret", null))).Dispose();
        using var early = await supervisor.Posts(Routes.Erasures, new EraseRequest(null, "8 701 000 00 01"));
        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        (await aigul.Posts(Routes.Finish(call))).Dispose();
        await aigul.SeesState(call, "Done");
        (await aigul.Posts(Routes.Addenda(call), new NewAddendum("Another secret"))).EnsureSuccessStatusCode();
        Assert.Equal((1, 1), (await host.Reads(db => db.NoteVersions.CountAsync()), await host.Reads(db => db.NoteAddenda.CountAsync())));

        using var answer = await supervisor.Posts(Routes.Erasures, new EraseRequest(null, "8 701 000 00 01"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var proof = (await answer.Content.ReadFromJsonAsync<ErasureCard>(TestContext.Current.CancellationToken))!;
        Assert.Equal(("Number", "supervisor1", 1, 1, 1, 1), (proof.Of, proof.By, proof.Counts["calls"], proof.Counts["contacts"], proof.Counts["notes"], proof.Counts["callers"]));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{call:D}\n"))), proof.IdsHash);

        await host.Reads(async db =>
        {
            var (row, contact, note) = (await db.Calls.SingleAsync(), await db.Contacts.SingleAsync(), await db.Notes.SingleAsync());
            Assert.Equal((null, null, null, null, null), (row.SealedNumber, row.NumberHash, contact.CallerHash, contact.Alias, note.SealedSummary));
            Assert.Equal((0, 0), (await db.NoteVersions.CountAsync(), await db.NoteAddenda.CountAsync()));
            Assert.Equal("counseling", note.Kind);
            Assert.Equal([contact.Number], await db.SearchWords.Where(w => w.Subject == Subject.Contact).Select(w => w.Word).ToListAsync());
            Assert.Equal("number", (await db.AuditTrail.SingleAsync(a => a.Action == AuditAction.Erased)).What);
            return 0;
        });
        await using var admin = await host.SignIn("admin");
        Assert.Equal(proof.Id, Assert.Single(await admin.Gets<ErasureCard[]>(Routes.Erasures)).Id);
    }

    [Fact]
    public async Task Is_as_a_person_by_whoever_may_see_her_and_leaves_the_row_without_a_name()
    {
        await using var host = HelplineHost.Start();
        var person = Made.Person(host.Clock.GetUtcNow().UtcDateTime);
        var referral = Sent(person);
        (person.Name, person.PhoneHash, person.SealedPhone, person.SealedAddress, person.BirthYear) = ("Айжан", "hash", "k:sealed", "k:sealed", 1990);
        await host.Services.GetRequiredService<Transactions>().Run(async db =>
        {
            db.Persons.Add(person);
            db.SearchWords.Add(new SearchWord { Word = "айжан", Subject = Subject.Person, SubjectId = person.Id });
            db.Alerts.Add(new Alert { Id = Guid.CreateVersion7(), PersonId = person.Id, SealedText = "k:sealed", By = "counselor1", At = person.CreatedAt, Until = person.CreatedAt.AddDays(9) });
            db.Add(referral);
            return await db.SaveChangesAsync();
        });
        await using var admin = await host.SignIn("admin");
        using var unseen = await admin.Posts(Routes.Erasures, new EraseRequest(person.Id, null));
        Assert.Equal(HttpStatusCode.NotFound, unseen.StatusCode);
        await using var supervisor = await host.SignIn("supervisor1");
        using var early = await supervisor.Posts(Routes.Erasures, new EraseRequest(person.Id, null));
        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        await host.Services.GetRequiredService<Transactions>().Run(async db =>
        {
            (await db.Referrals.SingleAsync()).Move(new(ReferralEvent.Cancelled, "counselor1") { Reason = "other", SealedRemark = "k:sealed" }, person.CreatedAt);
            return await db.SaveChangesAsync();
        });
        using var answer = await supervisor.Posts(Routes.Erasures, new EraseRequest(person.Id, null));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var written = await host.Reads(db => db.Referrals.SingleAsync());
        Assert.Equal(("", null, null, null, null), (written.SealedReason, written.SealedForPartner, written.SealedReach, written.SealedRemark, written.Area));
        Assert.Empty(await host.Reads(db => db.Alerts.ToListAsync()));
        var left = await host.Reads(db => db.Persons.SingleAsync());
        Assert.Equal(("—", null, null, null, null), (left.Name, left.PhoneHash, left.SealedPhone, left.SealedAddress, left.BirthYear));
        Assert.NotNull(left.WithdrawnAt);
        Assert.Empty(await host.Reads(db => db.SearchWords.Where(w => w.Word == "айжан").ToListAsync()));
    }

    [Fact]
    public async Task Is_wholly_in_a_case_of_hers_alone_and_in_that_of_a_home_only_where_she_is_named()
    {
        const string Canary = "zqxjcanary";
        await using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn();
        await using var supervisor = await host.SignIn("supervisor1");
        var (person, sister) = (await aigul.WritesDown(Caseworking.Aliya), await aigul.WritesDown(Caseworking.Aliya with { Name = "Дина" }));
        var home = (await aigul.Changes<PersonCard>(Routes.PersonHousehold(person.Id), new LivesWith(sister.Id))).HouseholdId;
        var family = await aigul.Makes<CaseCard>(Routes.Cases, new NewCase("Семья", "low", null, null, home));
        var hers = await aigul.OpensACase($"Дело {Canary}", person: person.Id);
        var contact = await aigul.MeetsSomebody();
        await aigul.Makes<CaseCard>(Routes.JoinContact(hers.Id), new JoinContact(contact.Id));
        await aigul.Writes(contact.Id, new NoteChange(null, "counseling", null, "low", Canary, null));
        (await aigul.Posts(Routes.FinishNote(contact.Id))).EnsureSuccessStatusCode();
        await aigul.Sends(Referring.Form(null, ofCase: hers.Id) with { Reason = Canary });
        await aigul.Makes<VisitCard>(Routes.VisitsList, new NewVisit(hers.Id, null, null, "center", host.Now().AddDays(1), Address: Canary));
        var visit = await host.Reads(db => db.Visits.Select(v => v.Id).SingleAsync());
        await host.Holds(new VisitRecord { VisitId = visit, Author = "counselor1", SealedForm = "k:sealed", Shape = VisitForm.Shape, SavedAt = host.Now() });
        // As of a visit that was planned before she was known by name.
        await host.Reads(db => db.Visits.ExecuteUpdateAsync(set => set.SetProperty(v => v.PersonId, (Guid?)null)));
        await supervisor.Posts(Routes.Erasures, new EraseRequest(person.Id, null)).Refuses(HttpStatusCode.Conflict);
        await aigul.Makes<ClosedCase>(Routes.CloseCase(hers.Id), new CloseCase("other"));
        Assert.Contains(Canary, await Everything(host), StringComparison.Ordinal);

        var proof = await supervisor.Makes<ErasureCard>(Routes.Erasures, new EraseRequest(person.Id, null, "complaint"));

        Assert.Equal((1, 1, 1), (proof.Counts["cases"], proof.Counts["contacts"], proof.Counts["notes"]));
        Assert.DoesNotContain(Canary, await Everything(host), StringComparison.Ordinal);
        Assert.Equal((null, 0, 0), await host.Reads(async db => ((await db.Notes.SingleAsync()).SealedSummary, await db.NoteVersions.CountAsync(), await db.VisitRecords.CountAsync())));
        Assert.Equal(("", null), await host.Reads(async db => ((await db.Referrals.SingleAsync()).SealedReason, (await db.Visits.SingleAsync()).SealedAddress)));
        Assert.Equal("complaint", (await host.Reads(db => db.AuditTrail.SingleAsync(a => a.Action == AuditAction.Erased))).Reason);
        var left = await host.Reads(db => db.Cases.ToDictionaryAsync(c => c.Id, c => c.Title));
        Assert.Equal(("—", "Семья"), (left[hers.Id], left[family.Id]));
        Assert.Equal([hers.Number], await host.Reads(db => db.SearchWords.Where(w => w.SubjectId == hers.Id).Select(w => w.Word).ToListAsync()));
        Assert.Equal("Дина", (await host.Reads(db => db.Persons.SingleAsync(p => p.Id == sister.Id))).Name);
        await supervisor.Posts(Routes.Erasures, new EraseRequest(sister.Id, null)).Refuses(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Is_also_in_the_visits_that_a_referral_of_the_call_made_and_in_what_was_warned_of_her_telephone()
    {
        await using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn();
        await using var gulnar = await host.SignIn("social1");
        await using var supervisor = await host.SignIn("supervisor1");
        var call = await host.Talked(aigul);
        var id = (await aigul.Sends(Referring.Form(call, receiver: "social1"))).Card.Id;
        await gulnar.Moves(id, new("Accepted", Responsible: "Гүлнар Омарова"));
        var dates = new SeriesDates(DateOnly.FromDateTime(host.Now()).AddDays(1), new(10, 0), 60, 1, "Weeks", [], null, 2);
        await gulnar.Makes<SeriesCard>(Routes.VisitSeriesList, new NewSeries(null, null, null, "center", dates, ReferralId: id, Address: "Абай 5"));
        foreach (var visit in await host.Reads(db => db.Visits.Select(v => v.Id).ToListAsync()))
            await gulnar.Changes<VisitFormCard>(Routes.VisitForm(visit), new VisitFormChange(VisitFields.Empty with { Health = "a cough" }));
        await aigul.Makes<AlertCard>(Routes.ContactAlerts(call), new NewAlert("Осторожно", host.Now().AddDays(1)));
        var person = await aigul.WritesDown(Caseworking.Aliya, call);
        // Over, but for the visits.
        await host.Reads(db => db.Referrals.ExecuteUpdateAsync(r => r.SetProperty(x => x.EndedAt, host.Now())));
        await supervisor.Posts(Routes.Erasures, new EraseRequest(person.Id, null)).Refuses(HttpStatusCode.Conflict);
        foreach (var visit in await host.Reads(db => db.Visits.Select(v => v.Id).ToListAsync())) await gulnar.Makes<VisitCard>(Routes.CancelVisit(visit), new VisitCancelled("other"));

        var proof = await supervisor.Makes<ErasureCard>(Routes.Erasures, new EraseRequest(person.Id, null));

        Assert.Equal(1, proof.Counts["callers"]);
        Assert.Equal((0, 0, 0), await host.Reads(async db => (await db.VisitRecords.CountAsync(), await db.Alerts.CountAsync(), await db.CallerMemories.CountAsync())));
        Assert.Equal((0, 0), await host.Reads(async db => (await db.Visits.CountAsync(v => v.SealedAddress != null), await db.VisitSeries.CountAsync(s => s.SealedAddress != null))));
    }

    /// <summary>Every text that any table holds.</summary>
    private static Task<string> Everything(HelplineHost host) => host.Reads(async db =>
    {
        var connection = db.Database.GetDbConnection();
        await connection.OpenAsync();
        var text = new StringBuilder();
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()).OfType<string>().Distinct())
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
                for (var column = 0; column < rows.FieldCount; column++) text.Append(rows.GetValue(column)).Append(' ');
        }
        return text.ToString();
    });

    private static Referral Sent(Person person) => new()
    {
        Id = Guid.CreateVersion7(),
        Number = "20261102-0001",
        PersonId = person.Id,
        Sender = "counselor1",
        CreatedAt = person.CreatedAt,
        OrganizationName = "Үміт",
        ServiceKind = "social_legal",
        Urgency = "routine",
        SealedReason = "k:sealed",
        SealedForPartner = "k:sealed",
        SealedReach = "k:sealed",
        Area = "Алматы",
    };

    [Theory]
    [InlineData("counselor1", 403), InlineData("social1", 403), InlineData("auditor1", 403), InlineData("supervisor1", 400)]
    public async Task Is_not_by_everybody_nor_without_a_number(string userName, int status)
    {
        await using var host = HelplineHost.Start();
        await using var somebody = await host.SignIn(userName);
        using var answer = await somebody.Posts(Routes.Erasures, new EraseRequest(null, "12"));
        Assert.Equal(status, (int)answer.StatusCode);
    }
}
