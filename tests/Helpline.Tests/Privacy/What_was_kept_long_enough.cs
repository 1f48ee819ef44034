using Helpline.Contracts;
using Helpline.Contracts.Calls;
using Helpline.Domain.Cases;
using Helpline.Domain.Casework;
using Helpline.Domain.FollowUps;
using Helpline.Domain.Persons;
using Helpline.Domain.Privacy;
using Helpline.Domain.Referrals;
using Helpline.Domain.Visits;
using Helpline.Server.Data;
using Helpline.Server.Privacy;
using Helpline.Tests.Data;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Helpline.Tests.Privacy;

public class What_was_kept_long_enough
{
    private static readonly RetentionRules Rules = new(Summaries: 30, Numbers: 10, Recordings: 5, Voicemails: 5, Callers: 20, Casework: 30, Persons: 50, Alerts: 3, Audit: 40);

    [Fact]
    public async Task Is_gone_each_kind_after_its_days_and_the_codes_stay()
    {
        await using var host = HelplineHost.Start();
        var call = await Talk(host);
        await Night(host, after: 9);
        Assert.Equal((true, true, 3), await Left(host, call));
        await Night(host, after: 11);
        Assert.Equal((false, true, 1), await Left(host, call));
        await Night(host, after: 31);
        Assert.Equal((false, false, 1), await Left(host, call));
        var note = await host.Reads(db => db.Notes.SingleAsync(n => n.CallId == call));
        Assert.Equal("counseling", note.Kind);
        Assert.Empty(await host.Reads(db => db.CallerMemories.ToListAsync()));
        Assert.NotEmpty(await host.Reads(db => db.Contacts.Where(c => c.Id == call).ToListAsync()));
        await Night(host, after: 31);
    }

    [Fact]
    public async Task Stays_while_an_open_case_holds_it()
    {
        await using var host = HelplineHost.Start();
        var call = await Talk(host);
        var opened = new Case { Id = Guid.CreateVersion7(), Number = "20261102-0001", Title = "Held", Owner = "counselor1", Risk = "low", OpenedAt = Now(host), TouchedAt = Now(host) };
        await Writes(host, async db =>
        {
            db.Cases.Add(opened);
            (await db.Contacts.FindAsync(call))!.CaseId = opened.Id;
        });
        await Night(host, after: 60);
        Assert.Equal((true, true, 3), await Left(host, call));
        await Writes(host, async db => (await db.Cases.FindAsync(opened.Id))!.Close("done", Now(host)));
        await Night(host, after: 60);
        Assert.Equal((false, false, 1), await Left(host, call));
    }

    [Fact]
    public async Task Stays_while_somebody_still_owes_the_caller_something()
    {
        await using var host = HelplineHost.Start();
        var caller = host.Caller("+77010000009");
        await caller.Ring();
        await caller.HangsUp();
        await host.Until(() => host.Reads(db => db.MissedCalls.AnyAsync()), "a missed call");
        var call = await host.Reads(db => db.MissedCalls.Select(m => m.CallId).SingleAsync());
        await Night(host, after: 60);
        Assert.NotNull((await host.Reads(db => db.Calls.SingleAsync(c => c.Id == call))).NumberHash);
        await Writes(host, async db => (await db.MissedCalls.FindAsync(call))!.Close("NothingToDo", Now(host)));
        await Night(host, after: 60);
        Assert.Null((await host.Reads(db => db.Calls.SingleAsync(c => c.Id == call))).NumberHash);
    }

    [Fact]
    public async Task Is_not_told_by_when_the_number_of_a_later_call_had_rung()
    {
        await using var host = HelplineHost.Start();
        var first = await Talk(host);
        host.LeapsTo(Now(host).AddDays(8));
        var (second, third) = (await Talk(host), await Talk(host));
        var (of, then) = (await Rang(host), await host.Reads(db => db.Calls.ToDictionaryAsync(c => c.Id, c => (DateTime?)c.ArrivedAt)));
        Assert.Equal([(null, null), (then[first], null), (then[second], then[first])], new[] { first, second, third }.Select(c => of[c]));

        await Night(host, after: 3);

        of = await Rang(host);
        Assert.Equal([(null, null), (null, null), (then[second], null)], new[] { first, second, third }.Select(c => of[c]));

        await Night(host, after: 11);
        Assert.All((await Rang(host)).Values, rang => Assert.Equal((null, null), rang));
    }

    [Fact]
    public async Task Is_gone_of_work_that_ended_and_stays_of_work_that_goes_on()
    {
        await using var host = HelplineHost.Start();
        var (over, open) = (Made.Referral(Now(host), ReferralState.Completed), Made.Referral(Now(host), ReferralState.Completed, number: "20261102-0002"));
        Assert.True(over.Move(new(ReferralEvent.Reviewed, "counselor1"), Now(host)));
        var (gone, ahead) = (Made.Visit(Now(host)), Made.Visit(Now(host), number: "20261102-0002"));
        Assert.True(gone.Cancel("moved", Now(host)));
        var (ended, due) = (Made.FollowUp(Now(host)), Made.FollowUp(Now(host)));
        ended.Cancel("not_needed", Now(host));
        await Writes(host, db =>
        {
            db.AddRange(over, open, gone, ahead, Record(gone, host), Record(ahead, host), ended, due, Attempt(ended, host), Attempt(due, host));
            return Task.CompletedTask;
        });
        await Night(host, after: 29);
        Assert.Equal((2, 2, 2), await Written(host));
        await Night(host, after: 31);
        Assert.Equal((1, 1, 1), await Written(host));
        Assert.Equal([open.Id], await host.Reads(db => db.Referrals.Where(r => r.SealedReason != "").Select(r => r.Id).ToListAsync()));
        Assert.Equal([ahead.Id], await host.Reads(db => db.VisitRecords.Select(r => r.VisitId).ToListAsync()));
    }

    [Fact]
    public async Task Is_gone_of_the_address_of_a_series_after_its_last_visit()
    {
        await using var host = HelplineHost.Start();
        var (over, ahead) = (Made.Series(Now(host), address: "k:sealed"), Made.Series(Now(host), address: "k:sealed"));
        var last = Made.Visit(Now(host), seriesId: over.Id);
        Assert.True(last.Cancel("moved", Now(host)));
        await Writes(host, db =>
        {
            db.AddRange(over, ahead, last, Made.Visit(Now(host), seriesId: ahead.Id, number: "20261102-0002"));
            return Task.CompletedTask;
        });
        await Night(host, after: 29);
        Assert.Equal(2, await host.Reads(db => db.VisitSeries.CountAsync(s => s.SealedAddress != null)));
        await Night(host, after: 31);
        Assert.Equal([ahead.Id], await host.Reads(db => db.VisitSeries.Where(s => s.SealedAddress != null).Select(s => s.Id).ToListAsync()));
    }

    [Fact]
    public async Task Is_gone_of_a_person_of_whom_nothing_was_heard_and_stays_while_something_is_to_be_done_for_her()
    {
        await using var host = HelplineHost.Start();
        var (quiet, cared) = (Made.Person(Now(host)), Made.Person(Now(host), number: "20261102-0002"));
        (quiet.Name, quiet.SealedAddress, quiet.SealedPhone, quiet.PhoneHash) = ("Айжан", "k:sealed", "k:sealed", "hash");
        var (closed, open) = (Of(quiet, "20261102-0001"), Of(cared, "20261102-0002"));
        Assert.True(closed.Close("done", Now(host)));
        await Writes(host, db =>
        {
            db.AddRange(quiet, cared, closed, open);
            db.AddRange(new[] { ("айжан", Subject.Person, quiet.Id), (quiet.Number, Subject.Person, quiet.Id), ("айжанның", Subject.Case, closed.Id) }
                .Select(w => new SearchWord { Word = w.Item1, Subject = w.Item2, SubjectId = w.Id }));
            return Task.CompletedTask;
        });
        await Night(host, after: 49);
        Assert.Equal(["Айжан", "Person"], await Names(host));
        await Night(host, after: 51);
        Assert.Equal(["—", "Person"], await Names(host));
        var left = await host.Reads(db => db.Persons.SingleAsync(p => p.Id == quiet.Id));
        Assert.Equal((null, null, null), (left.SealedAddress, left.SealedPhone, left.PhoneHash));
        Assert.Equal(["—", "Айжанның ісі"], await host.Reads(db => db.Cases.OrderBy(c => c.Number).Select(c => c.Title).ToListAsync()));
        Assert.Equal([quiet.Number], await host.Reads(db => db.SearchWords.Where(w => w.SubjectId == quiet.Id || w.SubjectId == closed.Id).Select(w => w.Word).ToListAsync()));
        await Night(host, after: 51);

        Case Of(Person person, string number) => new()
        {
            Id = Guid.CreateVersion7(),
            Number = number,
            Title = "Айжанның ісі",
            PersonId = person.Id,
            Owner = "counselor1",
            Risk = "low",
            OpenedAt = Now(host),
            TouchedAt = Now(host),
        };

        static async Task<IEnumerable<string>> Names(HelplineHost host) => (await host.Reads(db => db.Persons.Select(p => p.Name).ToListAsync())).OrderBy(name => name.Length);
    }

    [Fact]
    public async Task Is_gone_of_an_alert_that_ended()
    {
        await using var host = HelplineHost.Start();
        await Writes(host, db =>
        {
            foreach (var days in new[] { 1, 9 })
                db.Alerts.Add(new() { Id = Guid.CreateVersion7(), CallerHash = "hash", SealedText = "k:sealed", By = "counselor1", At = Now(host), Until = Now(host).AddDays(days) });
            return Task.CompletedTask;
        });
        await Night(host, after: 3);
        Assert.Equal(2, await host.Reads(db => db.Alerts.CountAsync()));
        await Night(host, after: 5);
        Assert.Equal(1, await host.Reads(db => db.Alerts.CountAsync()));
    }

    private static Task<Dictionary<Guid, (DateTime? At, DateTime? BeforeThat)>> Rang(HelplineHost host) =>
        host.Reads(db => db.Calls.ToDictionaryAsync(c => c.Id, c => (c.RangAt, c.RangBeforeThatAt)));

    private static VisitRecord Record(Visit visit, HelplineHost host) =>
        new() { VisitId = visit.Id, Author = visit.Worker, SealedForm = "k1:sealed", Shape = VisitForm.Shape, SavedAt = Now(host) };

    private static FollowUpAttempt Attempt(FollowUp followUp, HelplineHost host) =>
        new() { Id = Guid.CreateVersion7(), FollowUpId = followUp.Id, At = Now(host), By = "counselor1", Result = AttemptResult.NoAnswer, Counts = true, SealedNote = "k1:sealed" };

    private static Task<(int Referrals, int Visits, int Attempts)> Written(HelplineHost host) => host.Reads(async db =>
        (await db.Referrals.CountAsync(r => r.SealedReason != ""), await db.VisitRecords.CountAsync(), await db.FollowUpAttempts.CountAsync(a => a.SealedNote != null)));

    private static async Task<Guid> Talk(HelplineHost host)
    {
        await using var aigul = await host.Available();
        var caller = host.Caller();
        await caller.Ring();
        await caller.Presses("1");
        var call = (await aigul.Accepts(await aigul.IsOffered())).CallId;
        await caller.IsTalkingTo("counselor1");
        using var saved = await aigul.Puts(Routes.Note(call), new NoteChange(null, "counseling", null, null, "What was said", null));
        using var finished = await aigul.Posts(Routes.Finish(call));
        Assert.True(saved.IsSuccessStatusCode && finished.IsSuccessStatusCode);
        await aigul.SeesState(call, "Done");
        return call;
    }

    /// <summary>The job of the night so many days later; nobody else's clock goes on so far.</summary>
    private static Task Night(HelplineHost host, int after) =>
        new RetentionJob(host.Services.GetRequiredService<Transactions>(), Rules, new FakeTimeProvider(host.Clock.GetUtcNow().AddDays(after)), NullLogger<RetentionJob>.Instance)
            .Run(TestContext.Current.CancellationToken);

    /// <summary>Whether its number, hash and alias are there; whether the text is; how many words find it.</summary>
    private static Task<(bool Number, bool Text, int Words)> Left(HelplineHost host, Guid call) => host.Reads(async db =>
    {
        var (row, contact, note) = (await db.Calls.SingleAsync(c => c.Id == call), await db.Contacts.SingleAsync(c => c.Id == call), await db.Notes.SingleAsync(n => n.CallId == call));
        Assert.Equal(row.NumberHash is null, contact.CallerHash is null);
        Assert.Equal(row.SealedNumber is null, contact.Alias is null);
        return (row.NumberHash is not null, note.SealedSummary is not null, await db.SearchWords.CountAsync(w => w.Subject == Subject.Contact && w.SubjectId == call));
    });

    private static DateTime Now(HelplineHost host) => host.Clock.GetUtcNow().UtcDateTime;

    private static Task Writes(HelplineHost host, Func<HelplineDb, Task> write) => host.Services.GetRequiredService<Transactions>().Run(async db =>
    {
        await write(db);
        return await db.SaveChangesAsync();
    });
}
