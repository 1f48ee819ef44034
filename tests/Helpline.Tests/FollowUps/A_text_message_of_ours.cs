using System.Net;
using Helpline.Contracts;
using Helpline.Contracts.FollowUps;
using Helpline.Domain.Casework;
using Helpline.Domain.FollowUps;
using Helpline.Domain.Messages;
using Helpline.Domain.Persons;
using Helpline.Server.Privacy;
using Helpline.Server.Telephony;
using Helpline.Tests.Data;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Tests.FollowUps;

public class A_text_message_of_ours
{
    [Fact]
    public async Task Goes_out_by_itself_in_neutral_words_and_is_reached_when_it_arrives()
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.SignIn("counselor3");
        var person = await Known(host, maySms: true);
        var planned = await marina.Plans(new NewFollowUp("Sms", "support", "low", PersonId: person, DueAt: host.Now().AddHours(1)));
        await host.ItIs(planned.DueAt, planned.Id);
        await host.Until(async () => (await marina.Reads(planned.Id)).FollowUp.State == "Reached", "the message to arrive");
        var text = Assert.Single(host.Exchange.Phone(FollowingUp.Number).Texts);
        Assert.Equal("Здравствуйте! Перезвоните, пожалуйста, когда вам будет удобно.", text.Body);
        Assert.Equal(MessageState.Delivered, await host.Reads(db => db.TextMessages.Select(m => m.State).SingleAsync()));
        var kept = await host.Reads(db => db.LineCommands.Where(c => c.Kind == LineCommandKind.Text).Select(c => c.Leg + c.Path + c.Result).SingleAsync());
        Assert.DoesNotContain("7010000001", kept, StringComparison.Ordinal);
        Assert.Empty(host.Exchange.Journal.Errors);
    }

    [Fact]
    public async Task Is_sent_to_nobody_who_did_not_ask_for_it()
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.SignIn("counselor3");
        var person = await Known(host, maySms: false);
        var refused = await marina.Posts(Routes.FollowUps, new NewFollowUp("Sms", "support", "low", PersonId: person));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("\"kind\"", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_sent_to_nobody_who_has_taken_her_word_back()
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.SignIn("counselor3");
        var person = await Known(host, maySms: true);
        var planned = await marina.Plans(new NewFollowUp("Sms", "support", "low", PersonId: person, DueAt: host.Now().AddHours(1)));
        await host.Reads(async db =>
        {
            var row = await db.Persons.SingleAsync();
            row.SafeContact = row.SafeContact with { MaySms = false };
            return await db.SaveChangesAsync();
        });
        await host.ItIs(planned.DueAt, planned.Id);
        Assert.Equal("Cancelled", (await marina.Reads(planned.Id)).FollowUp.State);
        Assert.Empty(host.Exchange.Phone(FollowingUp.Number).Texts);
    }

    [Fact]
    public async Task That_does_not_arrive_is_a_try_and_goes_out_again_at_another_time()
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.SignIn("counselor3");
        host.Exchange.Phone(FollowingUp.Number).IsSwitchedOff();
        var person = await Known(host, maySms: true);
        var planned = await marina.Plans(new NewFollowUp("Sms", "support", "low", PersonId: person, DueAt: host.Now().AddHours(1)));
        await host.ItIs(planned.DueAt, planned.Id);
        await host.Until(async () => (await marina.Reads(planned.Id)).FollowUp.State == "Attempted", "the message to fail");
        var tried = await marina.Reads(planned.Id);
        Assert.Equal((1, "NumberOff"), (tried.FollowUp.Attempts, tried.Attempts[0].Result));
        Assert.Equal("30003", await host.Reads(db => db.TextMessages.Select(m => m.Error).SingleAsync()));
        Assert.True(tried.FollowUp.DueAt >= planned.DueAt.AddHours(4));
    }

    [Fact]
    public async Task Is_told_of_twice_and_counts_once_and_nobody_but_the_provider_may_tell()
    {
        using var host = HelplineHost.StartWithProviderAway();
        var provider = host.Provider();
        var followUp = Made.FollowUp(host.Now(), kind: FollowUpKind.Sms);
        followUp.ComeDue(host.Now());
        var message = TextMessage.Write(followUp.Id, "ru", host.Now());
        await host.Reads(db =>
        {
            db.AddRange(followUp, message);
            return db.SaveChangesAsync();
        });
        var address = $"/messages/status?message={message.Id:N}";
        using var stranger = await host.Http().PostAsync(address, new FormUrlEncodedContent([new("MessageSid", "SM1"), new("MessageStatus", "delivered")]), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, stranger.StatusCode);
        foreach (var status in new[] { "sent", "undelivered", "undelivered", "sent", "delivered" })
            await provider.Posts(address, ("MessageSid", "SM1"), ("MessageStatus", status));
        Assert.Equal(1, await host.Reads(db => db.FollowUpAttempts.CountAsync()));
        Assert.Equal(MessageState.Failed, await host.Reads(db => db.TextMessages.Select(m => m.State).SingleAsync()));
    }

    [Fact]
    public async Task Is_not_sent_in_the_night_when_the_server_was_away_at_its_time()
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.SignIn("counselor3");
        var person = await Known(host, maySms: true);
        var planned = await marina.Plans(new NewFollowUp("Sms", "support", "low", PersonId: person, DueAt: host.Now().AddHours(1)));
        // 23:00 in Almaty.
        await host.ItIs(new DateTime(2026, 11, 2, 18, 0, 0, DateTimeKind.Utc), planned.Id);
        Assert.Equal(("Scheduled", new DateTime(2026, 11, 3, 3, 0, 0, DateTimeKind.Utc)), (await marina.Reads(planned.Id)).FollowUp is var card ? (card.State, card.DueAt) : default);
        Assert.Equal(0, await host.Reads(db => db.TextMessages.CountAsync()));
    }

    /// <summary>Somebody whom the counselor knows, who speaks Russian.</summary>
    private static async Task<Guid> Known(HelplineHost host, bool maySms)
    {
        var id = Guid.CreateVersion7();
        var phone = host.Services.GetRequiredService<Vault>().Seal(FollowingUp.Number, $"Persons|SealedPhone|{id:N}");
        var person = Made.Person(host.Now(), new SafeContact(true, null, null, null, null, false, maySms), phone, id);
        person.Language = "ru";
        await host.Reads(db =>
        {
            db.AddRange(person, new Grant { UserName = "counselor3", Subject = Subject.Person, SubjectId = id, Ground = GrantGround.Own, SortAt = host.Now() });
            return db.SaveChangesAsync();
        });
        return id;
    }
}
