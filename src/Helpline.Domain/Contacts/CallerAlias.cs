namespace Helpline.Domain.Contacts;

/// <summary>What we call a telephone whose number nobody may see: five signs of its keyed hash, as K7Q2M.</summary>
public static class CallerAlias
{
    // Crockford's base 32: without I, L, O and U, which are misread.
    private const string Signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 5;

    /// <param name="hash">Hexadecimal, at least 8 digits.</param>
    public static string Of(string hash)
    {
        var bits = Convert.ToUInt32(hash[..8], 16);
        return string.Create(Length, bits, (signs, from) =>
        {
            for (var i = 0; i < signs.Length; i++) signs[i] = Signs[(int)(from >> (27 - 5 * i)) & 31];
        });
    }
}
