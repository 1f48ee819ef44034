using System.Net;
using Helpline.Contracts;
using Helpline.Contracts.Calls;
using Helpline.Contracts.Persons;
using Helpline.Domain.Audit;
using Helpline.Domain.Casework;
using Helpline.Domain.Contacts;
using Helpline.Domain.Persons;
using Helpline.Tests.Cases;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Notes;

public class A_caller_who_calls_again
{
    [Fact]
    public async Task Is_known_by_an_alias_and_of_what_was_before_each_sees_only_what_is_hers()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        var first = await aigul.TalksIn(host);
        await aigul.Writes(first, new NoteChange(null, "counseling", ["service_kinds.social_legal"], "low", "first", null));
        await aigul.Finishes(first);
        var other = await aigul.TalksIn(host, "+77010000002");
        await aigul.Finishes(other, "silent");
        var second = await aigul.TalksIn(host);
        await aigul.Finishes(second, "counseling");
        await aigul.Says("Break");
        await using var dana = await host.Available("counselor2");
        var third = await dana.TalksIn(host);

        var seen = await dana.Gets<EarlierContacts>(Routes.EarlierContacts(third));
        Assert.Equal((2, 5), (seen.Count, seen.Alias!.Length));
        Assert.Empty(seen.Contacts);
        Assert.Equal(HttpStatusCode.NotFound, (await aigul.Opens(Routes.EarlierContacts(third))).StatusCode);
        var hers = await aigul.Gets<EarlierContacts>(Routes.EarlierContacts(second));
        Assert.Equal(seen.Alias, hers.Alias);
        var known = Assert.Single(hers.Contacts);
        Assert.Equal((first, "Call", "counselor1", true, "low", "service_kinds.social_legal"), (known.Id, known.Channel, known.Counselor, known.HasNote, known.Risk, known.Topics.Single()));

        await using var erlan = await host.SignIn("supervisor1");
        Assert.Equal([second, first], (await erlan.Gets<EarlierContacts>(Routes.EarlierContacts(third))).Contacts.Select(c => c.Id));
    }

    [Fact]
    public async Task Shows_that_there_was_a_talk_and_not_what_of_where_the_note_is_not_shared()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        var first = await aigul.TalksIn(host);
        await aigul.Writes(first, new NoteChange(null, "counseling", ["service_kinds.social_legal"], "low", "first", null));
        await aigul.Finishes(first);
        await aigul.Says("Break");
        await using var dana = await host.Available("counselor2");
        var second = await dana.TalksIn(host);
        await host.Holds(new Grant { UserName = "counselor2", Subject = Subject.Contact, SubjectId = first, Ground = GrantGround.Shared, SortAt = host.Clock.GetUtcNow().UtcDateTime });
        var known = Assert.Single((await dana.Gets<EarlierContacts>(Routes.EarlierContacts(second))).Contacts);
        Assert.Equal((false, null, 0), (known.HasNote, known.Risk, known.Topics.Count));
    }

    [Fact]
    public async Task Comes_with_the_alerts_in_force_into_the_next_talk_and_that_they_were_seen_is_written_down()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        var first = await aigul.TalksIn(host);
        var now = host.Clock.GetUtcNow().UtcDateTime;
        await aigul.Makes<AlertCard>(Routes.ContactAlerts(first), new NewAlert("The husband may listen in", now.AddDays(9)));
        await aigul.Finishes(first, "counseling");
        await aigul.Says("Break");
        var over = await host.Reads(db => db.Contacts.Where(c => c.Id == first).Select(c => new { c.CallerHash }).SingleAsync());
        await host.Holds(new Alert { Id = Guid.CreateVersion7(), CallerHash = over.CallerHash, SealedText = "k:over", By = "counselor1", At = now.AddDays(-9), Until = now.AddDays(-1) });
        await using var dana = await host.Available("counselor2");
        var second = await dana.TalksIn(host);

        Assert.Equal("The husband may listen in", Assert.Single((await dana.Gets<EarlierContacts>(Routes.EarlierContacts(second))).Alerts).Text);
        var look = await host.Reads(db => db.AuditTrail.SingleAsync(a => a.Actor == "counselor2" && a.What == "alert"));
        Assert.Equal((AuditAction.Read, Subject.Contact, second, "care"), (look.Action, look.Subject, look.SubjectId, look.Reason));
        Assert.Equal(HttpStatusCode.NotFound, (await aigul.Opens(Routes.EarlierContacts(second))).StatusCode);
    }

    [Fact]
    public async Task Has_the_alerts_also_when_nothing_is_left_of_the_talks_before()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        var only = await aigul.TalksIn(host);
        await aigul.Makes<AlertCard>(Routes.ContactAlerts(only), new NewAlert("Ask for the code word", host.Clock.GetUtcNow().UtcDateTime.AddDays(9)));
        var known = await aigul.Gets<EarlierContacts>(Routes.EarlierContacts(only));
        Assert.Equal((0, "Ask for the code word"), (known.Count, Assert.Single(known.Alerts).Text));
    }

    [Fact]
    public async Task Or_who_came_in_person_has_a_note_of_whoever_answers_for_the_contact()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn();
        await using var dana = await host.SignIn("counselor2");
        var contact = new Contact { Id = Guid.CreateVersion7(), Number = "20261102-0001", Channel = Channel.WalkIn, StartedAt = host.Clock.GetUtcNow().UtcDateTime, Counselor = "counselor1" };
        await host.Holds(contact, new Grant { UserName = "counselor1", Subject = Subject.Contact, SubjectId = contact.Id, Ground = GrantGround.Own, Notes = true, SortAt = contact.StartedAt });
        Assert.Equal(HttpStatusCode.NotFound, (await aigul.Opens(Routes.Note(contact.Id))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await dana.Puts(Routes.Note(contact.Id), new NoteChange(0, null, null, null, "not hers", null))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await dana.Puts(Routes.Note(Guid.NewGuid()), new NoteChange(0, null, null, null, "of nobody", null))).StatusCode);

        var note = await aigul.Writes(contact.Id, new NoteChange(0, null, null, null, "came at noon", null));
        Assert.Equal(("counselor1", "came at noon"), (note.Author, note.Summary));
        Assert.Equal(HttpStatusCode.OK, (await aigul.Posts(Routes.FinishNote(contact.Id))).StatusCode);
    }
}
