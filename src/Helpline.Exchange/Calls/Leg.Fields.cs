namespace Helpline.Exchange;

using Form = List<KeyValuePair<string, string>>;

/// <summary>How a leg is written in a request.</summary>
internal sealed partial class Leg
{
    private static readonly string[] Places = ["City", "State", "Zip"];

    /// <summary>The parameters every request about this leg carries.</summary>
    public Form Fields(string account)
    {
        var form = new Form
        {
            new("CallSid", Sid), new("AccountSid", account), new("From", From), new("To", To), new("Caller", From), new("Called", To),
            new("CallStatus", Status), new("ApiVersion", "2010-04-01"), new("Direction", Direction),
        };
        if (ParentSid is not null) form.Add(new("ParentCallSid", ParentSid));
        if (ApplicationSid is not null) form.Add(new("ApplicationSid", ApplicationSid));
        if (Identity is null)
            foreach (var (side, number) in new[] { ("From", From), ("Caller", From), ("To", To), ("Called", To) })
            {
                form.AddRange(Places.Select(place => KeyValuePair.Create(side + place, "")));
                form.Add(new(side + "Country", number.StartsWith("+7", StringComparison.Ordinal) ? "KZ" : ""));
            }
        if (Direction == "inbound" && Identity is null)
            form.Add(new("CallToken", Uri.EscapeDataString($$"""{"parentCallInfoToken":"made.up.{{From}}"}""")));
        if (Direction == "inbound") form.AddRange(Parameters);
        return form;
    }
}
