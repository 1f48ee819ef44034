using CsCheck;
using Helpline.Domain.Calls;
using Helpline.Domain.Contacts;
using Helpline.Domain.Metrics;
using Helpline.Domain.Notes;
using Helpline.Domain.Offers;
using Helpline.Server.Calls;
using Helpline.Server.Data;
using Helpline.Server.Metrics;
using Helpline.Tests.Data;
using Helpline.Tests.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Metrics;

public class Hours_that_are_rolled_up
{
    private static readonly string[] Codes = ["", "adult", "almaty_region", "high"];
    private static readonly ServicePromise Promise = new();

    [Fact]
    public async Task Say_what_the_ledger_says_after_any_run_of_the_line()
    {
        await using var database = await DeskOfTheModel.Database(1);
        await using var transactions = new SqliteTransactions(database);
        using var job = new RollUpJob(database, transactions, database.Clock);
        var (times, looked) = (0, 0);
        LineSpec.Of(1).Conform(() => Start(database), (desk, step) =>
        {
            if (desk.Follow(step) is { } wrong) return wrong;
            // A quarter of an hour goes by a stride; the job comes when it comes.
            if (step.Action != LineSpec.Time || times++ % 3 != 0) return null;
            if (looked++ % 2 == 0) job.Run(CancellationToken.None).GetAwaiter().GetResult();
            return Differs(database).GetAwaiter().GetResult();
        }, null, minSteps: 20, maxSteps: 40, iter: 12, threads: 1);
        Assert.True(looked > 10, $"Looked only {looked} times.");
    }

    [Fact]
    public async Task Know_what_is_written_of_a_contact_days_later_and_are_the_same_when_rolled_up_again()
    {
        await using var database = await TestDatabase.Create("Sqlite");
        await using var transactions = new SqliteTransactions(database);
        using var job = new RollUpJob(database, transactions, database.Clock);
        var contact = Made.Contact(database.Now);
        await database.Holds(contact);
        database.Clock.Advance(TimeSpan.FromDays(2));
        await job.Run(CancellationToken.None);
        Assert.Equal([("", 1)], await Topics(database, contact));

        await database.Holds(new Note { CallId = contact.Id, Author = "counselor1", CreatedAt = database.Now, SavedAt = database.Now, Topics = ["target_groups.orphan", "service_kinds.social_legal", "service_kinds.social_labor"] });
        Assert.Equal([("social_labor", 1), ("social_legal", 1)], await Topics(database, contact));
        await job.Run(CancellationToken.None);
        var once = await Stored(database);
        await job.Run(CancellationToken.None);

        Assert.Equal([("social_labor", 1), ("social_legal", 1)], await Topics(database, contact));
        Assert.Equal(once, await Stored(database));
        Assert.Contains("TargetGroup:orphan=1", once);
    }

    [Fact]
    public async Task Take_in_a_contact_that_is_entered_late_also_before_the_first_call()
    {
        await using var database = await TestDatabase.Create("Sqlite");
        await using var transactions = new SqliteTransactions(database);
        using var job = new RollUpJob(database, transactions, database.Clock);
        await database.Holds(Made.Contact(database.Now));
        await job.Run(CancellationToken.None);
        var earlier = database.Now.AddDays(-40);

        await database.Holds(new Contact { Id = Guid.CreateVersion7(), Number = "20260923-0001", Channel = Channel.WalkIn, StartedAt = earlier, EnteredLateAt = database.Now });
        await job.Run(CancellationToken.None);

        var read = await Measured(database, MeasuredHours.HourOf(earlier), database.Now.AddHours(1));
        Assert.Equal(2, read.Hours.Sum(h => h.Contacts));
    }

    [Fact]
    public async Task Stay_as_they_are_when_the_organization_promises_something_else_and_are_judged_by_it_at_once()
    {
        await using var database = await TestDatabase.Create("Sqlite");
        await using var transactions = new SqliteTransactions(database);
        var (call, hour) = (Made.Call(CallState.Waiting, database.Now), MeasuredHours.HourOf(database.Now));
        call.CallerLeaves(database.Now.AddSeconds(12), database.Now.AddSeconds(12), Made.Rules.Calls);
        await database.Holds([call, .. Made.LinesOf(call)]);
        database.Clock.Advance(TimeSpan.FromDays(1));
        using var job = new RollUpJob(database, transactions, database.Clock);
        await job.Run(CancellationToken.None);
        // Nothing but the rolled-up hours can tell of the call.
        await database.Reads(db => db.Ledger.ExecuteDeleteAsync());

        foreach (var (promise, shorts, waited) in new[] { (new ServicePromise(), 0, 12.0), (new ServicePromise(ShortSeconds: 15), 1, 0) })
        {
            var sums = (await Measured(database, hour, hour.AddHours(1))).By(promise).Calls.Single().Sums;
            Assert.Equal((1, shorts, waited), (sums.Abandoned, sums.ShortAbandons, sums.LongAbandonedWait));
        }
    }

    [Fact]
    public async Task Take_an_offer_for_missed_when_the_caller_left_while_it_rang_and_not_when_it_had_been_taken_back()
    {
        await using var database = await TestDatabase.Create("Sqlite");
        var (call, at) = (Made.Call(CallState.Offered, database.Now), database.Now);
        var (takenBack, last) = (Made.Offer(call, at), Made.Offer(call, at.AddSeconds(10)));
        takenBack.Close(OfferState.Withdrawn, at.AddSeconds(5));
        last.Close(OfferState.Withdrawn, at.AddSeconds(20));
        call.CallerLeaves(at.AddSeconds(20), at.AddSeconds(20), Made.Rules.Calls);
        await database.Holds([call, takenBack, last, .. Made.LinesOf(call)]);

        var crew = (await Measured(database, MeasuredHours.HourOf(at), MeasuredHours.HourOf(at).AddHours(1))).Hours.Aggregate(CrewSums.None, (all, hour) => all + hour.Crew);

        Assert.Equal((2, 1, 0), (crew.Offers, crew.Missed, crew.MissedThoughCallerStayed));
    }

    [Fact]
    public void Are_added_as_text_and_lose_nothing()
    {
        Gen.Select(Gen.Double[0, 700].Array[0, 60], Gen.Int[0, 60], Gen.Select(Gen.Enum<Parting>(), Gen.Int[0, 3].Select(i => Codes[i])).Array[0, 60]).Sample((waits, cut, said) =>
        {
            var (together, tallies, whole) = (Waits.Of([]), new Tallies(), new Tallies());
            together.Add(Waits.Of(waits.Take(cut)).ToString().AsSpan());
            together.Add(Waits.Of(waits.Skip(cut)).ToString().AsSpan());
            foreach (var (by, code) in said) whole.Add(by, code);
            foreach (var part in new[] { said.Take(cut), said.Skip(cut) })
            {
                var of = new Tallies();
                foreach (var (by, code) in part) of.Add(by, code);
                tallies.Add(of.ToString().AsSpan());
            }

            Assert.Equal(Waits.Of(waits).ToString(), together.ToString());
            Assert.Equal(waits.Count(w => w <= 20), together.Between(-1, 20));
            Assert.Equal(whole.ToString(), tallies.ToString());
            Assert.All(Enum.GetValues<Parting>(), by => Assert.Equal(said.Count(s => s.Item1 == by), whole.By(by).Sum(c => c.Value)));
        });
    }

    private static DeskOfTheModel Start(TestDatabase database)
    {
        var desk = DeskOfTheModel.Start(database, TimeSpan.FromMinutes(15));
        database.Reads(async db => await db.Ledger.ExecuteDeleteAsync() + await db.Contacts.ExecuteDeleteAsync() + await db.Grants.ExecuteDeleteAsync()
            + await db.CallRollUps.ExecuteDeleteAsync() + await db.HourRollUps.ExecuteDeleteAsync() + await db.RollUpMarks.ExecuteDeleteAsync()).GetAwaiter().GetResult();
        return desk;
    }

    /// <returns>Null when roll-ups and rows say the same, and every total is the sum of its parts.</returns>
    private static async Task<string?> Differs(TestDatabase database)
    {
        var (from, until) = (MeasuredHours.HourOf(database.Now).AddDays(-2), MeasuredHours.HourOf(database.Now).AddHours(1));
        var (rolled, raw) = (await Measured(database, from, until), await database.Reads(db => db.Raw(MeasuredHours.Each(from, until), database.Now, CancellationToken.None)));
        if (Text(rolled.By(Promise)) is var one && Text(raw.By(Promise)) is var other && one != other) return $"rolled up:\n{one}\nfrom the rows:\n{other}";
        var sums = raw.Calls.Aggregate(CallSums.None, (all, row) => all + row.Sums);
        var counted = await database.Reads(async db => (All: await db.Calls.Queued(db, from, until).CountAsync(), Answered: await db.Calls.Counted(db, CallResult.Answered).CountAsync(),
            Abandoned: await db.Calls.Counted(db, CallResult.Abandoned).CountAsync(), Exited: await db.Calls.Counted(db, CallResult.Exited).CountAsync(),
            Blocked: await db.Calls.Counted(db, CallResult.Blocked).CountAsync(), Failed: await db.Calls.Counted(db, CallResult.Failed).CountAsync(), Open: await db.Calls.Counted(db, CallResult.Open).CountAsync()));
        return counted == (sums.Offered, sums.Answered, sums.Abandoned, sums.Exited, sums.Blocked, sums.Failed, sums.Open)
            && sums.Offered == sums.Answered + sums.Abandoned + sums.Exited + sums.Blocked + sums.Failed + sums.Open
            ? null : $"the rows behind: {counted}; the sums: {sums}";
    }

    private static Task<MeasuredHours> Measured(TestDatabase database, DateTime from, DateTime until) =>
        database.Reads(db => db.Measured(from, until, database.Now, CancellationToken.None));

    private static async Task<List<(string, int)>> Topics(TestDatabase database, Contact contact)
    {
        var (read, tallies) = (await Measured(database, MeasuredHours.HourOf(contact.StartedAt), database.Now), new Tallies());
        foreach (var hour in read.Hours) tallies.Add(hour.Tallies.AsSpan());
        return [.. tallies.By(Parting.Topic).Select(c => (c.Key, c.Value))];
    }

    private static async Task<string> Stored(TestDatabase database) =>
        Text(await database.Reads(async db => new MeasuredHours(await db.CallRollUps.ToListAsync(), await db.HourRollUps.ToListAsync())));

    // Sums of seconds to the millisecond: adding in another order differs in the last bits.
    private static string Text(MeasuredHours hours) => string.Join("\n", [
        .. hours.Calls.OrderBy(c => c.Hour).Select(c => $"{c.Hour:O} {c.Language} {Whole(c.Sums)} {c.AnsweredWaits} | {c.AbandonedWaits}"),
        .. hours.Hours.OrderBy(h => h.Hour).Select(h => $"{h.Hour:O} {h.Contacts} {h.Tallies} {h.Crew.SignedIn:F3} {h.Crew.Ready:F3} {h.Crew.Work:F3} {h.Crew.Ring:F3} {h.Crew.Offers} {h.Crew.Missed} {h.Crew.MissedThoughCallerStayed} {h.Crew.Accepted}")]);

    private static string Whole(CallSums s) =>
        $"{s.Answered} {s.Abandoned} {s.Exited} {s.Blocked} {s.Failed} {s.Open} {s.ShortAbandons} {s.AnsweredInTime} {s.AbandonedInTime} {s.AnsweredWait:F3} {s.AbandonedWait:F3} {s.LongAbandonedWait:F3} {s.Talk:F3} {s.Hold:F3} {s.Wrap:F3}";
}
