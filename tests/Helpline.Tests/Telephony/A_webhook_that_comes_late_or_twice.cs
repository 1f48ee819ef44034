using System.Xml.Linq;
using Helpline.Domain.Calls;
using Helpline.Server.Telephony;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Telephony;

/// <summary>Status reports have no order: whatever comes first, and however often, the books say the same.</summary>
public class A_webhook_that_comes_late_or_twice
{
    private static readonly string[] ATalk =
    [
        "Accepted Offered>Connecting", "Arrived >Greeting", "Bridged Connecting>Talking", "CallerLeft Talking>WrapUp",
        "LanguageChosen Greeting>Waiting", "Made >", "OfferedTo Waiting>Offered", "Shown >",
    ];

    [Fact]
    public async Task Leaves_the_same_ledger_in_every_order_of_the_five_reports_of_a_talk_each_told_one_to_three_times()
    {
        using var host = HelplineHost.StartWithProviderAway();
        await using var aigul = await host.Available();
        var expected = (10d, 40d);
        var chance = new Random(20261102);

        foreach (var order in Orders([0, 1, 2, 3, 4]).Select(order => Told(order, chance)))
        {
            var talk = await ReportedTalk.AboutToBegin(host, aigul);
            var reports = talk.Reports();
            foreach (var i in order) await reports[i]();
            host.Leaps(TimeSpan.FromSeconds(3));
            await host.Until(async () => (await aigul.Sees(talk.Call)).State == nameof(CallState.WrapUp), $"a talk told in the order {string.Join(" ", order)} to be over");

            var call = await host.Reads(db => db.Calls.AsNoTracking().SingleAsync(c => c.Id == talk.Call));
            var found = (Seconds(call.AnsweredAt, talk.Began), Seconds(call.EndedAt, talk.Began));
            var ledger = await Ledger(host, talk.Call);
            Assert.True(expected == found && ATalk.SequenceEqual(ledger), $"In the order {string.Join(" ", order)} the books say {found}: {string.Join(", ", ledger)}.");
            await aigul.Finishes(talk.Call);
        }
    }

    [Fact]
    public async Task Changes_nothing_the_second_and_third_time_and_gets_the_same_answer()
    {
        using var host = HelplineHost.StartWithProviderAway();
        await using var aigul = await host.Available();
        for (var times = 1; times <= 3; times++)
        {
            var caller = new Line(host.Provider(), Provider.NewSid(), $"+7701000000{times}", times);
            await caller.Asks("/voice/incoming", ("CallStatus", "ringing"));
            await caller.Asks("/voice/language?try=1", ("Digits", "1"));
            await caller.Asks("/voice/wait?pass=1");
            await caller.Asks("/voice/wait-key?pass=1", ("Digits", "9"));
            await caller.Asks("/voice/fallback", ("CallStatus", "in-progress"), ("ErrorCode", "11200"));
            var offer = await aigul.IsOffered();
            var hers = new Line(caller.Provider, Provider.NewSid(), "client:counselor1", times);
            var entry = await hers.Asks("/voice/counselor", ("ticket", await ReportedTalk.Ticket(aigul, offer.Id)));
            Assert.Contains($"hl-{offer.CallId:N}-1", entry, StringComparison.Ordinal);
            await caller.Asks("/voice/queue-exit", ("CallStatus", "in-progress"), ("QueueResult", "redirected"));
            await caller.Asks("/voice/join?room=1", ("CallStatus", "in-progress"));
            await hers.Asks("/voice/conference", ReportedTalk.Report(offer.CallId, "participant-join", 1, hers.Sid, host.Clock.GetUtcNow()));
            await hers.Asks("/voice/conference", ReportedTalk.Report(offer.CallId, "participant-join", 2, caller.Sid, host.Clock.GetUtcNow()));
            Assert.Equal("Talking", (await aigul.Sees(offer.CallId)).State);
            await caller.Asks("/voice/after?room=1", ("CallStatus", "completed"));
            await hers.Asks("/voice/counselor-after", ("CallStatus", "completed"));
            await caller.Asks("/voice/status", ("CallStatus", "completed"), ("Direction", "inbound"));

            Assert.Equal(ATalk, await Ledger(host, offer.CallId));
            Assert.Equal(1, await host.Reads(db => db.LineCommands.CountAsync(c => c.CallId == offer.CallId && c.Kind == LineCommandKind.Redirect)));
            await aigul.Finishes(offer.CallId);
        }
    }

    [Fact]
    public async Task Does_not_greet_again_who_waits_already()
    {
        using var host = HelplineHost.StartWithProviderAway();
        var caller = new Line(host.Provider(), "CA1", "+77010000001", 1);
        await caller.Asks("/voice/incoming", ("CallStatus", "ringing"));
        await caller.Asks("/voice/language?try=1", ("Digits", "1"));
        Assert.Contains("<Enqueue", await caller.Asks("/voice/incoming", ("CallStatus", "ringing")), StringComparison.Ordinal);
        Assert.Equal(["Arrived >Greeting", "LanguageChosen Greeting>Waiting"], await Ledger(host, (await host.Reads(db => db.Calls.AsNoTracking().SingleAsync())).Id));
    }

    [Fact]
    public async Task Takes_a_caller_out_of_the_queue_once_however_often_the_key_is_told()
    {
        using var host = HelplineHost.StartWithProviderAway();
        for (var times = 1; times <= 3; times++)
        {
            var caller = new Line(host.Provider(), Provider.NewSid(), $"+7701000000{times}", times);
            await caller.Asks("/voice/incoming", ("CallStatus", "ringing"));
            await caller.Asks("/voice/language?try=1", ("Digits", "1"));
            Assert.Contains("<Leave", await caller.Asks("/voice/wait-key?pass=1", ("Digits", "2")), StringComparison.Ordinal);
            Assert.Contains("/voice/voicemail", await caller.Asks("/voice/queue-exit", ("QueueResult", "leave")), StringComparison.Ordinal);
            await caller.Asks("/voice/fallback", ("CallStatus", "in-progress"), ("ErrorCode", "11200"));
            await caller.Asks("/voice/status", ("CallStatus", "completed"), ("Direction", "inbound"));

            var call = await host.Reads(db => db.Calls.Where(c => c.CallerLeg == caller.Sid).Select(c => c.Id).SingleAsync());
            Assert.Equal(["Arrived >Greeting", "CallerLeft Diverted>Abandoned", "Diverted Waiting>Diverted", "LanguageChosen Greeting>Waiting"], await Ledger(host, call));
        }
    }

    [Fact]
    public async Task Of_a_call_never_heard_of_is_kept_as_a_call_that_was_lost_to_us()
    {
        using var host = HelplineHost.StartWithProviderAway();
        var caller = Provider.NewSid();
        await host.Provider().Posts("/voice/status", ("CallSid", caller), ("From", "+77010000001"), ("CallStatus", "completed"), ("Direction", "inbound"));

        var call = await host.Reads(db => db.Calls.AsNoTracking().SingleAsync(c => c.CallerLeg == caller));
        Assert.Equal(CallState.Abandoned, call.State);
    }

    [Fact]
    public async Task Of_an_earlier_attempts_room_touches_nothing()
    {
        using var host = HelplineHost.StartWithProviderAway();
        await using var aigul = await host.Available();
        var talk = await ReportedTalk.AboutToBegin(host, aigul);
        await host.Until(async () => await State() == CallState.Waiting, "the attempt to lapse");
        await talk.Posts("participant-join", 1, talk.Leg, host.Clock.GetUtcNow());
        await talk.Posts("participant-join", 2, talk.Caller, host.Clock.GetUtcNow());
        Assert.NotEqual(CallState.Talking, await State());

        Task<CallState> State() => host.Reads(db => db.Calls.Where(c => c.Id == talk.Call).Select(c => c.State).SingleAsync());
    }

    [Theory]
    [InlineData("/voice/wait?pass=7")]
    [InlineData("/voice/wait-key?pass=7")]
    public async Task From_the_queue_in_mid_talk_or_of_a_call_never_heard_of_leads_out_of_it_and_into_no_room(string target)
    {
        using var host = HelplineHost.StartWithProviderAway();
        await using var aigul = await host.Available();
        var talk = await ReportedTalk.AboutToBegin(host, aigul);
        await talk.Posts("participant-join", 1, talk.Leg, host.Clock.GetUtcNow());
        await talk.Posts("participant-join", 2, talk.Caller, host.Clock.GetUtcNow());
        Assert.Equal("Talking", (await aigul.Sees(talk.Call)).State);

        foreach (var leg in new[] { talk.Caller, Provider.NewSid() })
        {
            var document = XElement.Parse(await host.Provider().Posts(target, ("CallSid", leg), ("From", "+77010000001"), ("CallStatus", "in-progress")));
            Assert.Equal(["Leave"], document.Elements().Select(e => e.Name.LocalName));
        }
    }

    [Fact]
    public async Task With_another_key_is_another_answer()
    {
        using var host = HelplineHost.StartWithProviderAway();
        (string, string)[] form = [("CallSid", Provider.NewSid()), ("From", "+77010000001"), ("CallStatus", "in-progress")];
        await host.Provider().Posts("/voice/incoming", form);
        Assert.Contains("not-understood", await host.Provider().Posts("/voice/language?try=1", [.. form, ("Digits", "7")]), StringComparison.Ordinal);
        // The fallback has led her to the menu again.
        Assert.Contains("kk/emergency", await host.Provider().Posts("/voice/language?try=1", [.. form, ("Digits", "9")]), StringComparison.Ordinal);
        Assert.Equal(2, await host.Reads(db => db.Calls.Select(c => c.Priority).SingleAsync()));
    }

    private static double Seconds(DateTime? at, DateTime began) => at is { } time ? Math.Round((time - began).TotalSeconds) : double.NaN;

    /// <summary>What happened, from and to which state; in no order of time.</summary>
    private static async Task<string[]> Ledger(HelplineHost host, Guid call)
    {
        var rows = await host.Reads(db => db.Ledger.AsNoTracking().Where(e => e.CallId == call).ToListAsync());
        return [.. rows.Select(e => $"{e.What} {e.From}>{e.To}").Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<int[]> Orders(int[] rest) => rest.Length <= 1
        ? [rest]
        : rest.SelectMany(first => Orders([.. rest.Where(i => i != first)]).Select(others => (int[])[first, .. others]));

    /// <summary>For the first time in this order, and up to twice again at any later moment.</summary>
    private static List<int> Told(int[] order, Random chance)
    {
        List<int> told = [.. order];
        foreach (var report in order)
            for (var again = chance.Next(3); again > 0; again--) told.Insert(chance.Next(told.IndexOf(report) + 1, told.Count + 1), report);
        return told;
    }

    /// <summary>A line whose every webhook comes so many times, and must be answered alike.</summary>
    private sealed record Line(Provider Provider, string Sid, string From, int Times)
    {
        public async Task<string> Asks(string target, params (string Name, string Value)[] fields)
        {
            var form = fields.Any(f => f.Name == "CallSid") ? fields : [("CallSid", Sid), ("From", From), .. fields];
            var answers = new HashSet<string>();
            for (var i = 0; i < Times; i++) answers.Add(await Provider.Posts(target, form));
            return Assert.Single(answers);
        }
    }
}
