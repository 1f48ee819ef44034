using System.Text.Json;

namespace Helpline.Tests.Telephony.Twilio;

/// <summary>What Twilio's own library computed: see <c>vectors/make-vectors.mjs</c>.</summary>
internal sealed record TwilioVectors(
    IReadOnlyList<SignedForm> Requests, IReadOnlyList<SignedBody> Bodies, IReadOnlyList<MadeToken> AccessTokens, IReadOnlyList<MadeDocument> Documents)
{
    public static readonly TwilioVectors All = Read<TwilioVectors>("vectors.json");

    public static T Read<T>(string file) => JsonSerializer.Deserialize<T>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Telephony", "Twilio", "vectors", file)), JsonSerializerOptions.Web)!;
}

/// <param name="Url">As we see the request.</param>
/// <param name="Signed">As Twilio spelled it.</param>
internal sealed record SignedForm(
    string Name, string Url, string Signed, string Token, string CheckedWith, string[][] Form, string Signature, bool Valid)
{
    public List<KeyValuePair<string, string>> Fields => [.. Form.Select(pair => KeyValuePair.Create(pair[0], pair[1]))];
}

internal sealed record SignedBody(string Name, string Url, string Token, string Body, string Hash, string Signature, bool Valid);

internal sealed record MadeToken(
    string Name, long Now, string Account, string Key, string Secret, string App, string Identity, string? Region, string Jwt);

internal sealed record MadeDocument(string Name, string Xml);
