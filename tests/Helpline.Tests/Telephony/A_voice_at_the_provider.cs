using Helpline.Server.Telephony;
using Helpline.Server.Telephony.Twilio;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Telephony;

public class A_voice_at_the_provider
{
    [Fact]
    public void Is_sought_fetched_and_deleted_for_days_with_growing_pauses_while_what_moves_a_line_is_given_up_after_seconds()
    {
        var refused = new TwilioReply.Refused(20003, "");
        foreach (var kind in new[] { LineCommandKind.DeleteRecording, LineCommandKind.FetchRecording, LineCommandKind.FindRecordings })
        {
            var pauses = Pauses(kind, refused).ToList();
            Assert.Equal(pauses.Order(), pauses);
            Assert.InRange(pauses.Aggregate((a, b) => a + b), TimeSpan.FromDays(4), TimeSpan.FromDays(7));
            Assert.Equal(kind == LineCommandKind.FetchRecording, Pauses(kind, new TwilioReply.Gone()).Any());
        }
        Assert.Equal([1, 2, 3, 4], Pauses(LineCommandKind.Redirect, new TwilioReply.Unknown()).Select(p => p.TotalSeconds));
        Assert.Empty(Pauses(LineCommandKind.Redirect, refused));
    }

    [Fact]
    public async Task That_cannot_be_deleted_stands_in_the_history_of_its_call_and_holds_up_nothing_meanwhile()
    {
        using var host = HelplineHost.StartWithProviderAway();
        var (call, now) = (Guid.CreateVersion7(), host.Clock.GetUtcNow().UtcDateTime);
        Assert.Equal(3, await host.Reads(async db =>
        {
            db.LineCommands.Add(Deletion(call, tries: 40, now));
            db.LineCommands.Add(Deletion(call, tries: 10, now.AddHours(1)));
            db.LineCommands.Add(Deletion(call, tries: 0, now));
            return await db.SaveChangesAsync();
        }));
        await host.Until(() => host.Reads(db => db.Ledger.AnyAsync(e => e.CallId == call && e.What == "RecordingLeftBehind")), "the history to tell");
        await host.Until(() => host.Reads(db => db.LineCommands.AnyAsync(c => c.Tries == 1)), "the other to be tried");
    }

    private static IEnumerable<TimeSpan> Pauses(LineCommandKind kind, TwilioReply reply)
    {
        var command = new LineCommand { Id = Guid.Empty, Kind = kind, CallId = Guid.Empty, Leg = "RE1", DueAt = default, Tries = 1 };
        for (; Patience.Pause(command, reply) is { } pause; command.Tries++) yield return pause;
    }

    private static LineCommand Deletion(Guid call, int tries, DateTime due) =>
        new() { Id = Guid.CreateVersion7(), Kind = LineCommandKind.DeleteRecording, CallId = call, Leg = "RE1", DueAt = due, Tries = tries };
}
