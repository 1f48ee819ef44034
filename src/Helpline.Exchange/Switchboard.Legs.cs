namespace Helpline.Exchange;

/// <summary>How a leg comes to be: somebody rings, a browser connects, or the server orders a call.</summary>
public sealed partial class Switchboard
{
    private DateTimeOffset nextCall;

    /// <summary>Somebody rings the line.</summary>
    /// <param name="speaks">The person speaks without a pause, as far as a recording can tell.</param>
    internal Leg Ring(string number, bool withheld, bool speaks = false)
    {
        var leg = new Leg(withheld ? "anonymous" : number, Options.LineNumber, "inbound", Clock, Journal, activity)
        {
            Phone = number,
            SpeaksAlways = speaks,
            StatusUrl = Options.StatusUrl,
            FallbackUrl = Options.FallbackUrl,
        };
        return Start(leg, Options.IncomingUrl, "incoming call");
    }

    /// <summary>A browser connects to the TwiML app.</summary>
    internal Leg Connect(string identity, IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var leg = new Leg($"client:{identity}", "", "inbound", Clock, Journal, activity)
        {
            Identity = identity,
            ApplicationSid = Options.TwimlAppSid,
            Parameters = [.. parameters],
            StatusUrl = Options.AppStatusUrl,
            FallbackUrl = Options.AppFallbackUrl,
        };
        return Start(leg, Options.AppVoiceUrl, "browser connects");
    }

    /// <summary>Hangs up from the leg's own end; one that is rung is refused.</summary>
    internal static bool HangUp(Leg leg) =>
        leg.Ends(leg.AnsweredAt is not null ? "completed" : leg.IsRungByUs ? "busy" : "no-answer", "hung up");

    /// <summary>The exchange rings a number or a browser by order of the server.</summary>
    internal Leg RingOut(OutgoingCall call) => Start(Queued(Made(call)), "outgoing call", call.Timeout);

    /// <summary>Rings somebody for a conference, or says why not with the provider's number of the error.</summary>
    internal (Participant? Invited, int Code, string Why) RingFor(Room room, OutgoingCall call)
    {
        var leg = Made(call);
        var answer = Conferences.Invite(leg, room);
        leg.Seat = answer.Joined;
        if (answer.Joined is not null) Start(Queued(leg), $"outgoing call for {room.FriendlyName}", call.Timeout);
        return answer;
    }

    /// <summary>Rings everybody a Dial names, at once and without a queue.</summary>
    internal Dialing Dial(Leg caller, Dial verb, Parties parties)
    {
        var dialing = new Dialing(Conferences.Bridge());
        var legs = parties.All.Select(party => Made(new OutgoingCall(
            verb.CallerId ?? caller.From, party.To, new Bridging(dialing, party.Url is null ? null : new Fetch(party.Url, party.Method, [], "question before the talk")),
            verb.Timeout, null, party.Status), caller)).ToList();
        legs.ForEach(dialing.Add);
        legs.ForEach(leg => Start(leg, $"dialed by {caller.Phone}", verb.Timeout));
        return dialing;
    }

    internal Leg? Ringing(string to) => Legs.Live.FirstOrDefault(l => l.To == to && l.IsRung);

    internal static void PickUp(Leg leg)
    {
        leg.Answers();
        leg.Redirects(leg.WhenAnswered!, "picked up");
    }

    /// <summary>Gives a call ordered by REST its second, when the account has but one a second.</summary>
    private Leg Queued(Leg leg)
    {
        if (!Options.Faults.OneCallASecond) return leg;
        lock (Legs)
        {
            var now = Clock.GetUtcNow();
            leg.QueueTime = nextCall > now ? nextCall - now : TimeSpan.Zero;
            nextCall = now + leg.QueueTime + TimeSpan.FromSeconds(1);
        }
        if (leg.QueueTime > TimeSpan.Zero) Faults.Struck(Fault.CallQueued);
        return leg;
    }

    private Leg Start(Leg leg, string what, TimeSpan timeout) => Start(leg, new Ringing(timeout, leg.QueueTime), what);

    private Leg Made(OutgoingCall call, Leg? parent = null) =>
        new(call.From, call.To.Text, parent is null ? "outbound-api" : "outbound-dial", Clock, Journal, activity)
        {
            ParentSid = parent?.Sid,
            Identity = call.To.Identity,
            Parameters = call.To.Parameters,
            WhenAnswered = call.First,
            TimeLimit = call.TimeLimit,
            StatusUrl = call.Status.Url,
            StatusMethod = call.Status.Method,
            StatusEvents = call.Status.Events,
            FallbackUrl = call.FallbackUrl,
            FallbackMethod = call.FallbackMethod,
        };

    private Leg Start(Leg leg, Uri? url, string what) => url is null
        ? throw new InvalidOperationException($"The exchange does not know whom to tell: {what}.")
        : Start(leg, new Fetch(url, HttpMethod.Post, [], what), what);

    private Leg Start(Leg leg, Instruction first, string what)
    {
        Legs.Add(leg);
        Journal.Write(JournalKind.Call, leg.Sid, what);
        activity.Run(async () =>
        {
            try
            {
                await new LegRunner(leg, this).Run(first);
            }
            catch (Exception e)
            {
                // A fault of our own must be seen, and must not leave a call that never ends.
                Journal.Error(leg.Sid, 0, $"the exchange itself failed: {e}");
                leg.Ends("failed", "the exchange failed");
            }
            Legs.IsOver(leg);
            leg.IsFinished();
        });
        return leg;
    }
}
