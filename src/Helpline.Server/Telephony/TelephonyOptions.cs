using System.ComponentModel.DataAnnotations;

namespace Helpline.Server.Telephony;

internal enum TelephonyProvider { Exchange, Twilio }

/// <summary>Section <c>Telephony</c>.</summary>
internal sealed class TelephonyOptions
{
    /// <summary>Twilio, or the exchange built in, which speaks the same protocol and needs no account.</summary>
    [EnumDataType(typeof(TelephonyProvider), ErrorMessage = "Telephony:Provider is not known; it should be Exchange or Twilio.")]
    public TelephonyProvider Provider { get; init; } = TelephonyProvider.Exchange;
}
