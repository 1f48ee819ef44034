using System.Security.Cryptography;
using System.Text;
using Helpline.Domain.Calls;
using Helpline.Server.Hosting;

namespace Helpline.Server.Privacy;

/// <summary>Encrypts what must not be readable in the database, and hashes numbers so that a repeat caller is recognized.</summary>
internal sealed class Vault
{
    private readonly Dictionary<string, byte[]> keys;
    private readonly string active;
    private readonly byte[] hashKey;

    public Vault(PrivacyOptions options)
    {
        keys = options.Keys.ToDictionary(k => k.Key, k => Key($"Privacy:Keys:{k.Key}", k.Value), StringComparer.OrdinalIgnoreCase);
        active = options.ActiveKey;
        if (!keys.ContainsKey(active)) throw new SettingsException("Privacy:ActiveKey", $"names the key '{active}', which Privacy:Keys does not hold", "the id of one of Privacy:Keys");
        hashKey = Key("Privacy:HashKey", options.HashKey);
    }

    /// <summary>AES-256-GCM under the active key. <paramref name="place"/> (table, column, row) is authenticated, so a value cannot be moved to another row.</summary>
    public string Seal(string text, string place) => $"{active}:{Convert.ToBase64String(Shut(Encoding.UTF8.GetBytes(text), place))}";

    /// <summary>The same for bytes; the key's id stands in front, after its length.</summary>
    public byte[] Seal(byte[] bytes, string place) => [(byte)Encoding.UTF8.GetByteCount(active), .. Encoding.UTF8.GetBytes(active), .. Shut(bytes, place)];

    private byte[] Shut(byte[] plain, string place)
    {
        var box = new byte[AesGcm.NonceByteSizes.MaxSize + plain.Length + AesGcm.TagByteSizes.MaxSize];
        var (nonce, cipher, tag) = new Box(box);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(keys[active], AesGcm.TagByteSizes.MaxSize);
        aes.Encrypt(nonce, plain, cipher, tag, Place(active, place));
        return box;
    }

    /// <exception cref="CryptographicException">The value was changed, moved, or its key is not held any more.</exception>
    public string Open(string sealedText, string place)
    {
        var colon = sealedText.IndexOf(':', StringComparison.Ordinal);
        var id = colon < 0 ? "" : sealedText[..colon];
        var box = new byte[sealedText.Length];
        if (!Convert.TryFromBase64Chars(sealedText.AsSpan(colon + 1), box, out var length)) length = 0;
        return Encoding.UTF8.GetString(Unshut(box.AsSpan(0, length), id, place));
    }

    /// <summary>The same, for a list that goes on without what cannot be read: null when the value was changed, moved, or its key is lost.</summary>
    public string? Read(string sealedText, string place)
    {
        try
        {
            return Open(sealedText, place);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <exception cref="CryptographicException">As for text.</exception>
    public byte[] Open(byte[] sealedBytes, string place)
    {
        var start = sealedBytes.Length == 0 ? 0 : 1 + sealedBytes[0];
        if (start == 0 || start > sealedBytes.Length) throw new CryptographicException("The value is cut short or was never sealed.");
        return Unshut(sealedBytes.AsSpan(start), Encoding.UTF8.GetString(sealedBytes.AsSpan(1, start - 1)), place);
    }

    private byte[] Unshut(Span<byte> box, string id, string place)
    {
        if (!keys.TryGetValue(id, out var key)) throw new CryptographicException($"The key '{id}' is not among Privacy:Keys.");
        if (box.Length < Box.Empty) throw new CryptographicException("The value is cut short or was never sealed.");
        var (nonce, cipher, tag) = new Box(box);
        var plain = new byte[cipher.Length];
        using var aes = new AesGcm(key, AesGcm.TagByteSizes.MaxSize);
        aes.Decrypt(nonce, cipher, tag, plain, Place(id, place));
        return plain;
    }

    /// <summary>The same for the same number, and of no use without the key. HMAC-SHA-256, 192 bits kept.</summary>
    public string Hash(CallerNumber number) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(hashKey, Encoding.UTF8.GetBytes("caller/v1|" + number.E164)).AsSpan(0, 24));

    /// <summary>A key for another purpose, derived so that no two purposes share one.</summary>
    public byte[] Derive(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, hashKey, 32, info: Encoding.UTF8.GetBytes(purpose));

    private static byte[] Place(string keyId, string place) => Encoding.UTF8.GetBytes($"{place}|{keyId}");

    private static byte[] Key(string setting, string text)
    {
        Span<byte> bytes = stackalloc byte[33];
        return Convert.TryFromBase64String(text, bytes, out var length) && length == 32
            ? bytes[..32].ToArray()
            : throw new SettingsException(setting, "is not a key", "32 random bytes in Base64, as --create-keys prints");
    }

    /// <summary>How a sealed value is laid out: nonce, cipher text, tag.</summary>
    private readonly ref struct Box(Span<byte> bytes)
    {
        public static readonly int Empty = AesGcm.NonceByteSizes.MaxSize + AesGcm.TagByteSizes.MaxSize;
        private readonly Span<byte> bytes = bytes;

        public void Deconstruct(out Span<byte> nonce, out Span<byte> cipher, out Span<byte> tag)
        {
            nonce = bytes[..AesGcm.NonceByteSizes.MaxSize];
            cipher = bytes[AesGcm.NonceByteSizes.MaxSize..^AesGcm.TagByteSizes.MaxSize];
            tag = bytes[^AesGcm.TagByteSizes.MaxSize..];
        }
    }
}
