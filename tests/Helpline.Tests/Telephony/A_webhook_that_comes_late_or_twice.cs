using System.Net.Http.Json;
using System.Xml.Linq;
using Helpline.Contracts.Board;
using Helpline.Domain.Calls;
using Helpline.Server.Telephony;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Telephony;

/// <summary>Status reports have no order: whatever comes first, and however often, the books say the same.</summary>
public class A_webhook_that_comes_late_or_twice
{
    [Fact]
    public async Task Leaves_the_same_ledger_in_every_order_of_the_five_reports_of_a_talk()
    {
        using var host = HelplineHost.StartWithProviderAway();
        await using var aigul = await host.Available();
        var expected = (CallState.WrapUp, 10d, 40d);

        foreach (var order in Orders([0, 1, 2, 3, 4]))
        {
            var talk = await ATalkAboutToBegin(host, aigul);
            var reports = talk.Reports();
            foreach (var i in order) await reports[i]();
            await host.Passes(TimeSpan.FromSeconds(3));

            var call = await host.Reads(db => db.Calls.AsNoTracking().SingleAsync(c => c.Id == talk.Call));
            var found = (call.State, Seconds(call.AnsweredAt, talk.Began), Seconds(call.EndedAt, talk.Began));
            Assert.True(expected == found, $"In the order {string.Join(" ", order)} the books say {found}.");
            await aigul.Finishes(talk.Call);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Changes_nothing_the_second_and_third_time_and_gets_the_same_answer(int times)
    {
        using var host = HelplineHost.StartWithProviderAway();
        await using var aigul = await host.Available();
        var (provider, caller) = (host.Provider(), Provider.NewSid());
        async Task<string> Repeats(string target, params (string, string)[] fields)
        {
            var answers = new HashSet<string>();
            for (var i = 0; i < times; i++) answers.Add(await provider.Posts(target, fields));
            return Assert.Single(answers);
        }

        await Repeats("/voice/incoming", ("CallSid", caller), ("From", "+77010000001"), ("CallStatus", "ringing"));
        await Repeats("/voice/language?try=1", ("CallSid", caller), ("From", "+77010000001"), ("Digits", "1"));
        var offer = await aigul.IsOffered();
        var ticket = await Ticket(aigul, offer.Id);
        var leg = Provider.NewSid();
        var entry = await Repeats("/voice/counselor", ("CallSid", leg), ("From", "client:counselor1"), ("ticket", ticket));
        Assert.Contains(Room(offer.CallId), entry, StringComparison.Ordinal);
        await Repeats("/voice/join?room=1", ("CallSid", caller), ("From", "+77010000001"), ("CallStatus", "in-progress"));
        await Repeats("/voice/conference", Report(offer.CallId, "participant-join", 1, leg, host.Clock.GetUtcNow()));
        await Repeats("/voice/conference", Report(offer.CallId, "participant-join", 2, caller, host.Clock.GetUtcNow()));
        Assert.Equal("Talking", (await aigul.Sees(offer.CallId)).State);
        await Repeats("/voice/status", ("CallSid", caller), ("From", "+77010000001"), ("CallStatus", "completed"), ("Direction", "inbound"));

        var history = await host.Reads(db => db.Ledger.Where(e => e.CallId == offer.CallId).OrderBy(e => e.Id).Select(e => e.What).ToListAsync());
        Assert.Equal(["Arrived", "LanguageChosen", "Made", "OfferedTo", "Shown", "Accepted", "Bridged", "CallerLeft"], history.Order(Sequence));
        Assert.Equal(1, await host.Reads(db => db.LineCommands.CountAsync(c => c.CallId == offer.CallId && c.Kind == LineCommandKind.Redirect)));

        static string Room(Guid call) => $"hl-{call:N}-1";
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
        var talk = await ATalkAboutToBegin(host, aigul);
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
        var talk = await ATalkAboutToBegin(host, aigul);
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

    private static readonly Comparer<string> Sequence = Comparer<string>.Create((a, b) => Rank(a).CompareTo(Rank(b)));

    private static int Rank(string what) =>
        Array.IndexOf(["Arrived", "LanguageChosen", "Made", "OfferedTo", "Shown", "Accepted", "Bridged", "CallerLeft"], what);

    private static double Seconds(DateTime? at, DateTime began) => at is { } time ? Math.Round((time - began).TotalSeconds) : double.NaN;

    private static async Task<Talk> ATalkAboutToBegin(HelplineHost host, Counselor counselor)
    {
        var (provider, caller, leg) = (host.Provider(), Provider.NewSid(), Provider.NewSid());
        await provider.Posts("/voice/incoming", ("CallSid", caller), ("From", "+77010000001"), ("CallStatus", "ringing"));
        await provider.Posts("/voice/language?try=1", ("CallSid", caller), ("From", "+77010000001"), ("Digits", "1"));
        var offer = await counselor.IsOffered();
        var ticket = await Ticket(counselor, offer.Id);
        await provider.Posts("/voice/counselor", ("CallSid", leg), ("From", "client:counselor1"), ("ticket", ticket));
        return new Talk(provider, offer.CallId, caller, leg, WholeSecond(host.Clock.GetUtcNow().AddMinutes(-1)));
    }

    private static async Task<string> Ticket(Counselor counselor, Guid offer)
    {
        var accepted = await counselor.TriesToAccept(offer);
        return (await accepted.Content.ReadFromJsonAsync<AcceptedOffer>())!.Ticket;
    }

    private static DateTime WholeSecond(DateTimeOffset time) => new(time.UtcTicks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, DateTimeKind.Utc);

    private static (string, string)[] Report(Guid call, string what, int number, string leg, DateTimeOffset at) =>
    [
        ("ConferenceSid", "CF" + call.ToString("N")), ("FriendlyName", $"hl-{call:N}-1"), ("SequenceNumber", $"{number}"),
        ("StatusCallbackEvent", what), ("CallSid", leg), ("Timestamp", at.ToString("r").Replace("GMT", "+0000", StringComparison.Ordinal)),
    ];

    private static IEnumerable<int[]> Orders(int[] rest) => rest.Length <= 1
        ? [rest]
        : rest.SelectMany(first => Orders([.. rest.Where(i => i != first)]).Select(others => (int[])[first, .. others]));

    /// <param name="Began">A minute ago: the reports come late.</param>
    private sealed record Talk(Provider Provider, Guid Call, string Caller, string Leg, DateTime Began)
    {
        public Task Posts(string what, int number, string leg, DateTimeOffset at) => Provider.Posts("/voice/conference", Report(Call, what, number, leg, at));

        /// <summary>Counselor in, caller in at 10 s, caller out at 40 s, room over, line over.</summary>
        public Func<Task>[] Reports() =>
        [
            () => Posts("participant-join", 1, Leg, Began.AddSeconds(8)),
            () => Posts("participant-join", 2, Caller, Began.AddSeconds(10)),
            () => Posts("participant-leave", 4, Caller, Began.AddSeconds(40)),
            () => Provider.Posts("/voice/counselor-after", ("CallSid", Leg), ("From", "client:counselor1"), ("CallStatus", "completed")),
            () => Provider.Posts("/voice/status", ("CallSid", Caller), ("From", "+77010000001"), ("CallStatus", "completed"), ("Direction", "inbound"),
                ("Timestamp", Began.AddSeconds(40).ToString("r").Replace("GMT", "+0000", StringComparison.Ordinal))),
        ];
    }
}
