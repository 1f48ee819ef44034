using System.Net;
using System.Net.Http.Json;
using System.Text;
using Helpline.Contracts;
using Helpline.Contracts.Work;
using Helpline.Domain.Calls;
using Helpline.Domain.Missed;
using Helpline.Domain.Voicemails;
using Helpline.Exchange;
using Helpline.Tests.Line;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Voicemails;

public class A_message
{
    [Fact]
    public async Task Is_fetched_encrypted_deleted_at_the_provider_heard_by_its_owner_and_done()
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.OnABreak("counselor3");
        var caller = await host.Waiting();
        await caller.Presses("2");
        await caller.Hears("ru/voicemail");
        await caller.Speaks(TimeSpan.FromSeconds(6));
        await caller.Presses("#");
        await caller.Hears("ru/voicemail-saved");
        await caller.IsHungUp();
        await host.Until(async () => (await Cards(marina)).Single().State == "Kept", "the message to be kept");

        var card = (await Cards(marina)).Single();
        Assert.Equal(("counselor3", 6), (card.Owner, card.Seconds));
        Assert.Equal(CallState.Voicemail, await host.Reads(db => db.Calls.Select(c => c.State).SingleAsync()));
        var sound = await marina.Http.GetByteArrayAsync(Routes.Audio(card.Id), TestContext.Current.CancellationToken);
        Assert.Equal("RIFF", Encoding.ASCII.GetString(sound, 0, 4));
        var stored = (await host.Reads(db => db.KeptSounds.AsNoTracking().SingleAsync())).Sealed;
        Assert.Equal(-1, stored.AsSpan().IndexOf("RIFF"u8));
        await host.Until(() => Task.FromResult(!host.Exchange.Recordings.All.Any()), "the recording to be deleted at the provider");
        Assert.Contains("VoicemailHeard", await host.Reads(db => db.Ledger.Select(e => e.What).ToListAsync()));

        await using var aigul = await host.SignIn("counselor1");
        Assert.Equal(HttpStatusCode.Forbidden, (await aigul.Posts(Routes.Done(Routes.Voicemails, card.Id))).StatusCode);
        (await marina.Posts(Routes.Done(Routes.Voicemails, card.Id))).EnsureSuccessStatusCode();
        Assert.Empty(await Cards(marina));
        Assert.Empty(host.Exchange.Journal.Errors);
    }

    [Fact]
    public async Task Is_kept_when_the_caller_hangs_up_over_it()
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.OnABreak("counselor3");
        var caller = await host.Waiting();
        await caller.Presses("2");
        await caller.Speaks(TimeSpan.FromSeconds(4));
        await caller.HangsUp();
        await host.Until(async () => (await Cards(marina)).Single().State == "Kept", "the message to be kept");
    }

    [Fact]
    public async Task In_which_nothing_is_said_is_nobodys_task_but_the_call_is_missed_and_has_its_owner()
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.OnABreak("counselor3");
        var caller = await host.Waiting();
        await caller.Presses("2");
        await caller.Hears("ru/voicemail");
        await caller.Hears("ru/emergency", TimeSpan.FromMinutes(1));
        await caller.Hears("ru/goodbye");
        Assert.DoesNotContain(caller.Transcript, heard => heard.Contains("voicemail-saved", StringComparison.Ordinal));
        await host.Until(async () => (await Cards(marina)).Count == 0, "no task");
        Assert.Equal(VoicemailState.Empty, await host.Reads(db => db.Voicemails.Select(v => v.State).SingleAsync()));
        var missed = await host.Reads(db => db.MissedCalls.AsNoTracking().SingleAsync());
        Assert.Equal((MissedCause.AllBusy, "supervisor1", (DateTime?)null, null), (missed.Cause, missed.Owner, missed.ActedAt, missed.Act));
    }

    [Fact]
    public async Task That_never_arrives_says_so_to_its_owner_and_may_still_come()
    {
        using var host = HelplineHost.StartWithProviderAway();
        await using var marina = await host.OnABreak("counselor3");
        var (provider, leg) = (host.Provider(), Provider.NewSid());
        (string, string)[] form = [("CallSid", leg), ("From", "+77010000001"), ("CallStatus", "in-progress")];
        await provider.Posts("/voice/incoming", form);
        await provider.Posts("/voice/language?try=1", [.. form, ("Digits", "2")]);
        Assert.Contains("<Leave", await provider.Posts("/voice/wait-key?pass=1", [.. form, ("Digits", "2")]), StringComparison.Ordinal);
        Assert.Contains("/voice/voicemail", await provider.Posts("/voice/queue-exit", [.. form, ("QueueResult", "leave")]), StringComparison.Ordinal);
        var record = await provider.Posts("/voice/voicemail", form);
        Assert.Equal(record, await provider.Posts("/voice/voicemail", form));
        Assert.Contains("maxLength=\"180\"", record, StringComparison.Ordinal);

        host.Leaps(TimeSpan.FromMinutes(14));
        await host.Until(async () => (await Cards(marina)).Single() is { State: "Missing", Owner: "counselor3" }, "the message to be missed", TimeSpan.FromMinutes(2));
        await provider.Posts("/voice/recording", [.. form, ("RecordingSid", "RE1"), ("RecordingStatus", "completed"), ("RecordingDuration", "9")]);
        Assert.Equal("Announced", (await Cards(marina)).Single().State);
    }

    [Fact]
    public async Task Whose_report_was_lost_is_asked_for_at_the_provider_heard_and_deleted_there()
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.OnABreak("counselor3");
        var caller = await host.Waiting();
        await caller.Presses("2");
        await caller.Hears("ru/voicemail");
        await caller.Speaks(TimeSpan.FromSeconds(6));
        host.Exchange.Faults.Inject(Fault.WebhookDropped, 50);
        await caller.Presses("#");
        await caller.IsHungUp();
        Assert.Equal("Expected", (await Cards(marina)).Single().State);

        host.Leaps(TimeSpan.FromMinutes(14));
        await host.Until(async () => (await Cards(marina)).Single().State == "Kept", "the message to be kept");
        var card = (await Cards(marina)).Single();
        Assert.Equal(6, card.Seconds);
        Assert.Equal("RIFF", Encoding.ASCII.GetString(await marina.Http.GetByteArrayAsync(Routes.Audio(card.Id), TestContext.Current.CancellationToken), 0, 4));
        await host.Until(() => Task.FromResult(!host.Exchange.Recordings.All.Any()), "the recording to be deleted at the provider");
        Assert.DoesNotContain("VoicemailMissing", await host.Reads(db => db.Ledger.Select(e => e.What).ToListAsync()));
    }

    [Fact]
    public async Task That_is_not_at_the_provider_yet_when_it_is_announced_is_asked_for_again_later()
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.OnABreak("counselor3");
        var caller = await host.Waiting();
        await caller.Presses("2");
        await caller.Hears("ru/voicemail");
        await caller.Speaks(TimeSpan.FromSeconds(6));
        host.Exchange.Faults.Inject(Fault.WebhookDropped, 50);
        await caller.Presses("#");
        await caller.IsHungUp();
        var made = host.Exchange.Recordings.All.Single();
        host.Exchange.Recordings.Delete(made.Sid);
        await host.Provider().Posts("/voice/recording", ("CallSid", caller.CallSid), ("RecordingSid", made.Sid), ("RecordingStatus", "completed"), ("RecordingDuration", "6"));
        await host.Passes(TimeSpan.FromSeconds(30));
        Assert.Equal("Announced", (await Cards(marina)).Single().State);

        host.Exchange.Recordings.Keep(made);
        await host.Until(async () => (await Cards(marina)).Single().State == "Kept", "the message to be kept", TimeSpan.FromMinutes(2));
        await host.Until(() => Task.FromResult(!host.Exchange.Recordings.All.Any()), "the recording to be deleted at the provider");
    }

    private static async Task<List<VoicemailCard>> Cards(Counselor who) => (await who.Http.GetFromJsonAsync<List<VoicemailCard>>(Routes.Voicemails))!;
}
