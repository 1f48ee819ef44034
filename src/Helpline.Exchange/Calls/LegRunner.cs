namespace Helpline.Exchange;

/// <summary>Carries out a leg's documents from the first to the end of the call.</summary>
internal sealed partial class LegRunner(Leg leg, Switchboard exchange)
{
    private static readonly TimeSpan LongestStay = TimeSpan.FromHours(24);
    private const string Rejected = "Reject";
    private readonly Journal journal = exchange.Journal;
    private readonly TimeProvider clock = exchange.Clock;
    private string rejection = "";
    private bool toldAnswer;

    public async Task Run(Instruction first)
    {
        var next = first;
        while (leg.Begins(ref next, out var stopped)) next = await Stretch(next!, stopped);
        leg.HearsNothing();
        exchange.StopRecording(leg.Sid, Switchboard.Current);
        if (leg.Seat is { HasLeft: false } seat) seat.Conference.Leave(seat, "participant_add_failed", kicked: false);
        (leg.WhenAnswered as Bridging)?.Dialing.Changes();
        if (!leg.EndedInQueue) await TellStatus("completed");
    }

    /// <summary>Runs until the leg ends, is redirected (both null), or its document fails (the fallback).</summary>
    private async Task<Instruction?> Stretch(Instruction first, CancellationToken stopped)
    {
        try
        {
            if (first is Ringing ringing)
            {
                await Ring(ringing, stopped);
                return null;
            }
            if (leg.IsRungByUs && !toldAnswer)
            {
                toldAnswer = true;
                leg.LastsAtMost();
                await TellStatus("answered");
            }
            if (first is Enter)
            {
                await Enter(stopped);
                return null;
            }
            if (first is Bridging bridging)
            {
                await Bridge(bridging, stopped);
                return null;
            }
            var end = (Step.End)await Document(first, Place.Call, stopped);
            leg.RunsOut(leg.AnsweredAt is null && end.Why == Rejected ? rejection : "completed", end.Why);
            return null;
        }
        catch (OperationCanceledException)
        {
            leg.HearsNothing();
            return null;
        }
        catch (DocumentFailedException failure)
        {
            return Fallback(failure);
        }
    }

    private Fetch? Fallback(DocumentFailedException failure)
    {
        if (leg.FallbackUrl is { } url && !failure.Last)
            return new Fetch(url, leg.FallbackMethod,
                [new("ErrorCode", $"{failure.Code}"), new("ErrorUrl", failure.Url?.AbsoluteUri ?? "")], "fallback", Last: true);
        journal.Error(leg.Sid, failure.Code, $"application error, the caller hears an English apology and the call ends: {failure.Message}", failure.Url);
        leg.RunsOut(leg.AnsweredAt is null ? "failed" : "completed", "application error");
        return null;
    }

    private async Task Ring(Ringing ringing, CancellationToken stopped)
    {
        await Wait(ringing.Queue, forKeys: false, stopped);
        await TellStatus("initiated");
        leg.Rings();
        await TellStatus("ringing");
        await Wait(ringing.Timeout, forKeys: false, stopped);
        leg.RunsOut("no-answer", "nobody picked up");
    }

    /// <summary>Fetches and carries out a document and those it leads to, in the same place.</summary>
    private async Task<Step> Document(Instruction what, Place place, CancellationToken stopped)
    {
        while (true)
        {
            var document = await Read(what, place, stopped);
            var step = await Verbs(document, place, stopped);
            if (step is not Step.Next next) return step;
            what = next.What;
        }
    }

    private async Task<Step> Verbs(TwiMlDocument document, Place place, CancellationToken stopped)
    {
        foreach (var verb in document.Verbs)
        {
            stopped.ThrowIfCancellationRequested();
            if (exchange.Faults.Strike(Fault.HangUp)) Switchboard.HangUp(leg);
            stopped.ThrowIfCancellationRequested();
            if (verb is not (Reject or Redirect or Dial { AnswerOnBridge: true })) leg.Answers();
            leg.Does(verb.Name);
            if (await Verb(verb, document.Url, place, stopped) is { } step) return step;
        }
        return Step.RanOut;
    }

    private Task<Step?> Verb(Verb verb, Uri document, Place place, CancellationToken stopped) => verb switch
    {
        Play play => Prompt(play, forKeys: false, stopped),
        Pause pause => Prompt(pause, forKeys: false, stopped),
        Gather gather => Gather(gather, document, stopped),
        Enqueue enqueue => Enqueue(enqueue, stopped),
        Dial { To: Room room } dial => Dial(dial, room, stopped),
        Dial { To: Parties parties } dial => Dial(dial, parties, stopped),
        Record record => Record(record, document, stopped),
        Redirect redirect => Done(new Step.Next(new Fetch(redirect.Url, redirect.Method, [], "redirect"))),
        Leave => Done(Step.Left),
        Reject reject => TurnAway(reject),
        Hangup => Done(Step.HungUp),
        _ => throw new NotSupportedException(verb.Name),
    };

    private Task<Step?> TurnAway(Reject verb)
    {
        rejection = verb.Reason == "busy" ? "busy" : "no-answer";
        return Done(new Step.End(Rejected));
    }

    private static Task<Step?> Done(Step? step) => Task.FromResult(step);
}
