namespace Helpline.Exchange;

/// <summary>Sends every webhook of the exchange: signed, within 15 s, and tried again as the address's overrides say.</summary>
internal sealed class WebhookSender(
    ExchangeOptions options, HttpClient http, Journal journal, Activity activity, TimeProvider clock, Faults faults)
{
    private readonly FaultyPost post = new(faults, activity, clock);
    private const int NoAnswer = 11200;
    private const int NoConnection = 11205;

    public async Task<WebhookAnswer> Send(Webhook hook)
    {
        activity.Begin();
        try
        {
            journal.Write(Entry(hook, JournalKind.Request, hook.What) with { Form = hook.Form });
            var started = clock.GetTimestamp();
            var answer = await post.Send(hook, () => Deliver(hook));
            journal.Write(Entry(hook, JournalKind.Answer, answer.Failure ?? $"{answer.Status} to {hook.What}") with
            {
                Status = answer.Status,
                Body = answer.Body,
                Took = clock.GetElapsedTime(started),
            });
            if (answer.Failure is not null) journal.Error(hook.CallSid, answer.Code, $"{hook.What}: {answer.Failure}", hook.Url);
            return answer;
        }
        finally
        {
            activity.End();
        }
    }

    /// <summary>The only way out of the exchange.</summary>
    private async Task<WebhookAnswer> Deliver(Webhook hook)
    {
        var overrides = ConnectionOverrides.Of(hook.Url);
        using var total = new CancellationTokenSource(overrides.Total, clock);
        for (var retries = overrides.Retries; ; retries--)
        {
            var (answer, failure) = await Try(hook, overrides, total.Token);
            if (failure is null || retries == 0 || total.IsCancellationRequested || !overrides.Repeats(failure)) return answer;
        }
    }

    private async Task<(WebhookAnswer Answer, string? Failure)> Try(Webhook hook, ConnectionOverrides overrides, CancellationToken total)
    {
        using var patience = new CancellationTokenSource(overrides.Connect + overrides.Read, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(total, patience.Token);
        if (faults.Strike(Fault.WebhookUnreachable)) return (WebhookAnswer.Failed(NoConnection, "no connection: injected"), "ct");
        try
        {
            using var request = Request(hook);
            using var response = await http.SendAsync(request, stop.Token);
            var body = await response.Content.ReadAsStringAsync(stop.Token);
            var status = faults.Strike(Fault.WebhookBadGateway) ? 502 : (int)response.StatusCode;
            var answer = new WebhookAnswer(status, body, response.Content.Headers.ContentType?.MediaType ?? "");
            if (status is >= 200 and < 300) return (answer, null);
            var why = status is >= 300 and < 400
                ? $"answered {status}: a redirected webhook loses its form, so this exchange follows none"
                : $"answered {status}";
            return (answer with { Code = NoAnswer, Failure = why }, status >= 500 ? "5xx" : "4xx");
        }
        catch (HttpRequestException e)
        {
            return (WebhookAnswer.Failed(NoConnection, $"no connection: {e.Message}"), "ct");
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return (WebhookAnswer.Failed(NoAnswer, "no answer in time"), "rt");
        }
    }

    private HttpRequestMessage Request(Webhook hook)
    {
        var posted = hook.Method == HttpMethod.Post;
        var request = new HttpRequestMessage(hook.Method, hook.Target);
        if (posted) request.Content = new FormUrlEncodedContent(hook.Form) { Headers = { ContentType = new("application/x-www-form-urlencoded", "utf-8") } };
        request.Headers.Add("X-Twilio-Signature", Signature.Of(options.AuthToken, Signature.Address(hook.Target), posted ? hook.Form : []));
        request.Headers.Add("I-Twilio-Idempotency-Token", hook.Token);
        request.Headers.UserAgent.ParseAdd("TwilioProxy/1.1");
        request.Headers.Accept.ParseAdd("*/*");
        request.Headers.Add("X-Home-Region", "us1");
        return request;
    }

    private static JournalEntry Entry(Webhook hook, JournalKind kind, string text) =>
        new(0, default, kind, hook.CallSid, text) { Url = hook.Target };
}
