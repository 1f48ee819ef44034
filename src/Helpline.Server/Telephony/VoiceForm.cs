using Helpline.Server.Telephony.Twilio;
using Microsoft.Extensions.Primitives;

namespace Helpline.Server.Telephony;

/// <summary>The fields of a webhook, read leniently: what is missing is empty. They outlive the request, as work does that takes longer than its answer may.</summary>
internal readonly struct VoiceForm(HttpRequest request)
{
    private const string Browser = "client:";
    private static readonly string[] Over = ["completed", "busy", "failed", "no-answer", "canceled"];
    private readonly IFormCollection form = request.Form;
    private readonly IQueryCollection query = request.Query;

    public string CallSid => this["CallSid"];
    public string From => this["From"];
    public string Digits => this["Digits"];

    /// <summary>The leg is a counselor's browser.</summary>
    public bool IsBrowser => From.StartsWith(Browser, StringComparison.Ordinal);

    /// <summary>Whose browser it is; empty for a telephone.</summary>
    public string Identity => IsBrowser ? From[Browser.Length..] : "";

    /// <summary>The leg that the form is about has ended.</summary>
    public bool IsOver => Over.Contains(this["CallStatus"]);

    public string this[string field] => form[field].ToString();

    /// <summary>When it happened, as the provider says; <paramref name="otherwise"/> when it does not.</summary>
    public DateTime At(DateTime otherwise) => Timestamps.Parse(this["Timestamp"]) ?? otherwise;

    /// <summary>A number of the query string, which we wrote ourselves.</summary>
    public int Query(string name, int otherwise) =>
        query.TryGetValue(name, out StringValues text) && int.TryParse(text, out var number) ? number : otherwise;

    /// <summary>A word of the query string, which we wrote ourselves; empty when it is missing.</summary>
    public string Text(string name) => query[name].ToString();
}
