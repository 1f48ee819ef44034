using System.Text;

namespace Helpline.Exchange;

/// <summary>Play, Pause and Gather.</summary>
internal sealed partial class LegRunner
{
    private static readonly TimeSpan Tone = TimeSpan.FromSeconds(0.5);

    /// <summary>Plays or pauses to the end, or to the first key when keys are wanted.</summary>
    private async Task<Step?> Prompt(Verb verb, bool forKeys, CancellationToken stopped)
    {
        if (verb is Pause pause) await Wait(pause.Length, forKeys, stopped);
        if (verb is Play { Tones.Length: > 0 } tones) await Wait(Tone * tones.Tones.Length, forKeys, stopped);
        if (verb is not Play { Clip: { } url } play) return null;
        if (await exchange.Clips.Get(url, leg.Sid).WaitAsync(stopped) is not { } clip) return null;
        for (var round = 0; play.Loop == 0 || round < play.Loop; round++)
        {
            leg.Hears(clip);
            var wake = await Wait(clip.Length, forKeys, stopped);
            leg.HearsNothing();
            if (wake == Wake.Key) break;
        }
        return null;
    }

    private async Task<Step?> Gather(Gather verb, Uri document, CancellationToken stopped)
    {
        leg.Listens(true);
        string typed;
        string? finishedOn;
        try
        {
            foreach (var prompt in verb.Prompts)
            {
                await Prompt(prompt, forKeys: true, stopped);
                if (leg.HasKeys) break;
            }
            (typed, finishedOn) = await Typed(verb, stopped);
        }
        finally
        {
            leg.Listens(false);
        }
        if (typed.Length == 0 && !verb.ActionOnEmptyResult) return null;
        return new Step.Next(new Fetch(
            verb.Action ?? document, verb.Method,
            [new("msg", "Gather End"), new("Digits", typed), new("FinishedOnKey", finishedOn ?? "")], "Gather action"));
    }

    private async Task<(string Typed, string? FinishedOn)> Typed(Gather verb, CancellationToken stopped)
    {
        var typed = new StringBuilder();
        while (true)
        {
            while (leg.NextKey(out var key))
            {
                if (verb.FinishOnKey.Contains(key)) return (typed.ToString(), key.ToString());
                typed.Append(key);
                if (typed.Length == verb.NumDigits) return (typed.ToString(), null);
            }
            if (await Wait(verb.Timeout, forKeys: true, stopped) == Wake.TimeUp) return (typed.ToString(), null);
        }
    }

    private async Task<Wake> Wait(TimeSpan? time, bool forKeys, CancellationToken stopped)
    {
        if (time is { } some && some <= TimeSpan.Zero) return Wake.TimeUp;
        withoutPause = 0;
        return await leg.Waits(time, forKeys, stopped);
    }
}
