using System.Net.Http.Json;
using Helpline.Contracts.Board;
using Helpline.Tests.Support;

namespace Helpline.Tests.Telephony;

/// <summary>A talk about to begin, whose reports come by hand.</summary>
/// <param name="Began">A minute ago: the reports come late.</param>
internal sealed record ReportedTalk(Provider Provider, Guid Call, string Caller, string Leg, DateTime Began)
{
    public static async Task<ReportedTalk> AboutToBegin(HelplineHost host, Counselor counselor)
    {
        var (provider, caller, leg) = (host.Provider(), Provider.NewSid(), Provider.NewSid());
        await provider.Posts("/voice/incoming", ("CallSid", caller), ("From", "+77010000001"), ("CallStatus", "ringing"));
        await provider.Posts("/voice/language?try=1", ("CallSid", caller), ("From", "+77010000001"), ("Digits", "1"));
        var offer = await counselor.IsOffered();
        var ticket = await Ticket(counselor, offer.Id);
        await provider.Posts("/voice/counselor", ("CallSid", leg), ("From", "client:counselor1"), ("ticket", ticket));
        return new(provider, offer.CallId, caller, leg, WholeSecond(host.Clock.GetUtcNow().AddMinutes(-1)));
    }

    public static async Task<string> Ticket(Counselor counselor, Guid offer)
    {
        var accepted = await counselor.TriesToAccept(offer);
        return (await accepted.Content.ReadFromJsonAsync<AcceptedOffer>())!.Ticket;
    }

    /// <summary>What the provider says of the call's first room.</summary>
    public static (string, string)[] Report(Guid call, string what, int number, string leg, DateTimeOffset at) =>
    [
        ("ConferenceSid", "CF" + call.ToString("N")), ("FriendlyName", $"hl-{call:N}-1"), ("SequenceNumber", $"{number}"),
        ("StatusCallbackEvent", what), ("CallSid", leg), ("Timestamp", Told(at)),
    ];

    public Task Posts(string what, int number, string leg, DateTimeOffset at) => Provider.Posts("/voice/conference", Report(Call, what, number, leg, at));

    /// <summary>Counselor in, caller in at 10 s, caller out at 40 s, room over, line over.</summary>
    public Func<Task>[] Reports() =>
    [
        () => Posts("participant-join", 1, Leg, Began.AddSeconds(8)),
        () => Posts("participant-join", 2, Caller, Began.AddSeconds(10)),
        () => Posts("participant-leave", 4, Caller, Began.AddSeconds(40)),
        () => Provider.Posts("/voice/counselor-after", ("CallSid", Leg), ("From", "client:counselor1"), ("CallStatus", "completed")),
        () => Provider.Posts("/voice/status", ("CallSid", Caller), ("From", "+77010000001"), ("CallStatus", "completed"), ("Direction", "inbound"),
            ("Timestamp", Told(Began.AddSeconds(40)))),
    ];

    private static string Told(DateTimeOffset at) => at.ToString("r").Replace("GMT", "+0000", StringComparison.Ordinal);

    private static DateTime WholeSecond(DateTimeOffset time) => new(time.UtcTicks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, DateTimeKind.Utc);
}
