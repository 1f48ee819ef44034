namespace Helpline.Exchange;

/// <summary>The account's conferences; a name means the one that is not over.</summary>
internal sealed class ConferenceList(ExchangeOptions options, WebhookSender sender, Journal journal, Activity activity, TimeProvider clock)
{
    private const int Kept = 2000;
    private readonly Lock gate = new();
    private readonly List<Conference> conferences = [];

    public IReadOnlyList<Conference> All
    {
        get
        {
            lock (gate) return [.. conferences];
        }
    }

    public Conference? BySid(string sid) => All.FirstOrDefault(c => c.Sid == sid);

    /// <summary>Joins the room of that name, making it when it is not there.</summary>
    public (Participant? Joined, int Code, string Why) Join(Leg leg, Room room)
    {
        lock (gate)
        {
            while (true)
            {
                var conference = conferences.Find(c => c.FriendlyName == room.FriendlyName && !c.IsOver);
                if (room.Coach is { } coached && conference?.Find(coached) is null)
                    return (null, 13240, "the coached call is not in the conference");
                var answer = (conference ?? Open(room)).Join(leg, room);
                if (answer is { Joined: not null } or { Code: not Conference.Over }) return answer;
            }
        }
    }

    private Conference Open(Room room)
    {
        var conference = new Conference(room.FriendlyName, room, new ConferenceEvents(options, sender, journal, activity, clock), clock);
        conferences.Add(conference);
        if (conferences.Count > Kept && conferences.Find(c => c.IsOver) is { } oldest) conferences.Remove(oldest);
        return conference;
    }
}
