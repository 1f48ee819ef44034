using System.Globalization;

namespace Helpline.Exchange;

using Json = Dictionary<string, object?>;

/// <summary>Resources as the provider writes them.</summary>
internal static class RestShapes
{
    public const string Version = "2010-04-01";

    public static Json Of(Leg leg, string account) => new()
    {
        ["sid"] = leg.Sid,
        ["account_sid"] = account,
        ["parent_call_sid"] = leg.ParentSid,
        ["to"] = leg.To,
        ["to_formatted"] = leg.To,
        ["from"] = leg.From,
        ["from_formatted"] = leg.From,
        ["status"] = leg.Status,
        ["direction"] = leg.Direction,
        ["date_created"] = Rfc2822.Of(leg.CreatedAt),
        ["date_updated"] = Rfc2822.Of(leg.EndedAt ?? leg.AnsweredAt ?? leg.CreatedAt),
        ["start_time"] = Date(leg.AnsweredAt),
        ["end_time"] = Date(leg.EndedAt),
        ["duration"] = leg.IsOver ? Text(leg.Seconds) : null,
        ["price"] = null,
        ["price_unit"] = "USD",
        ["phone_number_sid"] = "",
        ["answered_by"] = null,
        ["forwarded_from"] = null,
        ["group_sid"] = null,
        ["caller_name"] = null,
        ["queue_time"] = Text((int)leg.QueueTime.TotalMilliseconds),
        ["trunk_sid"] = null,
        ["api_version"] = Version,
        ["uri"] = Uri(account, $"Calls/{leg.Sid}"),
        ["subresource_uris"] = new Json { ["recordings"] = Uri(account, $"Calls/{leg.Sid}/Recordings") },
    };

    public static Json Of(Conference room, string account) => new()
    {
        ["sid"] = room.Sid,
        ["account_sid"] = account,
        ["friendly_name"] = room.FriendlyName,
        ["status"] = room.Status,
        ["region"] = "us1",
        ["reason_conference_ended"] = room.ReasonEnded,
        ["call_sid_ending_conference"] = room.CallEnding,
        ["date_created"] = Rfc2822.Of(room.CreatedAt),
        ["date_updated"] = Rfc2822.Of(room.UpdatedAt),
        ["api_version"] = Version,
        ["uri"] = Uri(account, $"Conferences/{room.Sid}"),
        ["subresource_uris"] = new Json { ["participants"] = Uri(account, $"Conferences/{room.Sid}/Participants") },
    };

    public static Json Of(Participant who, string account) => new()
    {
        ["account_sid"] = account,
        ["call_sid"] = who.Leg.Sid,
        ["label"] = who.Label,
        ["conference_sid"] = who.Conference.Sid,
        ["call_sid_to_coach"] = who.CoachedCall,
        ["coaching"] = who.Coaching,
        ["muted"] = who.Muted,
        ["hold"] = who.Hold,
        ["end_conference_on_exit"] = who.EndsOnExit,
        ["start_conference_on_enter"] = who.StartsOnEnter,
        ["status"] = who.Status,
        ["queue_time"] = Text((int)who.Leg.QueueTime.TotalMilliseconds),
        ["date_created"] = Rfc2822.Of(who.JoinedAt),
        ["date_updated"] = Rfc2822.Of(who.JoinedAt),
        ["uri"] = Uri(account, $"Conferences/{who.Conference.Sid}/Participants/{who.Leg.Sid}"),
    };

    public static Json Of(Recording recording, string account) => new()
    {
        ["sid"] = recording.Sid,
        ["account_sid"] = account,
        ["call_sid"] = recording.CallSid,
        ["conference_sid"] = null,
        ["status"] = recording.Status,
        ["duration"] = Text(recording.Seconds),
        ["channels"] = 1,
        ["source"] = recording.Source,
        ["error_code"] = null,
        ["price"] = null,
        ["price_unit"] = "USD",
        ["start_time"] = Rfc2822.Of(recording.StartedAt),
        ["date_created"] = Rfc2822.Of(recording.StartedAt),
        ["date_updated"] = Rfc2822.Of(recording.StartedAt + recording.Length),
        ["encryption_details"] = null,
        ["media_url"] = null,
        ["api_version"] = Version,
        ["uri"] = Uri(account, $"Recordings/{recording.Sid}"),
        ["subresource_uris"] = new Json(),
    };

    /// <summary>The same, as a part of its call.</summary>
    public static Json InCall(Recording recording, string account) => new(Of(recording, account))
    {
        ["duration"] = recording.IsRunning ? null : Text(recording.Seconds),
        ["track"] = recording.Track,
        ["uri"] = Uri(account, $"Calls/{recording.CallSid}/Recordings/{recording.Sid}"),
    };

    public static Json Of(TextMessage message, string account) => new()
    {
        ["sid"] = message.Sid,
        ["account_sid"] = account,
        ["messaging_service_sid"] = null,
        ["from"] = message.From,
        ["to"] = message.To,
        ["body"] = message.Body,
        ["status"] = message.Status,
        ["direction"] = "outbound-api",
        ["num_segments"] = "1",
        ["num_media"] = "0",
        ["date_created"] = Rfc2822.Of(message.CreatedAt),
        ["date_updated"] = Rfc2822.Of(message.SentAt ?? message.CreatedAt),
        ["date_sent"] = Date(message.SentAt),
        ["error_code"] = message.Error,
        ["error_message"] = null,
        ["price"] = null,
        ["price_unit"] = "USD",
        ["api_version"] = Version,
        ["uri"] = Uri(account, $"Messages/{message.Sid}"),
        ["subresource_uris"] = new Json { ["media"] = Uri(account, $"Messages/{message.Sid}/Media") },
    };

    public static Json Of(WaitingQueue queue, string account) => new()
    {
        ["sid"] = queue.Sid,
        ["account_sid"] = account,
        ["friendly_name"] = queue.FriendlyName,
        ["max_size"] = queue.MaxSize,
        ["current_size"] = queue.CurrentSize,
        ["average_wait_time"] = queue.AverageWait,
        ["date_created"] = Rfc2822.Of(queue.CreatedAt),
        ["date_updated"] = Rfc2822.Of(queue.CreatedAt),
        ["uri"] = Uri(account, $"Queues/{queue.Sid}"),
        ["subresource_uris"] = new Json { ["members"] = Uri(account, $"Queues/{queue.Sid}/Members") },
    };

    /// <summary>One page with everything up to its size.</summary>
    public static Json Page(string name, IEnumerable<Json> all, int size, string account, string path)
    {
        Json[] page = [.. all.Take(size)];
        return new Json
        {
            [name] = page,
            ["page"] = 0,
            ["page_size"] = size,
            ["start"] = 0,
            ["end"] = Math.Max(0, page.Length - 1),
            ["uri"] = Uri(account, path),
            ["first_page_uri"] = Uri(account, path),
            ["next_page_uri"] = null,
            ["previous_page_uri"] = null,
        };
    }

    public static Json Of(RestException error) => new()
    {
        ["code"] = error.Code,
        ["message"] = error.Message,
        ["more_info"] = $"https://www.twilio.com/docs/errors/{error.Code}",
        ["status"] = error.Status,
    };

    private static string Uri(string account, string path) => $"/{Version}/Accounts/{account}/{path}.json";

    private static string? Date(DateTimeOffset? at) => at is { } known ? Rfc2822.Of(known) : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
