namespace Helpline.Exchange;

/// <summary>What may go wrong between the exchange and the server, as it does between the provider and the world.</summary>
public enum Fault
{
    /// <summary>A report arrives after a later one of the same call or conference.</summary>
    WebhookReordered,

    /// <summary>A webhook is delivered twice with the same token; the second answer counts.</summary>
    WebhookDuplicated,

    /// <summary>A report never arrives. (A document is asked for until something answers.)</summary>
    WebhookDropped,

    /// <summary>A webhook arrives a second after the exchange has given it up: 11200, and the fallback address has been asked by then.</summary>
    WebhookLate,

    /// <summary>The connection fails before the webhook is sent: 11205, unless it is tried again.</summary>
    WebhookUnreachable,

    /// <summary>The server carries the webhook out, and 502 comes back: 11200, unless it is tried again.</summary>
    WebhookBadGateway,

    /// <summary>429 with code 20429; nothing happened.</summary>
    RestTooMany,

    /// <summary>Somebody hangs up just before a command for the call is carried out: 400 with code 21220.</summary>
    RestCallGone,

    /// <summary>A command is carried out and never answered.</summary>
    RestTimeout,

    /// <summary>Somebody hangs up before the next instruction.</summary>
    HangUp,

    /// <summary>A list left out what is newer than <see cref="FaultOptions.ListLag"/>.</summary>
    ListLag,

    /// <summary>A call had to wait for its second, see <see cref="FaultOptions.OneCallASecond"/>.</summary>
    CallQueued,

    /// <summary>A later participant's conference callback was ignored. It always is, and is only counted here.</summary>
    CallbackIgnored,
}

/// <summary>Section <c>Exchange:Faults</c>. Nothing goes wrong unless it says so.</summary>
public sealed class FaultOptions
{
    /// <summary>The same seed strikes the same occasions, counted per kind of fault.</summary>
    public int Seed { get; set; }

    /// <summary>From 0, never, to 1, always; for instance <c>Exchange:Faults:Chances:WebhookDropped=0.02</c>.</summary>
    public Dictionary<Fault, double> Chances { get; } = [];

    /// <summary>For so long a new conference or participant is missing in lists.</summary>
    public TimeSpan ListLag { get; set; }

    /// <summary>Whether calls ordered by REST leave one a second. A Dial's never wait.</summary>
    public bool OneCallASecond { get; set; }
}
