using System.Globalization;

namespace Helpline.Exchange;

/// <summary>A Dial to telephones and browsers, from both sides.</summary>
internal sealed partial class LegRunner
{
    private async Task<Step?> Dial(Dial verb, Parties parties, CancellationToken stopped)
    {
        if (verb.CallerId is { } shown && parties.All.Any(p => p.To.Identity is null) && !MayShow(shown))
        {
            journal.Error(leg.Sid, 13214, $"callerId {shown} is neither a number of this account nor one of this call");
            return AfterDial(verb, "failed");
        }
        var dialing = exchange.Dial(leg, verb, parties);
        try
        {
            await Connected(dialing, verb, stopped);
        }
        catch (OperationCanceledException) when (stopped.IsCancellationRequested)
        {
            var result = dialing.IsConnected ? "completed" : "canceled";
            dialing.Close();
            if (leg.IsOver && verb.Action is { } action) await Ask(action, verb.Method, DialResult(result, dialing), "Dial action (hung up)");
            throw;
        }
        return AfterDial(verb, dialing.Result, dialing);
    }

    private bool MayShow(string number) => number == exchange.Options.LineNumber || number == leg.From || number == leg.To;

    /// <summary>Until nobody rings any more, or the talk with the one who picked up is over.</summary>
    private async Task Connected(Dialing dialing, Dial verb, CancellationToken stopped)
    {
        while (true)
        {
            var changed = dialing.Changed;
            if (dialing.IsConnected)
            {
                leg.Answers();
                if (dialing.Bridge.Join(leg, dialing.Bridge.First).Joined is { } me) await Stay(me, verb.TimeLimit, stopped, verb.HangupOnStar);
                dialing.Close();
                return;
            }
            if (dialing.IsOver) return;
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(stopped, changed);
            try
            {
                await Wait(null, forKeys: false, stop.Token);
            }
            catch (OperationCanceledException) when (changed.IsCancellationRequested && !stopped.IsCancellationRequested)
            {
                // Somebody picked up or refused: look again.
            }
        }
    }

    /// <summary>The side that was dialed: asked first if need be, then connected.</summary>
    private async Task Bridge(Bridging what, CancellationToken stopped)
    {
        var dialing = what.Dialing;
        if (!dialing.Chooses(leg))
        {
            leg.RunsOut("completed", "another picked up");
            return;
        }
        if (what.Question is { } question && await Document(question, Place.Screening, stopped) is var answer && answer != Step.RanOut)
        {
            leg.RunsOut("completed", ((Step.End)answer).Why);
            return;
        }
        if (dialing.Connects() && dialing.Bridge.Join(leg, dialing.Bridge.First).Joined is { } me) await Stay(me, LongestStay, stopped);
        leg.RunsOut("completed", "the other side hung up");
    }

    private static Step.Next? AfterDial(Dial verb, string status, Dialing? dialing = null) =>
        verb.Action is null ? null : new Step.Next(new Fetch(verb.Action, verb.Method, DialResult(status, dialing), "Dial action"));

    private static List<KeyValuePair<string, string>> DialResult(string status, Dialing? dialing = null)
    {
        List<KeyValuePair<string, string>> result = [new("DialCallStatus", status)];
        if (dialing is null) return result;
        result.Add(new("DialBridged", dialing.IsConnected ? "true" : "false"));
        if (dialing.Chosen is not { } chosen) return result;
        result.Add(new("DialCallSid", chosen.Sid));
        if (dialing.IsConnected) result.Add(new("DialCallDuration", chosen.Seconds.ToString(CultureInfo.InvariantCulture)));
        return result;
    }
}
