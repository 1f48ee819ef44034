using System.Collections;
using System.Globalization;

namespace Helpline.Server.Telephony.Twilio;

/// <summary>The fields of a REST call. Null is left out; a list becomes a repeated key.</summary>
internal sealed class TwilioForm : IEnumerable<KeyValuePair<string, string>>
{
    private readonly List<KeyValuePair<string, string>> fields = [];

    public void Add(string name, string? value)
    {
        if (value is not null) fields.Add(new(name, value));
    }

    public void Add(string name, Uri? value) => Add(name, value?.AbsoluteUri);

    public void Add(string name, bool? value) => Add(name, value switch { true => "true", false => "false", null => null });

    /// <summary>Whole seconds.</summary>
    public void Add(string name, TimeSpan? value) =>
        Add(name, value is { } length ? ((long)length.TotalSeconds).ToString(CultureInfo.InvariantCulture) : null);

    public void Add(string name, IEnumerable<string> values)
    {
        foreach (var value in values) Add(name, value);
    }

    public HttpContent ToContent() => new FormUrlEncodedContent(fields);

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => fields.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
