namespace Helpline.Exchange;

using Form = IReadOnlyList<KeyValuePair<string, string>>;

/// <summary>Where a leg gets its next document from.</summary>
internal abstract record Instruction;

/// <param name="Last">Whether this is the fallback address, after which there is no other.</param>
internal sealed record Fetch(Uri Url, HttpMethod Method, Form Extra, string What, bool Last = false) : Instruction;

/// <summary>A document that came with a REST command.</summary>
internal sealed record Inline(string Xml) : Instruction;

/// <summary>A leg that the exchange rings, until somebody picks up.</summary>
/// <param name="Queue">How long it waits before it rings.</param>
internal sealed record Ringing(TimeSpan Timeout, TimeSpan Queue) : Instruction;

/// <summary>Into the conference that keeps a place for the leg.</summary>
internal sealed record Enter : Instruction;

/// <summary>To whoever dialed the leg, after the question if there is one.</summary>
internal sealed record Bridging(Dialing Dialing, Fetch? Question) : Instruction;

/// <summary>How a verb or a document ended; null means the next verb.</summary>
internal abstract record Step
{
    public static readonly Step RanOut = new End("the document ran out");
    public static readonly Step HungUp = new End("Hangup");
    public static readonly Step Left = new End("Leave");

    public sealed record Next(Instruction What) : Step;

    public sealed record End(string Why) : Step;
}

/// <summary>An address failed or its document is not valid: the call goes to the fallback address.</summary>
internal sealed class DocumentFailedException(int code, string why, Uri? url, bool last) : Exception(why)
{
    public int Code => code;

    public Uri? Url => url;

    public bool Last => last;
}
