using Helpline.Exchange;
using Helpline.Server.Telephony;

namespace Helpline.Load.Witness;

/// <summary>Who is in a room of the exchange at this moment, by what the server calls their lines. Supervisors may listen in any number.</summary>
internal sealed class Talk
{
    private readonly Conference room;
    private readonly ILookup<string, (string Who, Leg Leg)> byRole;

    public Talk(Conference room)
    {
        this.room = room;
        (Sid, Call) = (room.Sid, RoomName.Read(room.FriendlyName)?.Call);
        byRole = room.Participants.Where(p => !p.HasLeft && !p.Leg.IsOver).ToLookup(p => p.Label?.Split('-')[0] ?? "", p => (p.Leg.Identity ?? p.Leg.Sid, p.Leg));
    }

    public string Sid { get; }

    /// <summary>Null for a room that the server has not named.</summary>
    public Guid? Call { get; }

    public List<string> Callers => Names("caller");

    public List<string> Guests => Names("third");

    public List<string> Counselors => CounselorsBut([]);

    public List<string> Everybody => [.. byRole.SelectMany(role => role).Select(p => p.Who)];

    /// <summary>Each line in the room, with what the exchange says of it.</summary>
    public IEnumerable<string> Lines => byRole.SelectMany(role => role.Select(p => $"{role.Key} {p.Who} {p.Leg.Sid}: {p.Leg.Status}, {p.Leg.Doing}"));

    public bool IsTalk => Callers.Count > 0 && Counselors.Count > 0;

    /// <summary>Counselors in the room, but for those of these lines.</summary>
    public List<string> CounselorsBut(IReadOnlyCollection<string> legs) =>
        [.. byRole.Where(role => role.Key is not ("caller" or "third" or "listener")).SelectMany(role => role).Where(p => !legs.Contains(p.Leg.Sid)).Select(p => p.Who)];

    /// <summary>The room as it is now.</summary>
    public Talk Again() => new(room);

    private List<string> Names(string role) => [.. byRole[role].Select(p => p.Who)];
}
