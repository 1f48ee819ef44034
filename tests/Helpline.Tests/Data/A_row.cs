using Helpline.Domain.Calls;
using Helpline.Domain.Offers;
using Helpline.Server.Telephony;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Data;

public class A_row
{
    [Theory, InlineData("Sqlite"), InlineData("SqlServer")]
    public async Task Is_refused_as_the_second_open_offer_of_a_counselor(string provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var (one, two) = (Made.Call(CallState.Offered, database.Now), Made.Call(CallState.Offered, database.Now));
        await database.Holds(one, two, Made.Offer(one, database.Now, state: OfferState.Expired), Made.Offer(one, database.Now, state: OfferState.Shown));
        await Assert.ThrowsAsync<DbUpdateException>(() => database.Holds(Made.Offer(two, database.Now)));
        await database.Holds(Made.Offer(two, database.Now, "counselor2"));
    }

    [Theory, InlineData("Sqlite"), InlineData("SqlServer")]
    public async Task Is_refused_as_the_second_live_call_of_a_counselor(string provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var done = Made.Call(CallState.WrapUp, database.Now);
        done.Finish(database.Now);
        await database.Holds(done, Made.Call(CallState.WrapUp, database.Now));
        await Assert.ThrowsAsync<DbUpdateException>(() => database.Holds(Made.Call(CallState.Connecting, database.Now)));
        await database.Holds(Made.Call(CallState.Connecting, database.Now, "counselor2"));
    }

    [Theory, InlineData("Sqlite"), InlineData("SqlServer")]
    public async Task Is_refused_for_a_second_leg_of_the_same_name_while_a_call_may_ring_at_several_seats(string provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var call = Made.Call(CallState.Waiting, database.Now);
        await database.Holds(call, Made.Seat(database.Now, call), Made.Seat(database.Now, userName: "counselor2"), Made.Seat(database.Now, userName: "counselor3"));
        await Assert.ThrowsAsync<DbUpdateException>(() => database.Holds(Made.Call(CallState.Waiting, database.Now, leg: call.CallerLeg)));
        await database.Holds(Made.Seat(database.Now, call, "counselor4"));
    }

    [Theory, InlineData("Sqlite"), InlineData("SqlServer")]
    public async Task Refuses_a_write_of_whoever_read_it_before_the_last_change(string provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var call = Made.Call(CallState.Talking, database.Now);
        await database.Holds(call, Made.Note(call, database.Now));
        await using var mine = database.CreateDbContext();
        await using var theirs = database.CreateDbContext();
        var stop = TestContext.Current.CancellationToken;
        var (typed, stale) = (await mine.Notes.SingleAsync(stop), await theirs.Notes.SingleAsync(stop));
        (typed.Topic, stale.Topic) = ("legal", "medical");
        await mine.SaveChangesAsync(stop);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => theirs.SaveChangesAsync(stop));
        var kept = await database.Reads(db => db.Notes.SingleAsync());
        Assert.Equal(("legal", 2), (kept.Topic, kept.Version));
    }

    [Theory, InlineData("Sqlite"), InlineData("SqlServer")]
    public async Task Gives_its_times_back_as_UTC_to_the_tick(string provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var at = database.Now.AddTicks(1234567);
        await database.Holds(Made.Call(CallState.Waiting, at));
        var call = await database.Reads(db => db.Calls.SingleAsync(c => c.ArrivedAt == at && c.ArrivedAt <= at && c.ArrivedAt > at.AddTicks(-1)));
        Assert.Equal((at, DateTimeKind.Utc), (call.ArrivedAt, call.ArrivedAt.Kind));
        Assert.Equal((at, DateTimeKind.Utc), (call.QueuedAt!.Value, call.QueuedAt.Value.Kind));
        Assert.Equal(at, await database.Reads(db => db.Calls.MaxAsync(c => c.QueuedAt)));
    }

    [Theory, InlineData("Sqlite"), InlineData("SqlServer")]
    public async Task Has_another_key_when_only_the_case_differs(string provider)
    {
        await using var database = await TestDatabase.Create(provider);
        await database.Holds(new InboxEntry { Key = "counselor1|PUT|k", Reply = "", At = database.Now }, new InboxEntry { Key = "counselor1|PUT|K", Reply = "", At = database.Now });
        Assert.NotNull(await database.Reads(db => db.Inbox.SingleAsync(e => e.Key == "counselor1|PUT|K")));
    }
}
