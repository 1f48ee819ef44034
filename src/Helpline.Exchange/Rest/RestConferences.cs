using Microsoft.AspNetCore.Http;

namespace Helpline.Exchange;

/// <summary>Conferences and who is in them. Only the living are listed as participants.</summary>
internal static class RestConferences
{
    public static IResult List(string account, string? friendlyName, string? status, int? pageSize, Switchboard exchange) =>
        Results.Json(RestShapes.Page(
            "conferences",
            exchange.Conferences.All.Reverse()
                .Where(c => (friendlyName is null || c.FriendlyName == friendlyName) && (status is null || c.Status == status))
                .Select(c => RestShapes.Of(c, account)),
            pageSize ?? 50, account, "Conferences"));

    public static IResult Get(string account, string sid, Switchboard exchange) => Results.Json(RestShapes.Of(Find(exchange, sid), account));

    public static async Task<IResult> Update(string account, string sid, HttpRequest request, Switchboard exchange)
    {
        var room = Find(exchange, sid);
        var form = await RestForm.Of(request);
        var status = form.Text("Status");
        form.Done();
        if (status != "completed") throw new RestException(20001, "Status must be completed");
        room.Ends();
        return Results.Json(RestShapes.Of(room, account));
    }

    public static IResult Participants(string account, string sid, int? pageSize, Switchboard exchange) => Results.Json(RestShapes.Page(
        "participants", Find(exchange, sid).Participants.Select(p => RestShapes.Of(p, account)), pageSize ?? 50, account,
        $"Conferences/{sid}/Participants"));

    public static IResult Participant(string account, string sid, string who, Switchboard exchange) =>
        Results.Json(RestShapes.Of(Find(exchange, sid, who), account));

    public static async Task<IResult> UpdateParticipant(string account, string sid, string who, HttpRequest request, Switchboard exchange)
    {
        var participant = Find(exchange, sid, who);
        var form = await RestForm.Of(request);
        var (muted, hold, coaching, ends) = (form.Bool("Muted"), form.Bool("Hold"), form.Bool("Coaching"), form.Bool("EndConferenceOnExit"));
        var (holdUrl, holdMethod, coached) = (form.Url("HoldUrl"), form.Method("HoldMethod", HttpMethod.Get), form.Text("CallSidToCoach"));
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
        return Results.Json(RestShapes.Of(participant, account));
    }

    public static IResult RemoveParticipant(string account, string sid, string who, Switchboard exchange)
    {
        var participant = Find(exchange, sid, who);
        participant.Conference.Leave(participant, "participant_updated_via_api", kicked: true);
        return Results.NoContent();
    }

    private static Conference Find(Switchboard exchange, string sid) =>
        exchange.Conferences.BySid(sid) ?? throw RestException.NotFound($"Conferences/{sid}.json");

    private static Participant Find(Switchboard exchange, string sid, string who) =>
        Find(exchange, sid).Find(who) ?? throw RestException.NotFound($"Conferences/{sid}/Participants/{who}.json");
}
