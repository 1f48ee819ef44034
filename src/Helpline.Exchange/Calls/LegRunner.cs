namespace Helpline.Exchange;

using Extra = IEnumerable<KeyValuePair<string, string>>;

/// <summary>Carries out a leg's documents from the first to the end of the call.</summary>
internal sealed partial class LegRunner(
    Leg leg, ExchangeOptions options, WebhookSender sender, Clips clips, QueueList queues, ConferenceList conferences, Journal journal, TimeProvider clock)
{
    /// <summary>Documents in a row that take no time; more are a loop.</summary>
    private const int MostWithoutPause = 50;

    private const string Rejected = "Reject";
    private string rejection = "";
    private bool toldAnswer;
    private int withoutPause;

    public async Task Run(Instruction first)
    {
        var next = first;
        while (leg.Begins(ref next, out var stopped)) next = await Stretch(next!, stopped);
        leg.HearsNothing();
        await TellStatus("completed");
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
                await TellStatus("answered");
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
            return new Fetch(url, HttpMethod.Post,
                [new("ErrorCode", $"{failure.Code}"), new("ErrorUrl", failure.Url?.AbsoluteUri ?? "")], "fallback", Last: true);
        journal.Error(leg.Sid, failure.Code, $"application error, the caller hears an English apology and the call ends: {failure.Message}", failure.Url);
        leg.RunsOut(leg.AnsweredAt is null ? "failed" : "completed", "application error");
        return null;
    }

    private async Task Ring(Ringing ringing, CancellationToken stopped)
    {
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

    private async Task<TwiMlDocument> Read(Instruction what, Place place, CancellationToken stopped)
    {
        if (++withoutPause > MostWithoutPause) throw new DocumentFailedException(13100, "a loop of documents that take no time", null, last: true);
        leg.FallsSilent();
        var (document, last) = what switch
        {
            Inline inline => (TwiMlReader.Read(inline.Xml, options.IncomingUrl!, place), false),
            Fetch fetch => (await Get(fetch, place, stopped), fetch.Last),
            _ => throw new NotSupportedException(),
        };
        if (document.Errors.Count == 0) return document;
        var why = string.Join("; ", document.Errors);
        journal.Error(leg.Sid, 12100, why, document.Url);
        throw new DocumentFailedException(12100, why, document.Url, last);
    }

    private async Task<TwiMlDocument> Get(Fetch fetch, Place place, CancellationToken stopped)
    {
        var asked = Ask(fetch.Url, fetch.Method, place == Place.QueueWait ? [.. leg.Queued!.Fields(), .. fetch.Extra] : fetch.Extra, fetch.What);
        // A request goes on when its call does not: the server sees it, nobody obeys the answer.
        var answer = await asked.WaitAsync(stopped);
        if (answer.Failure is not null) throw new DocumentFailedException(answer.Code, answer.Failure, fetch.Url, fetch.Last);
        if (answer.MediaType is "text/xml" or "application/xml" or "text/html") return TwiMlReader.Read(answer.Body, fetch.Url, place);
        var why = $"{fetch.What}: the media type \"{answer.MediaType}\" is not TwiML";
        journal.Error(leg.Sid, 12300, why, fetch.Url);
        throw new DocumentFailedException(12300, why, fetch.Url, fetch.Last);
    }

    private Task<WebhookAnswer> Ask(Uri url, HttpMethod method, Extra extra, string what) =>
        sender.Send(new Webhook(url, method, [.. leg.Fields(options.AccountSid), .. extra], leg.Sid, what));

    private async Task<Step> Verbs(TwiMlDocument document, Place place, CancellationToken stopped)
    {
        foreach (var verb in document.Verbs)
        {
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
        Dial dial => Dial(dial, stopped),
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

    private static Task<Step?> Done(Step step) => Task.FromResult<Step?>(step);
}
