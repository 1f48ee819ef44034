using Helpline.Server.Hosting;
using Microsoft.Extensions.FileProviders;

namespace Helpline.Server.Telephony;

/// <summary>The recordings of <c>config/prompts/audio</c>, served to the voice provider.</summary>
internal static class Prompts
{
    private static readonly string[] Keys =
    [
        "welcome", "language-menu", "not-understood", "please-hold", "place-several", "comfort", "connecting", "counselor-lost",
        "apology", "closed", "goodbye", "caller-left", "emergency", "privacy", "continue-language", "cut-off", "wait-choices",
        "nobody-now", "closed-holiday", "closed-technical", "line-full", "waited-long", "exits-menu", "exits-stay", "emergency-call",
        "callback-number", "callback-confirm", "callback-type", "callback-wrong", "callback-shared", "callback-when",
        "callback-message", "callback-saved", "voicemail", "voicemail-saved", "abuse-ended", "blocked", "respect", "screen", "screen-star", "screen-taken", "consent", "consent-given",
        .. Enumerable.Range(1, 5).Select(n => $"place-{n}"), .. Enumerable.Range(0, 10).Select(n => $"digit-{n}"),
    ];

    /// <summary>Files that the voice script needs and that are not there.</summary>
    public static IEnumerable<string> Missing(ConfigFolder config, Languages languages) => languages.All
        .SelectMany(l => Keys.Select(key => $"{l.Code}/{key}.wav")).Append("hold-music.wav")
        .Where(file => !File.Exists(Path.Combine(Folder(config), file)));

    /// <param name="path">As a document plays it, such as /prompts/kk/welcome.wav.</param>
    public static bool Has(ConfigFolder config, string path) =>
        path.StartsWith("/prompts/", StringComparison.Ordinal) && !path.Contains("..", StringComparison.Ordinal) && File.Exists(Path.Combine(Folder(config), path["/prompts/".Length..]));

    public static void UsePrompts(this WebApplication app) => app.UseStaticFiles(new StaticFileOptions
    {
        RequestPath = "/prompts",
        FileProvider = new PhysicalFileProvider(Folder(app.Services.GetRequiredService<ConfigFolder>())),
        OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "public, max-age=86400",
    });

    private static string Folder(ConfigFolder config) => Path.Combine(config.Path, "prompts", "audio");
}
