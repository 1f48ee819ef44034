using Helpline.Domain.Counselors;
using Helpline.Domain.Routing;
using Helpline.Server.Routing;
using Helpline.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Routing;

public class Calls_that_ring_for_two_at_once
{
    private static readonly string[] Names = ["aigul", "dana", "saule"];

    [Fact]
    public async Task Ring_for_whoever_let_the_first_of_them_go_but_not_the_second()
    {
        await using var database = await TestDatabase.Create("Sqlite", new RoutingRules { Order = RoutingOrder.Linear, Steps = [new(0, Widening.Exact, 2)] });
        await database.Holds([.. Names.Select(name => TestDatabase.Account(name, "kk"))]);
        await IsAvailable(database, "aigul");
        await IsAvailable(database, "dana");
        await Rings(database);
        var second = await Rings(database);
        await IsAvailable(database, "saule");
        Assert.Equal(["saule"], await RungFor(database, second));

        var offer = await database.Reads(db => db.Offers.Open().SingleAsync(o => o.Counselor == "aigul"));
        await database.Desks.Open(desk => desk.Decline(offer.Id, "aigul"));

        Assert.Equal(["aigul", "saule"], await RungFor(database, second));
    }

    private static Task IsAvailable(TestDatabase database, string name) => database.Desks.Open(desk => desk.Say(name, PresenceState.Available));

    private static Task<Guid> Rings(TestDatabase database) => database.Desks.Open(async desk =>
    {
        var call = await desk.Arrive(Made.Sid(), null);
        desk.ChooseLanguage(call, "kk");
        return call.Id;
    });

    private static Task<List<string>> RungFor(TestDatabase database, Guid call) =>
        database.Reads(db => db.Offers.Open().Where(o => o.CallId == call).Select(o => o.Counselor).OrderBy(name => name).ToListAsync());
}
