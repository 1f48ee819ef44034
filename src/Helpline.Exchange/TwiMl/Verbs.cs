namespace Helpline.Exchange;

/// <summary>What a leg is told to do. Addresses are absolute already.</summary>
internal abstract record Verb
{
    public string Name => GetType().Name;
}

/// <param name="Clip">The recording; null when only tones are played.</param>
/// <param name="Loop">0 for without end.</param>
internal sealed record Play(Uri? Clip, int Loop, string Tones) : Verb;

internal sealed record Pause(TimeSpan Length) : Verb;

/// <param name="Action">Null for the document's own address.</param>
/// <param name="NumDigits">Null for as many as typed before <paramref name="FinishOnKey"/> or the timeout.</param>
internal sealed record Gather(
    Uri? Action, HttpMethod Method, TimeSpan Timeout, int? NumDigits, string FinishOnKey, bool ActionOnEmptyResult,
    IReadOnlyList<Verb> Prompts) : Verb;

internal sealed record Enqueue(
    string Queue, Uri? Action, HttpMethod Method, Uri? WaitUrl, HttpMethod WaitMethod, int? MaxSize) : Verb;

/// <param name="Action">Null for the document's own address.</param>
/// <param name="Timeout">Silence that ends it; zero for none.</param>
/// <param name="Trims">Silence at the end is left out.</param>
/// <param name="Status">Told of in-progress, completed or absent.</param>
internal sealed record Record(
    Uri? Action, HttpMethod Method, TimeSpan Timeout, string FinishOnKey, TimeSpan MaxLength, bool PlayBeep, bool Trims, Callback Status) : Verb;

internal sealed record Leave : Verb;

internal sealed record Hangup : Verb;

internal sealed record Reject(string Reason) : Verb;

internal sealed record Redirect(Uri Url, HttpMethod Method) : Verb;

/// <param name="HangupOnStar">The star key ends the connection, and not the call.</param>
internal sealed record Dial(
    Uri? Action, HttpMethod Method, TimeSpan Timeout, TimeSpan TimeLimit, string? CallerId, bool AnswerOnBridge, bool HangupOnStar, Noun To) : Verb;

/// <summary>Whom a Dial reaches.</summary>
internal abstract record Noun;

/// <param name="WaitUrl">What is heard while alone; null for silence.</param>
internal sealed record Room(
    string FriendlyName, string? Label, bool Muted, string Beep, bool StartOnEnter, bool EndOnExit, int MaxParticipants,
    Uri? WaitUrl, HttpMethod WaitMethod, string? Coach, Uri? StatusCallback, HttpMethod StatusMethod, IReadOnlyList<string> StatusEvents) : Noun;

/// <summary>Telephones and browsers that ring together; the first to pick up is connected.</summary>
internal sealed record Parties(IReadOnlyList<Party> All) : Noun;

/// <param name="Url">What the one who picks up is asked first; null for nothing.</param>
internal sealed record Party(Address To, Uri? Url, HttpMethod Method, Callback Status);

/// <summary>Where a document runs, which limits its verbs.</summary>
internal enum Place
{
    Call,
    QueueWait,
    ConferenceWait,

    /// <summary>What somebody who picked up is asked before a Dial connects.</summary>
    Screening,
}
