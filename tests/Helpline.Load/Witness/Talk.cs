using Helpline.Exchange;
using Helpline.Server.Telephony;

namespace Helpline.Load.Witness;

/// <summary>Who is in a room of the exchange at this moment, by what the server calls their lines. Supervisors may listen in any number.</summary>
internal sealed class Talk
{
    private readonly Conference room;
    private readonly ILookup<string, string> byRole;

    public Talk(Conference room)
    {
        this.room = room;
        (Sid, Call) = (room.Sid, RoomName.Read(room.FriendlyName)?.Call);
        Legs = [.. room.Participants.Where(p => !p.HasLeft && !p.Leg.IsOver).Select(p => $"{p.Label} {p.Leg.Identity} {p.Leg.Sid}: {p.Leg.Status}, {p.Leg.Doing}")];
        byRole = room.Participants.Where(p => !p.HasLeft && !p.Leg.IsOver).ToLookup(p => p.Label?.Split('-')[0] ?? "", p => p.Leg.Identity ?? p.Leg.Sid);
    }

    public string Sid { get; }

    /// <summary>Who is in the room, with what the exchange says of each line.</summary>
    public IReadOnlyList<string> Legs { get; }

    /// <summary>Null for a room that the server has not named.</summary>
    public Guid? Call { get; }

    public IReadOnlyList<string> Callers => [.. byRole["caller"]];

    public IReadOnlyList<string> Guests => [.. byRole["third"]];

    public IReadOnlyList<string> Counselors => [.. byRole.Where(role => role.Key is not ("caller" or "third" or "listener")).SelectMany(role => role)];

    public IReadOnlyList<string> Everybody => [.. byRole.SelectMany(role => role)];

    /// <summary>The room as it is now.</summary>
    public Talk Again() => new(room);

    public bool IsTalk => Callers.Count > 0 && Counselors.Count > 0;
}
