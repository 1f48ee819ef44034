using System.ComponentModel.DataAnnotations;

namespace Helpline.Exchange;

/// <summary>How browsers find each other to carry voices. On one machine, and in most offices, they need no help.</summary>
public sealed class VoiceOptions : IValidatableObject
{
    private static readonly string[] Schemes = ["stun", "stuns", "turn", "turns"];

    /// <summary>STUN and TURN servers, handed to every browser that phones.</summary>
    public IList<IceServer> IceServers { get; init; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        for (var i = 0; i < IceServers.Count; i++)
        {
            var (server, key) = (IceServers[i], $"Voice:IceServers:{i}");
            if (!Uri.TryCreate(server.Urls, UriKind.Absolute, out var url) || !Schemes.Contains(url.Scheme))
                yield return new($"{key}:Urls is '{server.Urls}'; it should be like stun:stun.example.org:3478 or turns:turn.example.org.", [key]);
            else if (url.Scheme.StartsWith("turn", StringComparison.Ordinal) && (string.IsNullOrEmpty(server.Username) || string.IsNullOrEmpty(server.Credential)))
                yield return new($"{key} is a TURN server without Username or Credential; it should have both.", [key]);
        }
    }
}

/// <summary>One server, as a browser wants it named.</summary>
/// <param name="Urls">One address: <c>stun:</c>, <c>stuns:</c>, <c>turn:</c> or <c>turns:</c>, a host and perhaps a port.</param>
public sealed record IceServer(string Urls = "", string? Username = null, string? Credential = null);
