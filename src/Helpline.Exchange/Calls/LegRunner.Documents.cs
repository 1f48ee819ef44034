namespace Helpline.Exchange;

using Extra = IEnumerable<KeyValuePair<string, string>>;

/// <summary>How a document comes from its address.</summary>
internal sealed partial class LegRunner
{
    /// <summary>Documents in a row that take no time; more are a loop.</summary>
    private const int MostWithoutPause = 50;

    /// <summary>For an answer to a webhook, all tries together.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private int withoutPause;

    private async Task<TwiMlDocument> Read(Instruction what, Place place, CancellationToken stopped)
    {
        if (++withoutPause > MostWithoutPause) throw new DocumentFailedException(13100, "a loop of documents that take no time", null, last: true);
        leg.FallsSilent();
        var (document, last) = what switch
        {
            Inline inline => (TwiMlReader.Read(inline.Xml, exchange.Options.IncomingUrl!, place), false),
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
        Extra extra = place == Place.QueueWait ? [.. leg.Queued!.Fields(), .. fetch.Extra] : fetch.Extra;
        if (exchange.Faults.Strike(Fault.WebhookLate)) await ComesLate(fetch, extra, stopped);
        var asked = Ask(fetch.Url, fetch.Method, extra, fetch.What);
        // A request goes on when its call does not: the server sees it, nobody obeys the answer.
        var answer = await asked.WaitAsync(stopped);
        if (answer.Failure is not null) throw new DocumentFailedException(answer.Code, answer.Failure, fetch.Url, fetch.Last);
        if (answer.MediaType is "text/xml" or "application/xml" or "text/html") return TwiMlReader.Read(answer.Body, fetch.Url, place);
        var why = $"{fetch.What}: the media type \"{answer.MediaType}\" is not TwiML";
        journal.Error(leg.Sid, 12300, why, fetch.Url);
        throw new DocumentFailedException(12300, why, fetch.Url, fetch.Last);
    }

    /// <summary>The request is given up first and arrives after that.</summary>
    private async Task ComesLate(Fetch fetch, Extra extra, CancellationToken stopped)
    {
        var form = extra.ToList();
        exchange.After(Patience + TimeSpan.FromSeconds(1), () => exchange.Later(() => Ask(fetch.Url, fetch.Method, form, $"{fetch.What} (late)")));
        await leg.Waits(Patience, forKeys: false, stopped, silent: true);
        journal.Error(leg.Sid, 11200, $"{fetch.What}: no answer in time", fetch.Url);
        throw new DocumentFailedException(11200, "no answer in time", fetch.Url, fetch.Last);
    }

    private Task<WebhookAnswer> Ask(Uri url, HttpMethod method, Extra extra, string what) =>
        exchange.Sender.Send(new Webhook(url, method, [.. leg.Fields(exchange.Options.AccountSid), .. extra], leg.Sid, what));
}
