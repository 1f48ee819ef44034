namespace Helpline.Server.Privacy;

/// <summary>Section <c>Privacy</c>. Each key is 32 random bytes in Base64; <c>--create-keys</c> prints a set.</summary>
internal sealed class PrivacyOptions
{
    /// <summary>Encryption keys by id. Old ids stay so that old rows can be read.</summary>
    public Dictionary<string, string> Keys { get; init; } = [];

    /// <summary>The id of the key that new rows are encrypted with.</summary>
    public string ActiveKey { get; init; } = "";

    /// <summary>Key of the hash that recognizes a repeat caller; changing it ends all recognition.</summary>
    public string HashKey { get; init; } = "";
}
