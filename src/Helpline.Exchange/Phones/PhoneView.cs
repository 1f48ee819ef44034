namespace Helpline.Exchange;

/// <summary>All telephones as the page shows them.</summary>
/// <param name="Now">The exchange's time, by which the page counts seconds.</param>
/// <param name="Texts">Messages that have come, oldest first.</param>
internal sealed record PhonesView(DateTimeOffset Now, string Line, IReadOnlyList<PhoneView> Phones, IReadOnlyList<TextView> Texts);

internal sealed record TextView(string Number, DateTimeOffset At, string Body);

/// <param name="Number">A number, or <c>client:name</c> for a browser.</param>
/// <param name="Key">Opens the telephone's voice; a browser's leg keeps its own to itself.</param>
/// <param name="Rung">Somebody may pick up.</param>
/// <param name="Typed">The keys somebody listened to.</param>
/// <param name="Gap">The longest time without an instruction, in seconds.</param>
internal sealed record PhoneView(
    string Number, string CallSid, string? Key, bool IsBrowser, bool Rung, string Status, DateTimeOffset Since, DateTimeOffset? EndedAt,
    string Verb, bool Listening, bool Muted, string Typed, ClipView? Clip, QueueView? Queue, RoomView? Room, double Gap, IReadOnlyList<EventView> Events);

internal sealed record ClipView(string Key, string Path, string Address, DateTimeOffset Since, double Seconds);

internal sealed record QueueView(string Name, int Position, double Waited);

internal sealed record RoomView(string Name, bool Started, bool Hold, IReadOnlyList<string> Others);

internal sealed record EventView(long Number, DateTimeOffset At, string Kind, string Text, string? Path, int? Status, int? Code, double? Seconds, string? Body);

/// <summary>Draws the telephones that are in a call, or were within the last minutes.</summary>
internal static class PhoneViews
{
    private const int Journaled = 3000;
    private const int Events = 40;
    private const int Most = 30;
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    public static PhonesView Of(Switchboard exchange)
    {
        var now = exchange.Clock.GetUtcNow();
        var legs = exchange.Legs.All
            .Where(l => l.EndedAt is null || now - l.EndedAt < Remembered)
            .OrderBy(l => l.IsOver).ThenByDescending(l => l.CreatedAt).DistinctBy(l => l.Phone).Take(Most).ToList();
        var events = exchange.Journal.Last(Journaled).ToLookup(e => e.CallSid);
        return new PhonesView(now, exchange.Options.LineNumber, [.. legs.Select(l => Of(l, events[l.Sid]))],
            [.. exchange.Messages.All.Where(m => m.Status == "delivered").TakeLast(Most).Select(m => new TextView(m.To, m.CreatedAt, m.Body))]);
    }

    private static PhoneView Of(Leg leg, IEnumerable<JournalEntry> events) => new(
        leg.Phone, leg.Sid, leg.Identity is null ? leg.Key : null, leg.Identity is not null, leg.IsRung, leg.Status, leg.CreatedAt, leg.EndedAt,
        leg.IsOver ? "" : leg.Doing, leg.IsListening, leg.Muted, leg.Pressed, Of(leg.Hearing),
        leg.Queued is { } place ? new QueueView(place.Queue.FriendlyName, place.Position, place.Waited.TotalSeconds) : null,
        leg.InRoom is { } me ? new RoomView(me.Conference.FriendlyName, me.Conference.HasStarted, me.Hold, Others(me)) : null,
        leg.LongestGap.TotalSeconds,
        [.. events.TakeLast(Events).Select(Of)]);

    private static List<string> Others(Participant me) => [.. me.Conference.Participants.Where(p => p != me).Select(p => p.Leg.Phone)];

    private static ClipView? Of(HeardClip? heard) => heard is null ? null : new ClipView(
        heard.Clip.Key, heard.Clip.Path, $"clips/{heard.Clip.Id}", heard.Since, heard.Clip.Length.TotalSeconds);

    private static EventView Of(JournalEntry e) => new(
        e.Number, e.At, e.Kind.ToString(), e.Text, e.Url?.PathAndQuery, e.Status, e.Code, e.Took?.TotalSeconds, e.Body);
}
