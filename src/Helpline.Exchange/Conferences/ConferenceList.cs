namespace Helpline.Exchange;

/// <summary>The account's conferences; a name means the one that is not over.</summary>
internal sealed class ConferenceList(ExchangeOptions options, WebhookSender sender, Journal journal, Activity activity, TimeProvider clock, Faults faults)
{
    private const int Kept = 2000;
    private readonly Lock gate = new();
    private readonly List<Conference> conferences = [];

    /// <summary>Somebody joined or left a conference, or was muted, unmuted, held, unheld, set to coach or to speak to all.</summary>
    public event Action<Conference>? Changed;

    public IReadOnlyList<Conference> All
    {
        get
        {
            lock (gate) return [.. conferences];
        }
    }

    public Conference? BySid(string sid) => All.FirstOrDefault(c => c.Sid == sid);

    /// <summary>Joins the room of that name, making it when it is not there.</summary>
    public (Participant? Joined, int Code, string Why) Join(Leg leg, Room room) => Add(room, conference => conference.Join(leg, room));

    /// <summary>Keeps a place for a leg that is being rung, in the room of that name, making it when it is not there.</summary>
    public (Participant? Joined, int Code, string Why) Invite(Leg leg, Room room) => Add(room, conference => conference.Invite(leg, room));

    /// <summary>A room of two that no list shows and nobody is told of: what a Dial connects.</summary>
    public Conference Bridge() => Made(new Room(
        "the other side", null, false, "false", true, true, 2, null, HttpMethod.Post, null, null, HttpMethod.Post, []));

    private (Participant? Joined, int Code, string Why) Add(Room room, Func<Conference, (Participant? Joined, int Code, string Why)> add)
    {
        lock (gate)
        {
            while (true)
            {
                var conference = conferences.Find(c => c.FriendlyName == room.FriendlyName && !c.IsOver);
                if (room.Coach is { } coached && conference?.Find(coached) is null)
                    return (null, 13240, "the coached call is not in the conference");
                var answer = add(conference ?? Open(room));
                if (answer.Joined is not null && conference is not null && room.StatusCallback is not null)
                    faults.Struck(Fault.CallbackIgnored);
                if (answer is { Joined: not null } or { Code: not Conference.Over }) return answer;
            }
        }
    }

    private Conference Made(Room room) => new(
        room.FriendlyName, room, new ConferenceEvents(options, sender, journal, activity, clock), clock, c => Changed?.Invoke(c));

    private Conference Open(Room room)
    {
        var conference = Made(room);
        conferences.Add(conference);
        if (conferences.Count > Kept && conferences.Find(c => c.IsOver) is { } oldest) conferences.Remove(oldest);
        return conference;
    }
}
