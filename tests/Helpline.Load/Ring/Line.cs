using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Helpline.Load.Servers;
using Helpline.Load.Webhooks;

namespace Helpline.Load.Ring;

/// <summary>
/// The provider's part of each call, as short as the server lets it be: ring, choose a language, be fetched into the room,
/// and leave it when told goodbye. The webhooks are those of the real one; nobody listens to the prompts.
/// </summary>
internal sealed partial class Line(Uri server, LineAccount account, Refusals refusals) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false }) { BaseAddress = server };
    private readonly ConcurrentDictionary<string, List<KeyValuePair<string, string>>> callers = new();
    private readonly ConcurrentDictionary<string, Room> rooms = new();
    private readonly ConcurrentDictionary<string, Room> roomOf = new();
    private int calls;

    /// <summary>A new caller rings and chooses a language, each in turn.</summary>
    /// <returns>The name of the caller's leg.</returns>
    public async Task<string> Ring(Ringing ringing)
    {
        var (leg, number) = (LineAccount.NewSid("CA"), Interlocked.Increment(ref calls));
        var form = callers[leg] = Arrivals.NewCall(account, leg, "+7702" + number.ToString("D7", CultureInfo.InvariantCulture));
        await Send("/voice/incoming", form);
        ringing.Enters(leg);
        await Send("/voice/language?try=1", [.. form, new("Digits", (number % 3 + 1).ToString(CultureInfo.InvariantCulture))]);
        await Send("/voice/wait?pass=0", form);
        return leg;
    }

    /// <summary>The caller is on the line and in no room yet.</summary>
    public bool Waits(string leg) => callers.ContainsKey(leg) && !roomOf.ContainsKey(leg);

    /// <summary>The music is over, and the provider asks for more.</summary>
    public Task Pass(string leg, int pass) => callers.TryGetValue(leg, out var form) ? Send($"/voice/wait?pass={pass}", form) : Task.CompletedTask;

    /// <summary>The browser leg of a counselor who has accepted.</summary>
    public async Task Connect(string userName, string ticket)
    {
        var leg = LineAccount.NewSid("CA");
        List<KeyValuePair<string, string>> form =
            [new("AccountSid", account.Sid), new("CallSid", leg), new("CallStatus", "ringing"), new("From", $"client:{userName}"), new("ticket", ticket)];
        if (RoomIn(await Send("/voice/counselor", form)) is { } name) await Join(name, leg, form);
        else refusals.Add("a ticket that opens no room");
    }

    /// <summary>A command of the server: the caller's leg is sent to an address, or a leg is ended.</summary>
    public void Obey(string leg, Uri? url) => _ = url is null ? End(leg) : Move(leg, url);

    public void Dispose() => http.Dispose();

    private async Task Move(string leg, Uri url)
    {
        if (RoomIn(await Send(url.PathAndQuery, callers[leg])) is { } name) await Join(name, leg, callers[leg]);
        else await Leave(leg);
    }

    private async Task Join(string name, string leg, List<KeyValuePair<string, string>> form)
    {
        var room = roomOf[leg] = rooms.GetOrAdd(name, _ => new Room(name));
        lock (room) room.Legs.Add((leg, form));
        await Happens(room, "participant-join", leg);
        if (room.Legs.Count == 2) await Happens(room, "conference-start", null);
    }

    /// <summary>Goodbye: the caller's leaving ends the room, so the counselor's leg asks what comes next.</summary>
    private async Task Leave(string leg)
    {
        if (rooms.TryRemove(roomOf[leg].Name, out var room))
        {
            await Happens(room, "participant-leave", leg);
            await Happens(room, "conference-end", null, KeyValuePair.Create("CallSidEndingConference", leg));
            foreach (var other in room.Legs.Where(l => l.Leg != leg)) await Send("/voice/counselor-after", other.Form);
        }
        await End(leg);
    }

    private async Task End(string leg)
    {
        if (!callers.TryRemove(leg, out var form)) return;
        await Send("/voice/status", [.. form.Where(f => f.Key != "CallStatus"), new("CallStatus", "completed"), new("Timestamp", Now())]);
    }

    private Task<string> Happens(Room room, string what, string? leg, params IEnumerable<KeyValuePair<string, string>> more) => Send("/voice/conference",
    [
        new("AccountSid", account.Sid), new("ConferenceSid", room.Sid), new("FriendlyName", room.Name), new("StatusCallbackEvent", what),
        new("SequenceNumber", Interlocked.Increment(ref room.Events).ToString(CultureInfo.InvariantCulture)), new("Timestamp", Now()),
        .. leg is null ? [] : new KeyValuePair<string, string>[] { new("CallSid", leg) }, .. more,
    ]);

    private async Task<string> Send(string target, List<KeyValuePair<string, string>> form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Add(LineAccount.Header, account.Sign(target, form));
        using var response = await http.SendAsync(request);
        var document = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode || document.Contains("apology", StringComparison.Ordinal)) refusals.Add($"{target.Split('?')[0]} {(int)response.StatusCode}");
        return document;
    }

    private static string? RoomIn(string document) => RoomName().Match(document) is { Success: true } match ? match.Groups[1].Value : null;

    private static string Now() => TimeProvider.System.GetUtcNow().ToString("r", CultureInfo.InvariantCulture);

    [GeneratedRegex("<Conference[^>]*>([^<]+)<")]
    private static partial Regex RoomName();

    private sealed class Room(string name)
    {
        public int Events;
        public string Sid { get; } = LineAccount.NewSid("CF");
        public string Name => name;
        public List<(string Leg, List<KeyValuePair<string, string>> Form)> Legs { get; } = [];
    }
}
