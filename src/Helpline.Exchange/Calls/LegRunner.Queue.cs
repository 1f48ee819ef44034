namespace Helpline.Exchange;

/// <summary>Enqueue.</summary>
internal sealed partial class LegRunner
{
    /// <summary>
    /// Parks the leg and runs its wait document again and again. Out of the queue the Enqueue's action is asked; after a redirect by REST
    /// it is asked first and its document dropped, then the redirect's own address is asked and obeyed. (The provider asks both and does
    /// not say which document wins.)
    /// </summary>
    private async Task<Step?> Enqueue(Enqueue verb, CancellationToken stopped)
    {
        var queue = exchange.Queues.Named(verb.Queue);
        if (queue.Enter(verb.MaxSize) is not { } place)
        {
            journal.Write(JournalKind.Queue, leg.Sid, $"{queue.FriendlyName} is full");
            return AfterQueue(verb, "queue-full", null);
        }
        leg.Queued = place;
        journal.Write(JournalKind.Queue, leg.Sid, $"waits in {queue.FriendlyName}");
        Step step;
        try
        {
            step = await WaitInQueue(verb, stopped);
        }
        catch (OperationCanceledException) when (stopped.IsCancellationRequested)
        {
            LeaveQueue(place);
            await TellQueueExit(verb, leg.IsOver ? "hangup" : "redirected", place);
            throw;
        }
        finally
        {
            LeaveQueue(place);
        }
        if (step == Step.Left) return AfterQueue(verb, "leave", place);
        // A redirect may come in at this very moment, and then it wins.
        var over = leg.RunsOut("completed", "Hangup in the wait document") || leg.IsOver;
        await TellQueueExit(verb, over ? "hangup" : "redirected", place);
        return step;
    }

    private async Task<Step> WaitInQueue(Enqueue verb, CancellationToken stopped)
    {
        if (verb.WaitUrl is null) journal.Write(JournalKind.Queue, leg.Sid, "no waitUrl: the provider's own music");
        while (true)
        {
            if (verb.WaitUrl is null) await Wait(null, forKeys: false, stopped);
            var step = await Document(new Fetch(verb.WaitUrl!, verb.WaitMethod, [], "wait"), Place.QueueWait, stopped);
            if (step != Step.RanOut) return step;
        }
    }

    private static Step.Next? AfterQueue(Enqueue verb, string result, QueuePlace? place) =>
        verb.Action is null ? null : new Step.Next(new Fetch(verb.Action, verb.Method, Result(result, place), "Enqueue action"));

    private Task TellQueueExit(Enqueue verb, string result, QueuePlace place) =>
        verb.Action is null ? Task.CompletedTask : Ask(verb.Action, verb.Method, Result(result, place), $"Enqueue action ({result})");

    private static List<KeyValuePair<string, string>> Result(string result, QueuePlace? place) => place is null
        ? [new("QueueResult", result)]
        : [new("QueueResult", result), new("QueueSid", place.Queue.Sid), new("QueueTime", place.Seconds)];

    private void LeaveQueue(QueuePlace place)
    {
        if (leg.Queued != place) return;
        place.Queue.Leave(place);
        leg.Queued = null;
        journal.Write(JournalKind.Queue, leg.Sid, $"left {place.Queue.FriendlyName}");
    }
}
