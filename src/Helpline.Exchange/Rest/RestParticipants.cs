using Microsoft.AspNetCore.Http;

namespace Helpline.Exchange;

/// <summary>Who is in a conference, and who is rung to join it. Those who have left are not listed.</summary>
internal static class RestParticipants
{
    private static readonly string[] RoomEvents = ["start", "end", "join", "leave", "mute", "hold", "modify", "speaker", "announcement"];

    /// <summary>Rings somebody for a conference; its name is as good as its SID, and a new name makes a new conference.</summary>
    public static async Task<IResult> Create(string account, string sid, HttpRequest request, Switchboard exchange)
    {
        var form = await RestForm.Of(request);
        form.OneOf("MachineDetection", "Enable", "DetectMessageEnd");
        var call = RestCalls.Call(form, exchange, new Enter(), leastTimeout: 5);
        var room = Room(form, IsSid(sid) ? LiveName(exchange, sid) : sid);
        form.Done();
        var (invited, code, why) = exchange.RingFor(room, call);
        return invited is null
            ? throw new RestException(code, why)
            : Results.Json(RestShapes.Of(invited, account), statusCode: StatusCodes.Status201Created);
    }

    public static IResult List(string account, string sid, bool? muted, bool? hold, bool? coaching, int? pageSize, Switchboard exchange) =>
        Results.Json(RestShapes.Page(
            "participants",
            exchange.Listed(Find(exchange, sid).Members, p => p.InvitedAt)
                .Where(p => (muted ?? p.Muted) == p.Muted && (hold ?? p.Hold) == p.Hold && (coaching ?? p.Coaching) == p.Coaching)
                .Select(p => RestShapes.Of(p, account)),
            pageSize ?? 50, account, $"Conferences/{sid}/Participants"));

    public static IResult Get(string account, string sid, string who, Switchboard exchange) =>
        Results.Json(RestShapes.Of(Find(exchange, sid, who), account));

    public static async Task<IResult> Update(string account, string sid, string who, HttpRequest request, Switchboard exchange)
    {
        var participant = Find(exchange, sid, who);
        var form = await RestForm.Of(request);
        var (muted, hold, coaching, ends) = (form.Bool("Muted"), form.Bool("Hold"), form.Bool("Coaching"), form.Bool("EndConferenceOnExit"));
        var (holdUrl, holdMethod, coached) = (form.Url("HoldUrl"), form.Method("HoldMethod", HttpMethod.Get), form.Text("CallSidToCoach"));
        var (announced, announceMethod) = (form.Url("AnnounceUrl"), form.Method("AnnounceMethod", HttpMethod.Post));
        form.Bool("BeepOnExit");
        form.Done();
        if (coaching == true && participant.Conference.Find(coached ?? "") is null)
            throw new RestException(13240, "CallSidToCoach is not in the conference");
        var room = participant.Conference;
        if (muted is { } mute) room.Change(participant, "mute", mute ? "participant-mute" : "participant-unmute", p => p.Muted = mute);
        if (hold is { } held)
            room.Change(participant, "hold", held ? "participant-hold" : "participant-unhold",
                p => (p.Hold, p.HoldUrl, p.HoldMethod) = (held, held ? holdUrl : null, holdMethod));
        if (coaching is not null || ends is not null)
            room.Change(participant, "modify", "participant-modify", p =>
            {
                p.EndsOnExit = ends ?? p.EndsOnExit;
                if (coaching is { } coach) (p.Coaching, p.CoachedCall) = (coach, coach ? coached : null);
            });
        if (announced is not null) participant.Hears(new Fetch(announced, announceMethod, [], "announcement"));
        return Results.Json(RestShapes.Of(participant, account));
    }

    public static IResult Remove(string account, string sid, string who, Switchboard exchange)
    {
        var participant = Find(exchange, sid, who);
        participant.Conference.Leave(participant, "participant_updated_via_api", kicked: true);
        return Results.NoContent();
    }

    private static Room Room(RestForm form, string name)
    {
        var label = form.Text("Label");
        if (name.Length > 128 || label is { Length: 0 or > 128 }) throw new RestException(20001, "a name or Label must have 1 to 128 characters");
        var (coaching, coached) = (form.Bool("Coaching") ?? false, form.Text("CallSidToCoach"));
        if (coaching && coached is null) throw new RestException(13240, "Coaching needs CallSidToCoach");
        var told = form.Callback("Conference", ["start", "end"], RoomEvents);
        form.Bool("EarlyMedia");
        form.OneOf("JitterBufferSize", "off", "small", "medium", "large");
        form.OneOf("ConferenceRecord", "false", "do-not-record");
        form.OneOf("Record", "false");
        return new Room(
            name, label, form.Bool("Muted") ?? false, form.OneOf("Beep", "true", "false", "onEnter", "onExit") ?? "true",
            form.Bool("StartConferenceOnEnter") ?? true, form.Bool("EndConferenceOnExit") ?? false, form.Number("MaxParticipants", 250, 2, 250),
            form.Url("WaitUrl"), form.Method("WaitMethod", HttpMethod.Post), coaching ? coached : null, told.Url, told.Method, told.Events);
    }

    private static bool IsSid(string text) => text.Length == 34 && text.StartsWith("CF", StringComparison.Ordinal);

    private static string LiveName(Switchboard exchange, string sid) => Find(exchange, sid) is { IsOver: false } room
        ? room.FriendlyName
        : throw RestException.NotFound($"Conferences/{sid}.json");

    private static Conference Find(Switchboard exchange, string sid) =>
        exchange.Conferences.BySid(sid) ?? throw RestException.NotFound($"Conferences/{sid}.json");

    private static Participant Find(Switchboard exchange, string sid, string who) =>
        Find(exchange, sid).Find(who) ?? throw RestException.NotFound($"Conferences/{sid}/Participants/{who}.json");
}
