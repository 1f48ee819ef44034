using Helpline.Domain.Calls;
using Helpline.Domain.Line;
using PhoneNumbers;

namespace Helpline.Server.Telephony;

/// <summary>Which numbers can be called, by the world's numbering plans.</summary>
internal sealed class Numbers(LineRules line)
{
    private readonly PhoneNumberUtil plans = PhoneNumberUtil.GetInstance();

    /// <summary>A number as reported by a provider or typed on a keypad; null for one that cannot be called.</summary>
    public CallerNumber? Callable(string? number)
    {
        try
        {
            var parsed = plans.Parse(number, line.Country);
            return plans.IsValidNumber(parsed) ? CallerNumber.From(plans.Format(parsed, PhoneNumberFormat.E164)) : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }
}
