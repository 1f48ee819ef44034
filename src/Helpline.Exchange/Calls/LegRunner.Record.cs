namespace Helpline.Exchange;

/// <summary>Record.</summary>
internal sealed partial class LegRunner
{
    /// <summary>
    /// Records until a key, silence, the longest time or a hang-up. With something said the action is asked and verbs after this one
    /// are not reached; when nothing was said they are.
    /// </summary>
    private async Task<Step?> Record(Record verb, Uri document, CancellationToken stopped)
    {
        if (verb.PlayBeep) await Wait(Tone, forKeys: false, stopped);
        var made = new Recording(Sid.New("RE"), leg.Sid, clock.GetUtcNow(), TimeSpan.Zero);
        leg.Records(true);
        exchange.Tell(made, verb.Status, "in-progress");
        string finishedOn;
        try
        {
            finishedOn = await Spoken(verb, made.StartedAt, stopped);
        }
        catch (OperationCanceledException) when (stopped.IsCancellationRequested)
        {
            made = Keep(verb, made);
            if (leg.IsOver && made.Length > TimeSpan.Zero)
                await Ask(verb.Action ?? document, verb.Method, RecordResult(made, "hangup"), "Record action (hung up)");
            throw;
        }
        made = Keep(verb, made);
        return made.Length > TimeSpan.Zero
            ? new Step.Next(new Fetch(verb.Action ?? document, verb.Method, RecordResult(made, finishedOn), "Record action"))
            : null;
    }

    /// <returns>The key that ended it, or an empty text.</returns>
    private async Task<string> Spoken(Record verb, DateTimeOffset began, CancellationToken stopped)
    {
        while (true)
        {
            while (leg.NextKey(out var key))
                if (verb.FinishOnKey.Contains(key)) return key.ToString();
            var now = clock.GetUtcNow();
            var end = began + verb.MaxLength;
            var last = leg.SpokenUntil ?? began;
            if (verb.Timeout > TimeSpan.Zero && last < end && last + verb.Timeout < end) end = last + verb.Timeout;
            if (now >= end) return "";
            await Wait(end - now, forKeys: true, stopped);
        }
    }

    private Recording Keep(Record verb, Recording made)
    {
        var now = clock.GetUtcNow();
        leg.Records(false);
        var spoken = leg.SpokenUntil;
        var until = spoken is null ? made.StartedAt : verb.Trims && spoken < now ? spoken.Value : now;
        made = made with { Length = until - made.StartedAt };
        if (made.Length > TimeSpan.Zero) exchange.Recordings.Keep(made);
        exchange.Tell(made, verb.Status, made.Status);
        return made;
    }

    private List<KeyValuePair<string, string>> RecordResult(Recording made, string digits) =>
    [
        new("RecordingUrl", exchange.Recordings.Address(made)), new("RecordingSid", made.Sid),
        new("RecordingDuration", made.Seconds.ToString(System.Globalization.CultureInfo.InvariantCulture)), new("Digits", digits),
    ];
}
