namespace Helpline.Browser.Support;

/// <summary>A voice of one pitch, so that whoever hears it can be told apart by a meter.</summary>
internal static class Tone
{
    private const int Rate = 48_000;
    private const int Seconds = 2;

    /// <summary>Writes a recording that sounds without a seam when it is played in a loop.</summary>
    /// <param name="pitch">In Hz.</param>
    public static string Write(string folder, int pitch)
    {
        var path = Path.Combine(folder, $"{pitch}.wav");
        using var writer = new BinaryWriter(File.Create(path));
        const int bytes = Rate * Seconds * sizeof(short);
        writer.Write("RIFF"u8);
        writer.Write(36 + bytes);
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write((short)1);
        writer.Write((short)1);
        writer.Write(Rate);
        writer.Write(Rate * sizeof(short));
        writer.Write((short)sizeof(short));
        writer.Write((short)16);
        writer.Write("data"u8);
        writer.Write(bytes);
        for (var i = 0; i < Rate * Seconds; i++)
            writer.Write((short)(12_000 * Loudness(i) * Math.Sin(2 * Math.PI * pitch * i / Rate)));
        return path;
    }

    // In syllables that swell and fade: a browser takes an even tone for noise and filters it out, and an edge would click.
    private static double Loudness(int sample) => Math.Pow(Math.Sin(2 * Math.PI * sample / Rate), 2);
}
