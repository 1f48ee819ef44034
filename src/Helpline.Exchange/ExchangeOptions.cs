using System.Security.Cryptography;

namespace Helpline.Exchange;

/// <summary>The account at the exchange, its one line, and where its webhooks go. Addresses may be set after the start.</summary>
public sealed class ExchangeOptions
{
    public string AccountSid { get; set; } = Sid.New("AC");

    /// <summary>Signs every webhook, and is the password of the REST side with <see cref="AccountSid"/>.</summary>
    public string AuthToken { get; set; } = Secret();

    public string ApiKeySid { get; set; } = Sid.New("SK");

    /// <summary>Signs the access tokens of browser legs, and is the password of the REST side with <see cref="ApiKeySid"/>.</summary>
    public string ApiKeySecret { get; set; } = Secret();

    /// <summary>The TwiML app that access tokens of browser legs must name.</summary>
    public string TwimlAppSid { get; set; } = Sid.New("AP");

    public string LineNumber { get; set; } = "+77172000000";

    /// <summary>The line's Voice URL.</summary>
    public Uri? IncomingUrl { get; set; }

    /// <summary>The line's status callback: told once, at the end of each call.</summary>
    public Uri? StatusUrl { get; set; }

    /// <summary>Asked instead when an address of the line fails or answers a document that is not valid.</summary>
    public Uri? FallbackUrl { get; set; }

    /// <summary>The TwiML app's Voice URL, asked when a browser connects.</summary>
    public Uri? AppVoiceUrl { get; set; }

    public Uri? AppStatusUrl { get; set; }

    public Uri? AppFallbackUrl { get; set; }

    /// <summary>Where the world finds the REST side, up to <c>/2010-04-01</c>: the address of a recording begins with it.</summary>
    public Uri? RestUrl { get; set; }

    /// <summary>Whether the page with the test phones is served. Never in production: anybody could ring.</summary>
    public bool TestPhones { get; set; }

    /// <summary>Whether browsers may connect as counselors (<c>phone.js</c> and what it calls).</summary>
    public bool BrowserLegs { get; set; } = true;

    /// <summary>How the browsers of a conference reach each other.</summary>
    public VoiceOptions Voice { get; set; } = new();

    /// <summary>How webhooks and clips are fetched; null for plain sockets.</summary>
    public HttpMessageHandler? Handler { get; set; }

    /// <summary>How an intent lets time pass while it waits for something to happen; null when time passes by itself.</summary>
    public Func<TimeSpan, Task>? PassTime { get; set; }

    /// <summary>What goes wrong on purpose; nothing by default.</summary>
    public FaultOptions Faults { get; } = new();

    /// <summary>Entries the journal keeps; older ones are dropped.</summary>
    public int JournalLength { get; set; } = 20_000;

    /// <summary>Points the line and the TwiML app at a Helpline server, which also maps the REST side.</summary>
    public void PointTo(Uri server)
    {
        IncomingUrl = new Uri(server, "voice/incoming");
        StatusUrl = new Uri(server, "voice/status");
        FallbackUrl = new Uri(server, "voice/fallback");
        AppVoiceUrl = new Uri(server, "voice/counselor");
        RestUrl = new Uri(server, "exchange/rest");
    }

    private static string Secret() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
