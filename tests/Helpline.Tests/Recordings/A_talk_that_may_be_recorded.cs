using System.Net;
using System.Text;
using Helpline.Contracts;
using Helpline.Contracts.Calls;
using Helpline.Exchange;
using Helpline.Tests.Line;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Recordings;

public class A_talk_that_may_be_recorded
{
    private static readonly TimeSpan LongTalk = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Is_recorded_once_the_caller_agrees_fetched_encrypted_deleted_at_the_provider_and_heard()
    {
        await using var host = Recording();
        await using var marina = await host.Available("counselor3");
        var caller = await Rings(host);
        await caller.Hears("ru/consent");
        await caller.Presses("1");
        await caller.Hears("ru/consent-given");
        var call = await Takes(marina);
        await host.Until(async () => (await marina.Sees(call)).RecordedSince is not null, "the counselor to see that it is recorded");
        await host.Passes(LongTalk);
        await caller.HangsUp();
        await host.Until(async () => (await Of(marina, call)).Single().State == "Kept", "the recording to be kept");

        Assert.Null((await marina.Sees(call)).RecordedSince);
        var recording = (await Of(marina, call)).Single();
        Assert.InRange(recording.Seconds!.Value, 20, 60);
        var sound = await marina.Http.GetByteArrayAsync(Routes.Audio(recording.Id), TestContext.Current.CancellationToken);
        Assert.Equal("RIFF", Encoding.ASCII.GetString(sound, 0, 4));
        Assert.Equal(-1, (await host.Reads(db => db.KeptSounds.AsNoTracking().SingleAsync())).Sealed.AsSpan().IndexOf("RIFF"u8));
        await host.Until(() => Task.FromResult(!host.Exchange.Recordings.All.Any()), "the recording to be deleted at the provider");
        Assert.Equal(["ConsentGiven", "RecordingAsked", "RecordingKept", "RecordingHeard"], await Told(host));
        await using var admin = await host.SignIn("admin");
        Assert.Equal(HttpStatusCode.Forbidden, (await admin.Opens(Routes.Audio(recording.Id))).StatusCode);
        Assert.Empty(host.Exchange.Journal.Errors);
    }

    [Fact]
    public async Task Is_heard_by_whoever_may_read_its_note_with_a_reason_and_by_no_other_counselor()
    {
        await using var host = Recording();
        await using var marina = await host.Available("counselor3");
        await using var erlan = await host.SignIn("supervisor1");
        await using var aigul = await host.SignIn("counselor1");
        var caller = await Rings(host);
        await caller.Hears("ru/consent");
        await caller.Presses("1");
        var call = await Takes(marina);
        await host.Passes(LongTalk);
        await caller.HangsUp();
        await host.Until(async () => (await Of(marina, call)).Single().State == "Kept", "the recording to be kept");
        var recording = (await Of(marina, call)).Single().Id;

        Assert.Null((await aigul.Gets<CallDetails>(Routes.Call(call))).Recordings);
        Assert.Equal(HttpStatusCode.Forbidden, (await aigul.Opens(Routes.Audio(recording))).StatusCode);
        foreach (var who in new[] { marina, erlan }) Assert.Equal(HttpStatusCode.OK, (await who.Opens(Routes.Audio(recording))).StatusCode);
        Assert.Equal([("counselor3", "care"), ("supervisor1", "supervision")], await host.Reads(db => db.AuditTrail
            .Where(a => a.Action == Domain.Audit.AuditAction.Listened && a.SubjectId == call).OrderBy(a => a.Id).Select(a => new ValueTuple<string, string?>(a.Actor!, a.Reason)).ToListAsync()));
    }

    [Theory]
    [InlineData("2")]
    [InlineData("")]
    public async Task Is_not_recorded_when_the_caller_declines_or_says_nothing_and_goes_on_all_the_same(string answer)
    {
        await using var host = Recording();
        await using var marina = await host.Available("counselor3");
        var caller = await Rings(host);
        await caller.Hears("ru/consent");
        if (answer != "") await caller.Presses(answer);
        await caller.Hears("ru/privacy");
        var call = await Takes(marina);
        await host.Passes(LongTalk);

        Assert.Null((await marina.Sees(call)).RecordedSince);
        await caller.HangsUp();
        await marina.SeesState(call, "WrapUp");
        Assert.Empty(await Of(marina, call));
        Assert.Equal(["ConsentDeclined"], await Told(host));
        Assert.Equal(false, await host.Reads(db => db.Calls.Select(c => c.Consent).SingleAsync()));
    }

    [Fact]
    public async Task Is_not_asked_about_in_danger()
    {
        await using var host = Recording();
        await using var aigul = await host.Available();
        var caller = await Rings(host, digit: "9");
        await caller.Hears("kk/emergency");
        await Takes(aigul);

        Assert.DoesNotContain(caller.Transcript, heard => heard.Contains("consent", StringComparison.Ordinal));
        Assert.Null(await host.Reads(db => db.Calls.Select(c => c.Consent).SingleAsync()));
        Assert.Empty(await Told(host));
    }

    [Fact]
    public async Task Is_not_asked_about_unless_the_organization_turns_it_on()
    {
        await using var host = HelplineHost.Start();
        await using var marina = await host.Available("counselor3");
        var caller = await Rings(host);
        await caller.Hears("ru/privacy");
        await Takes(marina);

        Assert.DoesNotContain(caller.Transcript, heard => heard.Contains("consent", StringComparison.Ordinal));
        Assert.Empty(await Told(host));
    }

    [Fact]
    public async Task Is_not_kept_when_the_caller_changes_her_mind()
    {
        await using var host = Recording();
        await using var marina = await host.Available("counselor3");
        var caller = await Rings(host);
        await caller.Hears("ru/consent");
        await caller.Presses("1");
        var call = await Takes(marina);
        await host.Until(async () => (await marina.Sees(call)).RecordedSince is not null, "the counselor to see that it is recorded");

        (await marina.Posts(Routes.StopRecording(call))).EnsureSuccessStatusCode();
        (await marina.Posts(Routes.StopRecording(call))).EnsureSuccessStatusCode();

        Assert.Null((await marina.Sees(call)).RecordedSince);
        await host.Until(async () => (await Of(marina, call)).Single().State == "Empty", "the recording to be discarded");
        await host.Until(() => Task.FromResult(!host.Exchange.Recordings.All.Any()), "the recording to be deleted at the provider");
        await caller.IsTalkingTo("counselor3");
        await caller.HangsUp();
        await marina.SeesState(call, "WrapUp");
        Assert.Empty(await host.Reads(db => db.KeptSounds.ToListAsync()));
        Assert.Equal(["ConsentGiven", "RecordingAsked", "ConsentWithdrawn", "RecordingDiscarded"], await Told(host));
    }

    [Fact]
    public async Task Says_so_when_the_recording_never_arrives()
    {
        await using var host = Recording();
        await using var marina = await host.Available("counselor3");
        var caller = await Rings(host);
        await caller.Hears("ru/consent");
        await caller.Presses("1");
        var call = await Takes(marina);
        await host.Until(async () => (await marina.Sees(call)).RecordedSince is not null, "the counselor to see that it is recorded");

        host.Exchange.Faults.Inject(Fault.WebhookDropped, 50);
        await caller.HangsUp();
        await marina.SeesState(call, "WrapUp");
        foreach (var made in host.Exchange.Recordings.All.ToList()) host.Exchange.Recordings.Delete(made.Sid);
        host.Leaps(TimeSpan.FromMinutes(11));
        await host.Until(async () => (await Of(marina, call)).Single().State == "Missing", "the recording to be missed");

        Assert.True((await marina.Sees(call)).RecordingLost);
        Assert.Contains("RecordingMissing", await Told(host));
    }

    [Fact]
    public async Task Is_asked_for_at_the_provider_when_the_report_of_its_recording_is_lost()
    {
        await using var host = Recording();
        await using var marina = await host.Available("counselor3");
        var caller = await Rings(host);
        await caller.Hears("ru/consent");
        await caller.Presses("1");
        var call = await Takes(marina);
        await host.Until(async () => (await marina.Sees(call)).RecordedSince is not null, "the counselor to see that it is recorded");
        await host.Passes(LongTalk);

        host.Exchange.Faults.Inject(Fault.WebhookDropped, 50);
        await caller.HangsUp();
        await marina.SeesState(call, "WrapUp");
        host.Leaps(TimeSpan.FromMinutes(11));
        await host.Until(async () => (await Of(marina, call)).Single().State == "Kept", "the recording to be kept");

        Assert.False((await marina.Sees(call)).RecordingLost);
        await host.Until(() => Task.FromResult(!host.Exchange.Recordings.All.Any()), "the recording to be deleted at the provider");
        Assert.DoesNotContain("RecordingMissing", await Told(host));
    }

    [Fact]
    public async Task Goes_on_and_says_so_when_the_recording_cannot_begin()
    {
        await using var host = Recording();
        await using var marina = await host.Available("counselor3");
        var caller = await Rings(host);
        await caller.Hears("ru/consent");
        await caller.Presses("1");
        // Somebody records it already, so the provider refuses another.
        host.Exchange.Record(host.Exchange.Legs.Find(caller.CallSid)!, new Callback(null, HttpMethod.Post, []));
        var call = await Takes(marina);

        await host.Until(async () => (await marina.Sees(call)).RecordingLost, "the counselor to be told");
        Assert.Equal(("Talking", null), ((await marina.Sees(call)).State, (await marina.Sees(call)).RecordedSince));
        Assert.Equal("Missing", (await Of(marina, call)).Single().State);
    }

    private static HelplineHost Recording() => TestLine.Host(rules => rules with { RecordTalks = true });

    private static async Task<Caller> Rings(HelplineHost host, string digit = "2")
    {
        var caller = host.Caller();
        await caller.Ring();
        await caller.Presses(digit);
        return caller;
    }

    private static async Task<Guid> Takes(Counselor counselor)
    {
        var call = (await counselor.Accepts(await counselor.IsOffered())).CallId;
        await counselor.SeesState(call, "Talking");
        return call;
    }

    private static async Task<IReadOnlyList<RecordingCard>> Of(Counselor who, Guid call) => (await who.Gets<CallDetails>(Routes.Call(call))).Recordings!;

    private static Task<List<string>> Told(HelplineHost host) => host.Reads(db => db.Ledger
        .Where(e => e.What.StartsWith("Consent") || e.What.StartsWith("Recording")).OrderBy(e => e.Id).Select(e => e.What).ToListAsync());
}
