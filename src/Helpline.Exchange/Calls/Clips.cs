using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Helpline.Exchange;

/// <summary>A recording the line has played.</summary>
/// <param name="Id">Short and safe for an address.</param>
internal sealed record Clip(string Id, Uri Url, byte[] Sound, TimeSpan Length)
{
    /// <summary>The path without its extension, for instance <c>prompts/kk/welcome</c>.</summary>
    public string Path => System.IO.Path.ChangeExtension(Url.AbsolutePath, null).TrimStart('/');

    /// <summary>The last part of the path, for instance <c>welcome</c>.</summary>
    public string Key => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>Whether this is the clip somebody means by <c>welcome</c> or <c>kk/welcome</c>.</summary>
    public bool Is(string key) => Path == key || Path.EndsWith("/" + key, StringComparison.Ordinal);
}

/// <summary>Fetches each recording once.</summary>
internal sealed class Clips(HttpClient http, Journal journal, Activity activity, TimeProvider clock)
{
    private readonly ConcurrentDictionary<Uri, Clip> known = new();

    public Clip? ById(string id) => known.Values.FirstOrDefault(c => c.Id == id);

    /// <summary>The clip, or null (and an error in the journal) when there is none to hear.</summary>
    public async Task<Clip?> Get(Uri url, string callSid)
    {
        if (known.TryGetValue(url, out var clip)) return clip;
        activity.Begin();
        try
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(15), clock);
            using var response = await http.GetAsync(url, limit.Token);
            response.EnsureSuccessStatusCode();
            var sound = await response.Content.ReadAsByteArrayAsync(limit.Token);
            if (Wav.Length(sound) is { } length && length > TimeSpan.Zero)
                return known.GetOrAdd(url, new Clip(Id(url), url, sound, length));
            journal.Error(callSid, 12400, "the clip is not a WAV recording that can be played", url);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            journal.Error(callSid, 11200, $"the clip cannot be fetched: {e.Message}", url);
        }
        finally
        {
            activity.End();
        }
        return null;
    }

    private static string Id(Uri url) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(url.AbsoluteUri)))[..16];
}
