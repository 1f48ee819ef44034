using System.Buffers.Binary;
using System.Text;

namespace Helpline.Tests.Config;

/// <summary>The head of a WAV file: enough to know whether a telephone can play it, and for how long.</summary>
/// <param name="Format">1 is PCM, 7 is µ-law.</param>
internal sealed record WavFile(int Format, int Channels, int SampleRate, int BytesPerSecond, int DataBytes)
{
    public double Seconds => (double)DataBytes / BytesPerSecond;

    public static WavFile Read(string path)
    {
        ReadOnlySpan<byte> bytes = File.ReadAllBytes(path);
        if (Name(bytes) != "RIFF" || Name(bytes[8..]) != "WAVE") throw new InvalidDataException($"{path} is not a WAV file");

        var wav = new WavFile(0, 0, 0, 0, 0);
        for (var rest = bytes[12..]; rest.Length >= 8;)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(rest[4..]);
            var body = rest[8..];
            if (Name(rest) == "fmt ") wav = Head(body);
            if (Name(rest) == "data") return wav with { DataBytes = Math.Min(length, body.Length) };
            rest = body[(length + (length & 1))..]; // chunks are padded to an even length
        }
        throw new InvalidDataException($"{path} has no sound in it");
    }

    private static WavFile Head(ReadOnlySpan<byte> body) => new(
        Format: BinaryPrimitives.ReadInt16LittleEndian(body),
        Channels: BinaryPrimitives.ReadInt16LittleEndian(body[2..]),
        SampleRate: BinaryPrimitives.ReadInt32LittleEndian(body[4..]),
        BytesPerSecond: BinaryPrimitives.ReadInt32LittleEndian(body[8..]),
        DataBytes: 0);

    private static string Name(ReadOnlySpan<byte> chunk) => Encoding.ASCII.GetString(chunk[..4]);
}
