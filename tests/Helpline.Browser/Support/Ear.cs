using System.Globalization;
using Microsoft.Playwright;

namespace Helpline.Browser.Support;

/// <summary>What a page really sounds: a meter on everything it plays.</summary>
public static class Ear
{
    private const double Near = 15;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    // Elements that are paused or muted are silent; of all the others together the loudest pitches of one second count.
    private const string Meter = """
        async () => {
            const context = window.meter ??= new AudioContext();
            await context.resume();
            const meter = new AnalyserNode(context, { fftSize: 8192, smoothingTimeConstant: 0 });
            const sources = [...document.querySelectorAll('audio')].filter(a => !a.paused && !a.muted)
                .map(a => a.srcObject ?? a.captureStream()).filter(s => s.getAudioTracks().length)
                .map(s => context.createMediaStreamSource(s));
            sources.forEach(s => s.connect(meter));
            const loudest = new Float32Array(meter.frequencyBinCount).fill(-200);
            const now = new Float32Array(meter.frequencyBinCount);
            for (let i = 0; i < 20; i++) {
                await new Promise(done => setTimeout(done, 50));
                // The first moments still hold the click of switching on.
                if (i < 3) continue;
                meter.getFloatFrequencyData(now);
                now.forEach((level, bin) => loudest[bin] = Math.max(loudest[bin], level));
            }
            sources.forEach(s => s.disconnect());
            const hertz = context.sampleRate / meter.fftSize;
            const top = Math.max(...loudest);
            const pitches = [];
            loudest.forEach((level, bin) => {
                const around = loudest.slice(Math.max(0, bin - 8), bin + 9);
                if (level > -60 && level > top - 20 && bin * hertz > 100 && level === Math.max(...around)) pitches.push(bin * hertz);
            });
            return pitches;
        }
        """;

    /// <summary>The pitches that are heard now in Hz, none in silence.</summary>
    public static Task<double[]> Hears(this IPage page) => page.EvaluateAsync<double[]>(Meter);

    /// <summary>Waits until there is any sound: a spoken prompt has many pitches.</summary>
    public static async Task HearsSomething(this IPage page)
    {
        var until = TimeProvider.System.GetUtcNow() + Patience;
        while ((await page.Hears()).Length == 0)
            Assert.True(TimeProvider.System.GetUtcNow() < until, "Meant to hear something, but heard nothing.");
    }

    /// <summary>Waits until something is heard, such as music, and this voice is not in it.</summary>
    public static async Task DoesNotHear(this IPage page, int voice)
    {
        var until = TimeProvider.System.GetUtcNow() + Patience;
        double[] heard;
        while ((heard = await page.Hears()).Length == 0 || heard.Any(pitch => Math.Abs(pitch - voice) < Near))
            Assert.True(TimeProvider.System.GetUtcNow() < until, $"Meant to hear something without {Pitches([voice])}, but heard {Pitches(heard)}.");
    }

    /// <summary>Waits until these voices are heard and no other; no voice means silence.</summary>
    public static async Task HearsOnly(this IPage page, params int[] voices)
    {
        var until = TimeProvider.System.GetUtcNow() + Patience;
        double[] heard;
        do
        {
            heard = await page.Hears();
            if (heard.Length == voices.Length && voices.All(voice => heard.Any(pitch => Math.Abs(pitch - voice) < Near)))
            {
                TestContext.Current.TestOutputHelper?.WriteLine($"meant {Pitches(voices)}, measured {Pitches(heard)}");
                return;
            }
        }
        while (TimeProvider.System.GetUtcNow() < until);
        Assert.Fail($"Meant to hear {Pitches(voices)}, but heard {Pitches(heard)}.");
    }

    private static string Pitches<T>(IEnumerable<T> hertz) where T : IFormattable =>
        string.Join(" and ", hertz.Select(h => h.ToString("0.0 Hz", CultureInfo.InvariantCulture)).DefaultIfEmpty("silence"));
}
