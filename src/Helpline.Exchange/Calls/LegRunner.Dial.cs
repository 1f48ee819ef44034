using System.Globalization;

namespace Helpline.Exchange;

/// <summary>Dial, and what is told at the end of a call.</summary>
internal sealed partial class LegRunner
{
    private async Task<Step?> Dial(Dial verb, CancellationToken stopped)
    {
        if (verb.To is not Room room)
        {
            journal.Error(leg.Sid, 13225, $"<Dial><{((Party)verb.To).Kind}> is not offered by this exchange yet");
            return AfterDial(verb, "failed");
        }
        var (joined, code, why) = conferences.Join(leg, room);
        if (joined is null)
        {
            journal.Error(leg.Sid, code, why);
            return AfterDial(verb, "failed");
        }
        leg.Answers();
        try
        {
            await Stay(joined, verb.TimeLimit, stopped);
        }
        catch (OperationCanceledException) when (stopped.IsCancellationRequested)
        {
            joined.Conference.Leave(joined, leg.IsOver ? "participant_hung_up" : "participant_updated_via_api", kicked: false);
            if (leg.IsOver && verb.Action is { } action) await Ask(action, verb.Method, DialResult("answered"), "Dial action (hung up)");
            throw;
        }
        return AfterDial(verb, "answered");
    }

    /// <summary>Until the participant is taken out of the conference or the time is up.</summary>
    private async Task Stay(Participant me, TimeSpan limit, CancellationToken stopped)
    {
        var until = clock.GetUtcNow() + limit;
        while (true)
        {
            var changed = me.Changed;
            if (me.HasLeft) return;
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(stopped, changed);
            try
            {
                if (me.Music() is { } music) await Listen(me, music, stop.Token);
                else if (until - clock.GetUtcNow() is var left && left <= TimeSpan.Zero) break;
                else await Wait(left, forKeys: false, stop.Token);
            }
            catch (OperationCanceledException) when (changed.IsCancellationRequested && !stopped.IsCancellationRequested)
            {
                leg.HearsNothing();
            }
        }
        me.Conference.Leave(me, "participant_hung_up", kicked: false);
    }

    /// <summary>Music on hold goes round; a wait document does not, and a failing one takes the participant out.</summary>
    private async Task Listen(Participant me, Fetch music, CancellationToken stopped)
    {
        try
        {
            await Document(music, Place.ConferenceWait, stopped);
        }
        catch (DocumentFailedException) when (!me.Hold)
        {
            me.Conference.Leave(me, "participant_add_failed", kicked: false);
            return;
        }
        catch (DocumentFailedException)
        {
            journal.Write(JournalKind.Conference, leg.Sid, "on hold in silence: the hold document failed");
        }
        if (me.Hold && me.HoldUrl is not null && withoutPause == 0) return;
        await Wait(null, forKeys: false, stopped);
    }

    private static Step.Next? AfterDial(Dial verb, string status) =>
        verb.Action is null ? null : new Step.Next(new Fetch(verb.Action, verb.Method, DialResult(status), "Dial action"));

    private static List<KeyValuePair<string, string>> DialResult(string status) => [new("DialCallStatus", status)];

    /// <summary>The number's status callback, or that of a leg the exchange rang.</summary>
    private async Task TellStatus(string what)
    {
        if (leg.StatusUrl is not { } url || !leg.StatusEvents.Contains(what)) return;
        var seconds = leg.Seconds.ToString(CultureInfo.InvariantCulture);
        await Ask(url, leg.StatusMethod,
        [
            .. leg.IsOver ? new KeyValuePair<string, string>[] { new("CallDuration", seconds), new("Duration", Minutes(leg.Seconds)) } : [],
            new("Timestamp", Rfc2822.Of(clock.GetUtcNow())), new("CallbackSource", "call-progress-events"),
            new("SequenceNumber", (leg.StatusSequence++).ToString(CultureInfo.InvariantCulture)),
        ], $"status {leg.Status}");
    }

    private static string Minutes(int seconds) => ((seconds + 59) / 60).ToString(CultureInfo.InvariantCulture);
}
