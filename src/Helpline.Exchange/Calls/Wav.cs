using System.Buffers.Binary;

namespace Helpline.Exchange;

/// <summary>Reads as much of a WAV file as tells how long it is.</summary>
internal static class Wav
{
    /// <summary>The playing time; null when the bytes are no WAV with a format and data.</summary>
    public static TimeSpan? Length(ReadOnlySpan<byte> file)
    {
        if (file.Length < 12 || !file[..4].SequenceEqual("RIFF"u8) || !file[8..12].SequenceEqual("WAVE"u8)) return null;
        uint bytesPerSecond = 0;
        for (var at = 12; at + 8 <= file.Length;)
        {
            var name = file.Slice(at, 4);
            var size = BinaryPrimitives.ReadUInt32LittleEndian(file[(at + 4)..]);
            var body = file[(at + 8)..];
            if (name.SequenceEqual("fmt "u8) && body.Length >= 16) bytesPerSecond = BinaryPrimitives.ReadUInt32LittleEndian(body[8..]);
            // A stream's header may promise more than came.
            if (name.SequenceEqual("data"u8))
                return bytesPerSecond == 0 ? null : TimeSpan.FromSeconds((double)Math.Min(size, (uint)body.Length) / bytesPerSecond);
            if (size > body.Length) return null;
            at += 8 + (int)size + (int)(size & 1);
        }
        return null;
    }

    /// <summary>A low tone: 8 kHz, 16 bits, one channel.</summary>
    public static byte[] Tone(TimeSpan length)
    {
        const int header = 44, rate = 8000, pitch = 220, loudness = 3000;
        var samples = (int)(length.TotalSeconds * rate);
        var file = new byte[header + samples * 2];
        var at = file.AsSpan();
        "RIFF"u8.CopyTo(at);
        BinaryPrimitives.WriteInt32LittleEndian(at[4..], file.Length - 8);
        "WAVEfmt "u8.CopyTo(at[8..]);
        foreach (var (place, value) in new[] { (16, 16), (20, 1 | (1 << 16)), (24, rate), (28, rate * 2), (32, 2 | (16 << 16)), (40, samples * 2) })
            BinaryPrimitives.WriteInt32LittleEndian(at[place..], value);
        "data"u8.CopyTo(at[36..]);
        for (var i = 0; i < samples; i++)
            BinaryPrimitives.WriteInt16LittleEndian(at[(header + i * 2)..], (short)(loudness * Math.Sin(2 * Math.PI * pitch * i / rate)));
        return file;
    }
}
