using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Helpline.Browser.Support;

/// <summary>Chromium: one for all who are silent, and one for each voice.</summary>
public sealed class Browsers(IPlaywright playwright) : IAsyncDisposable
{
    private const int Silent = 0;
    private readonly ConcurrentDictionary<int, Task<IBrowser>> browsers = new();
    private readonly string folder = Directory.CreateTempSubdirectory("helpline-voices-").FullName;

    public static async Task<Browsers> Start() => new(await Playwright.CreateAsync());

    /// <summary>A fresh profile: no cookie, nothing remembered, the machine speaks <paramref name="language"/>.</summary>
    /// <param name="voice">The pitch in Hz that the microphone hears; null when the browser refuses the microphone.</param>
    public async Task<IPage> Page(Uri address, string language, int width = 1440, int height = 900, int? voice = null)
    {
        var browser = await browsers.GetOrAdd(voice ?? Silent, Launch);
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            Locale = language,
            TimezoneId = "Asia/Almaty",
            ViewportSize = new() { Width = width, Height = height },
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(30_000);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in browsers.Values)
            await (await browser).DisposeAsync();
        playwright.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private Task<IBrowser> Launch(int voice) => playwright.Chromium.LaunchAsync(new()
    {
        ExecutablePath = Environment.GetEnvironmentVariable("HELPLINE_CHROMIUM") ?? "/usr/bin/chromium",
        Args =
        [
            "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--no-first-run",
            "--use-fake-device-for-media-stream", "--autoplay-policy=no-user-gesture-required", "--allow-loopback-in-peer-connection",
            .. voice == Silent ? [] : Allowed(voice),
        ],
    });

    // Without this somebody would have to say yes, and nobody does.
    private IEnumerable<string> Allowed(int voice) =>
        ["--use-fake-ui-for-media-stream", $"--use-file-for-fake-audio-capture={Tone.Write(folder, voice)}"];
}
