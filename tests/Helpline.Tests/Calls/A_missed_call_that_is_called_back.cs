using System.Net;
using Helpline.Contracts;
using Helpline.Contracts.Board;
using Helpline.Contracts.Calls;
using Helpline.Contracts.Missed;
using Helpline.Contracts.Work;
using Helpline.Domain.Line;
using Helpline.Tests.Callbacks;
using Helpline.Tests.Line;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Calls;

public class A_missed_call_that_is_called_back
{
    [Fact]
    public async Task Rings_the_person_for_its_owner_and_is_settled_when_they_have_talked()
    {
        using var host = HelplineHost.Start();
        await using var erlan = await host.SignIn("supervisor1");
        await using var aigul = await host.OnABreak("counselor1");
        var missed = await Missed(host, erlan);
        Assert.Equal(("supervisor1", "01", true), (missed.Owner, missed.Ending, missed.MayCallNow));
        Assert.False((await erlan.Gets<CallDetails>(Routes.Call(missed.CallId))).HasContact);
        Assert.Equal(HttpStatusCode.Forbidden, (await aigul.Posts(Call(missed))).StatusCode);

        var placed = await Places(erlan, missed);
        Assert.Equal(HttpStatusCode.Conflict, (await aigul.Posts(Routes.TakeMissed(missed.CallId))).StatusCode);
        await erlan.Connects(placed.Ticket);
        var phone = host.Exchange.Phone(Owing.Number);
        await phone.IsRung();
        phone.PicksUp();
        await phone.IsTalkingTo("supervisor1");
        await erlan.SeesState(placed.CallId, "Talking");
        await erlan.HangsUp(placed.CallId);
        await phone.IsHungUp();
        await erlan.Finishes(placed.CallId);

        Assert.Empty(await Open(erlan));
        Assert.Equal("CalledBack", (await erlan.Gets<List<MissedCallCard>>(Routes.MissedCalls + "?all=true")).Single().Act);
        Assert.True((await erlan.Gets<CallDetails>(Routes.Call(placed.CallId))).HasContact);
        Assert.Empty(host.Exchange.Journal.Errors);
    }

    [Fact]
    public async Task Is_owed_still_when_nobody_was_reached()
    {
        using var host = HelplineHost.Start();
        await using var erlan = await host.SignIn("supervisor1");
        var missed = await Missed(host, erlan);
        var placed = await Places(erlan, missed);
        await erlan.Connects(placed.Ticket);
        var phone = host.Exchange.Phone(Owing.Number);
        await phone.IsRung();
        phone.IsBusy();
        await erlan.SeesState(placed.CallId, "Done");
        Assert.Equal((missed.CallId, 1), Assert.Single(await Open(erlan)) is var owed ? (owed.CallId, owed.Attempts) : default);
        Assert.NotEqual(placed.CallId, (await Places(erlan, missed)).CallId);
    }

    [Fact]
    public async Task Wants_a_reason_in_the_quiet_hours()
    {
        using var host = TestLine.Host(line => line with { Quiet = new([.. Enum.GetValues<DayOfWeek>().Select(day => new OpenSpan(day, TimeSpan.Zero, TimeSpan.FromDays(1)))]) });
        await using var erlan = await host.SignIn("supervisor1");
        var missed = await Missed(host, erlan);
        Assert.False(missed.MayCallNow);
        Assert.Contains("reasonNeeded", await (await erlan.Posts(Call(missed))).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await Owing.Placed(await erlan.Posts(Call(missed), new CallReason("She was crying")));
    }

    [Fact]
    public async Task Tells_who_took_it_and_who_settled_it_how()
    {
        using var host = HelplineHost.Start();
        await using var erlan = await host.SignIn("supervisor1");
        await using var aigul = await host.OnABreak("counselor1");
        var missed = await Missed(host, erlan);
        (await aigul.Posts(Routes.TakeMissed(missed.CallId))).EnsureSuccessStatusCode();
        (await aigul.Posts(Routes.MissedDone(missed.CallId), new MissedCallDone("NotReachable"))).EnsureSuccessStatusCode();
        Assert.Equal([("MissedTaken", "counselor1", null), ("MissedSettled", "counselor1", "NotReachable")],
            await host.Reads(db => db.Ledger.Where(e => e.CallId == missed.CallId && e.What.StartsWith("Missed")).OrderBy(e => e.Id).Select(e => new ValueTuple<string, string?, string?>(e.What, e.Counselor, e.To)).ToListAsync()));
    }

    [Fact]
    public async Task Is_among_as_many_as_are_asked_for()
    {
        using var host = HelplineHost.Start();
        await using var erlan = await host.SignIn("supervisor1");
        foreach (var number in new[] { "+77010000001", "+77010000002" }) await (await host.Waiting(number)).HangsUp();
        await host.Until(async () => (await Open(erlan)).Count == 2, "two missed calls");
        var newest = Assert.Single(await erlan.Gets<List<MissedCallCard>>(Routes.MissedCalls + "?most=1"));
        Assert.Equal((await Open(erlan))[0], newest);
    }

    private static string Call(MissedCallCard missed) => Routes.CallOwed(Routes.MissedCalls, missed.CallId);

    private static async Task<AcceptedOffer> Places(Counselor who, MissedCallCard missed) => await Owing.Placed(await who.Posts(Call(missed)));

    private static Task<List<MissedCallCard>> Open(Counselor who) => who.Gets<List<MissedCallCard>>(Routes.MissedCalls);

    private static async Task<MissedCallCard> Missed(HelplineHost host, Counselor who)
    {
        await (await host.Waiting(Owing.Number)).HangsUp();
        List<MissedCallCard> missed = [];
        await host.Until(async () => (missed = await Open(who)).Count == 1, "the missed call");
        return missed[0];
    }
}
