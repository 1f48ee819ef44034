using System.Security.Cryptography;
using Helpline.Server.Privacy;

namespace Helpline.Tests.Privacy;

public class A_sealed_value
{
    private const string Text = "Сәлем, тыңдап тұрмын";
    private const string Place = "Notes|SealedSummary|row1";

    // Sealed by Node's crypto under the key of 32 sevens, with the nonce 00 01 02 … 0b and the place and key id as authenticated data.
    private const string Vector = "k1:AAECAwQFBgcICQoLyCA66c2yCfynDsm8M9q9cTOfZjrI0qeONh/haD8G7dVivs0yKuQmfp3EuSnveDLhpebaTGM=";

    [Fact]
    public void Opens_again() => Assert.Equal(Text, Vault().Open(Vault().Seal(Text, Place), Place));

    [Fact]
    public void Is_AES_GCM_as_anybody_else_would_do_it() => Assert.Equal(Text, Vault().Open(Vector, Place));

    [Fact]
    public void Looks_different_each_time_and_tells_nothing_but_its_key()
    {
        var (one, two) = (Vault().Seal(Text, Place), Vault().Seal(Text, Place));
        Assert.NotEqual(one, two);
        Assert.StartsWith("k1:", one);
    }

    [Fact]
    public void Does_not_open_in_another_row() => Assert.ThrowsAny<CryptographicException>(() => Vault().Open(Vector, "Notes|SealedSummary|row2"));

    [Fact]
    public void Does_not_open_under_another_key_of_the_same_id() => Assert.ThrowsAny<CryptographicException>(() => Vault(k1: 8).Open(Vector, Place));

    [Fact]
    public void Does_not_open_when_one_bit_was_changed()
    {
        var box = Convert.FromBase64String(Vector[3..]);
        for (var i = 0; i < box.Length; i++)
        {
            box[i] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => Vault().Open($"k1:{Convert.ToBase64String(box)}", Place));
            box[i] ^= 1;
        }
    }

    [Fact]
    public void Opens_under_its_old_key_after_a_new_one_was_made_active()
    {
        var later = Vault(k2: 3, active: "k2");
        Assert.Equal(Text, later.Open(Vector, Place));
        Assert.StartsWith("k2:", later.Seal(Text, Place));
    }

    [Theory, InlineData("k9:AAAA", "'k9'"), InlineData("nothing", "''"), InlineData("", "''")]
    public void Says_which_key_is_missing(string value, string key) =>
        Assert.Contains(key, Assert.Throws<CryptographicException>(() => Vault().Open(value, Place)).Message);

    [Theory, InlineData("k1:AAAA"), InlineData("k1:"), InlineData("k1:not base64")]
    public void Does_not_open_when_it_is_no_box(string value) => Assert.ThrowsAny<CryptographicException>(() => Vault().Open(value, Place));

    [Fact]
    public void Hashes_a_number_with_the_key_and_nothing_else()
    {
        // HMAC-SHA-256 of "caller/v1|+77010000001", by Node's crypto.
        Assert.Equal("9d1fb01023573097406195fd8c215a8d15bb340d9a4df861", Vault().Hash(new("+77010000001")));
        Assert.NotEqual(Vault().Hash(new("+77010000001")), Vault().Hash(new("+77010000002")));
        Assert.NotEqual(Vault().Hash(new("+77010000001")), Vault(hash: 8).Hash(new("+77010000001")));
    }

    [Fact]
    public void Derives_another_key_for_each_purpose() => Assert.NotEqual(Vault().Derive("ticket"), Vault().Derive("other"));

    private static Vault Vault(byte k1 = 7, byte? k2 = null, byte hash = 9, string active = "k1")
    {
        var options = new PrivacyOptions { ActiveKey = active, HashKey = Key(hash), Keys = { ["k1"] = Key(k1) } };
        if (k2 is { } second) options.Keys["k2"] = Key(second);
        return new Vault(options);
    }

    private static string Key(byte filler) => Convert.ToBase64String(Enumerable.Repeat(filler, 32).ToArray());
}
