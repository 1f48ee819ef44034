using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpline.Contracts;
using Helpline.Contracts.Calls;
using Helpline.Contracts.Catalog;
using Helpline.Contracts.FollowUps;
using Helpline.Contracts.Organizations;
using Helpline.Contracts.Privacy;
using Helpline.Tests.Organizations;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Cases;

/// <summary>The answer was lost, and the client sends the command again under the same key.</summary>
public class A_command_that_is_sent_again
{
    private sealed record Command(Counselor By, HttpMethod Method, string Address, object Body);

    [Theory]
    [InlineData("note"), InlineData("addendum"), InlineData("follow-up"), InlineData("end of a follow-up"), InlineData("erasure")]
    [InlineData("catalog item"), InlineData("catalog change"), InlineData("organization")]
    public async Task Is_refused_again_when_it_was_refused_and_writes_nothing(string what)
    {
        await using var host = HelplineHost.Start();
        var command = await Made(host, what, refused: true);
        using var first = await Sent(command);
        var before = await State(host);
        using var second = await Sent(command);
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (first.StatusCode, second.StatusCode));
        Assert.Equal(before, await State(host));
    }

    [Theory]
    [InlineData("note"), InlineData("addendum"), InlineData("follow-up"), InlineData("end of a follow-up"), InlineData("erasure")]
    [InlineData("catalog item"), InlineData("catalog change"), InlineData("organization")]
    public async Task Is_done_once_and_answered_alike_when_it_was_done(string what)
    {
        await using var host = HelplineHost.Start();
        var command = await Made(host, what, refused: false);
        using var first = await Sent(command);
        // Another of the same kind in between is not taken for it.
        using var other = what == "erasure" ? await command.By.Posts(Routes.Erasures, new EraseRequest(null, "8 701 000 00 99")) : null;
        var before = await State(host);
        using var second = await Sent(command);
        Assert.True(first.IsSuccessStatusCode, await Text(first));
        Assert.Equal((first.StatusCode, await Text(first)), (second.StatusCode, await Text(second)));
        Assert.Equal(before, await State(host));
    }

    private static async Task<Command> Made(HelplineHost host, string what, bool refused)
    {
        var by = await host.SignIn(what is "erasure" or "organization" ? "supervisor1" : what.StartsWith("catalog", StringComparison.Ordinal) ? "admin" : "counselor1");
        return what switch
        {
            "note" => await Note(by, refused),
            "addendum" => await Addendum(by, refused),
            "follow-up" => await FollowUp(by, refused),
            "end of a follow-up" => await End(by, refused),
            "erasure" => await Erasure(by, refused),
            "organization" => await Organization(by, refused),
            "catalog item" => new(by, HttpMethod.Post, Routes.CatalogListOf("case_close_reasons"), new NewCatalogItem(refused ? "other" : "court", Item(0))),
            _ => new(by, HttpMethod.Put, Routes.CatalogItemOf("case_close_reasons", "other"), Item(refused ? 7 : 0)),
        };
    }

    private static async Task<Command> Note(Counselor by, bool refused)
    {
        var contact = await by.MeetsSomebody();
        var note = await by.Writes(contact.Id, Texts("What another window wrote"));
        return new(by, HttpMethod.Put, Routes.Note(contact.Id), Texts("What she typed") with { Version = note.Version - (refused ? 1 : 0) });
    }

    private static async Task<Command> Addendum(Counselor by, bool refused)
    {
        var contact = await by.MeetsSomebody();
        await by.Writes(contact.Id, Texts("What was said"));
        if (!refused) (await by.Posts(Routes.FinishNote(contact.Id))).EnsureSuccessStatusCode();
        return new(by, HttpMethod.Post, Routes.Addenda(contact.Id), new NewAddendum("And one thing more"));
    }

    private static async Task<Command> FollowUp(Counselor by, bool refused)
    {
        var wish = new NewFollowUp("Call", "after_risk", "medium", ContactId: (await by.MeetsSomebody()).Id, MayCall: true);
        if (refused) await by.Makes<FollowUpCard>(Routes.FollowUps, wish);
        return new(by, HttpMethod.Post, Routes.FollowUps, wish);
    }

    private static async Task<Command> End(Counselor by, bool refused)
    {
        var planned = await by.Makes<FollowUpCard>(Routes.FollowUps, new NewFollowUp("Call", "after_risk", "medium", ContactId: (await by.MeetsSomebody()).Id, MayCall: true));
        return new(by, HttpMethod.Post, Routes.CancelFollowUp(planned.Id), new CancelFollowUp("not_needed", planned.Version - (refused ? 1 : 0)));
    }

    private static async Task<Command> Erasure(Counselor by, bool refused)
    {
        var person = await by.WritesDown(Caseworking.Aliya);
        if (refused) await by.OpensACase(person: person.Id);
        return new(by, HttpMethod.Post, Routes.Erasures, new EraseRequest(person.Id, null));
    }

    private static async Task<Command> Organization(Counselor by, bool refused)
    {
        var card = await by.Makes<OrganizationCard>(Routes.Directory, Cards.New("Legal aid"));
        return new(by, HttpMethod.Put, Routes.Organization(card.Id), Cards.Of(card) with { Name = "Free legal aid", Version = card.Version - (refused ? 1 : 0) });
    }

    private static NoteChange Texts(string summary) => new(null, "counseling", null, "low", summary, null);

    private static CatalogItemChange Item(long version) => new(new("Сот шешімі", "Решение суда", "Court decision"), new("Сот", "Суд", "Court"), 9, null, null, null, version);

    private static async Task<HttpResponseMessage> Sent(Command command)
    {
        var request = new HttpRequestMessage(command.Method, command.Address) { Content = JsonContent.Create(command.Body) };
        request.Headers.Add("Idempotency-Key", "the-same");
        return await command.By.Http.SendAsync(request);
    }

    private static Task<string> Text(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync();

    /// <summary>All that a command sent twice might have changed twice.</summary>
    private static Task<string> State(HelplineHost host) => host.Reads(async db => JsonSerializer.Serialize(new
    {
        Keys = await db.Inbox.CountAsync(),
        Notes = await db.Notes.Select(n => n.Version).ToListAsync(),
        Addenda = await db.NoteAddenda.CountAsync(),
        FollowUps = await db.FollowUps.Select(f => f.Version).ToListAsync(),
        Erasures = await db.Erasures.CountAsync(),
        Catalog = await db.CatalogEdits.Select(e => e.Version).ToListAsync(),
        Organizations = await db.Organizations.Select(o => o.Version).ToListAsync(),
        History = await db.History.CountAsync(),
    }));
}
