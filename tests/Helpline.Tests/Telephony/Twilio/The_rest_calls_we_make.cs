using System.Text.RegularExpressions;
using Helpline.Server.Telephony.Twilio;
using Microsoft.AspNetCore.WebUtilities;

namespace Helpline.Tests.Telephony.Twilio;

/// <summary>Against Twilio's own description of its API, of which <c>vectors/twilio-api-subset.json</c> is our part.</summary>
public class The_rest_calls_we_make
{
    private static readonly Uri Url = new("https://helpline.example.org/voice/join");
    private static readonly Operation[] Described = TwilioVectors.Read<Operation[]>("twilio-api-subset.json");

    private static readonly Dictionary<string, Func<TwilioApi, Task<TwilioReply>>> Calls = new()
    {
        ["redirect"] = api => api.Redirect("CA1", Url),
        ["end"] = api => api.End("CA1"),
        ["find"] = api => api.Find("CA1"),
        ["call"] = api => api.Call(new("+77010000001", "+77172000000", Url)),
        ["call with everything"] = api => api.Call(new(
            "+77010000001", "+77172000000", Url, Url, Url, TimeSpan.FromSeconds(20), TimeSpan.FromHours(4))),
        ["find conferences"] = api => api.FindConferences("hv-1 &?"),
        ["find live conferences"] = api => api.FindConferences("hv-1", "in-progress"),
        ["find every live conference"] = api => api.LiveConferences(),
        ["end conference"] = api => api.EndConference("CF1"),
        ["participants"] = api => api.Participants("CF1"),
        ["add participant"] = api => api.AddParticipant("hv-1", new("client:counselor1", "+77172000000")),
        ["add participant with everything"] = api => api.AddParticipant("hv-1", new(
            "+77010000001", "+77172000000", "caller", true, true, false, false, true, "CA2", Url, Url, TimeSpan.FromSeconds(30), TimeSpan.FromHours(4))),
        ["announce"] = api => api.UpdateParticipant("CF1", "caller", new(AnnounceUrl: Url)),
        ["kick"] = api => api.Kick("CF1", "caller"),
        ["hold"] = api => api.UpdateParticipant("CF1", "CA1", new(Hold: true, HoldUrl: Url)),
        ["coach"] = api => api.UpdateParticipant("CF1", "CA1", new(Muted: false, Coaching: true, CallSidToCoach: "CA2", EndConferenceOnExit: false)),
        ["start recording"] = api => api.StartRecording("CA1", Url),
        ["stop recording"] = api => api.StopRecording("CA1"),
        ["find recordings"] = api => api.FindRecordings("CA1"),
        ["delete recording"] = api => api.DeleteRecording("RE1"),
        ["message from a number"] = api => api.SendMessage(new("+77010000001", "+77172000000", "Сәлем", Url)),
        ["message from a service"] = api => api.SendMessage(new("+77010000001", "MG1", "Сәлем")),
    };

    public static TheoryData<string> Names => [.. Calls.Keys];

    private static async Task<(Operation? Operation, Sent Sent)> Send(string name)
    {
        var twilio = new ScriptedTwilio(ScriptedTwilio.Answers(200));
        await twilio.Hears(Calls[name]);
        var sent = twilio.Requests.Single();
        return (Described.SingleOrDefault(one => one.Method == sent.Method && one.Matches(sent.Url.AbsolutePath)), sent);
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Are_ones_that_twilio_knows(string name)
    {
        var (operation, sent) = await Send(name);

        Assert.NotNull(operation);
        var fields = QueryHelpers.ParseQuery(sent.Body);
        Assert.Empty(fields.Keys.Except(operation.Form));
        Assert.Empty(operation.Required.Except(fields.Keys));
        Assert.Empty(QueryHelpers.ParseQuery(sent.Url.Query).Keys.Except(operation.Query));
    }

    [Fact]
    public async Task Are_all_that_the_description_holds()
    {
        List<Operation?> made = [];
        foreach (var name in Calls.Keys) made.Add((await Send(name)).Operation);

        Assert.Equal(Described.Length, made.Distinct().Count());
    }

    [Fact]
    public async Task Repeat_a_key_for_a_list_and_write_seconds_and_booleans_as_twilio_does()
    {
        Assert.Equal(
            "To=%2B77010000001&From=%2B77172000000&Url=https%3A%2F%2Fhelpline.example.org%2Fvoice%2Fjoin&Method=POST"
            + "&FallbackUrl=https%3A%2F%2Fhelpline.example.org%2Fvoice%2Fjoin&FallbackMethod=POST"
            + "&StatusCallback=https%3A%2F%2Fhelpline.example.org%2Fvoice%2Fjoin&StatusCallbackMethod=POST"
            + "&StatusCallbackEvent=initiated&StatusCallbackEvent=ringing&StatusCallbackEvent=answered&StatusCallbackEvent=completed"
            + "&Timeout=20&TimeLimit=14400", (await Send("call with everything")).Sent.Body);
        Assert.Equal(
            "To=%2B77010000001&From=%2B77172000000&Label=caller&StartConferenceOnEnter=true&EndConferenceOnExit=true&Muted=false&Beep=false"
            + "&EarlyMedia=true&Coaching=true&CallSidToCoach=CA2"
            + "&StatusCallback=https%3A%2F%2Fhelpline.example.org%2Fvoice%2Fjoin&StatusCallbackMethod=POST"
            + "&StatusCallbackEvent=initiated&StatusCallbackEvent=ringing&StatusCallbackEvent=answered&StatusCallbackEvent=completed"
            + "&ConferenceStatusCallback=https%3A%2F%2Fhelpline.example.org%2Fvoice%2Fjoin&ConferenceStatusCallbackMethod=POST"
            + "&ConferenceStatusCallbackEvent=start&ConferenceStatusCallbackEvent=end&ConferenceStatusCallbackEvent=join&ConferenceStatusCallbackEvent=leave"
            + "&Timeout=30&TimeLimit=14400", (await Send("add participant with everything")).Sent.Body);
        Assert.Equal("Muted=false&Coaching=true&CallSidToCoach=CA2&EndConferenceOnExit=false", (await Send("coach")).Sent.Body);
    }

    [Fact]
    public async Task Escape_what_a_name_may_hold() =>
        Assert.Equal("?FriendlyName=hv-1%20%26%3F&PageSize=50", (await Send("find conferences")).Sent.Url.Query);

    internal sealed record Operation(string Method, string Path, string[] Query, string[] Form, string[] Required)
    {
        public bool Matches(string path) =>
            Regex.IsMatch(path, "^/rest" + Regex.Replace(Path, @"\{\w+\}", "[^/]+").Replace(".json", @"\.json", StringComparison.Ordinal) + "$");
    }
}
