using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Helpline.Server.Referrals;

/// <summary>HTML that is safe to send: what is put into its holes is escaped, unless it is HTML already.</summary>
internal sealed record Html(string Text)
{
    public static readonly Html None = new("");

    public static Html Of(HtmlText text) => new(text.ToString());

    public static Html Each<T>(IEnumerable<T> items, Func<T, Html> one) => new(string.Concat(items.Select(item => one(item).Text)));
}

/// <summary>Takes strings and HTML, and nothing else.</summary>
[InterpolatedStringHandler]
internal readonly ref struct HtmlText(int literalLength, int formattedCount)
{
    private const int HoleLength = 16;

    // Letters of every language stay as they are; what HTML gives a meaning is escaped, quotes too.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder text = new(literalLength + formattedCount * HoleLength);

    public void AppendLiteral(string literal) => text.Append(literal);

    public void AppendFormatted(string? value) => text.Append(Encoder.Encode(value ?? ""));

    public void AppendFormatted(Html html) => text.Append(html.Text);

    public override string ToString() => text.ToString();
}
