namespace Helpline.Contracts.Counselors;

/// <summary>Where a counselor is.</summary>
/// <param name="UserName">The account.</param>
/// <param name="DisplayName">What colleagues call her.</param>
/// <param name="State">What she said: Available, LastCall, Break, Technical, Debrief or Offline; Offline too when her board is not heard of, and Paused when she let calls pass.</param>
/// <param name="Busy">Offered, Connecting, Talking or WrapUp while a call is hers; else null.</param>
/// <param name="Since">UTC, since when <paramref name="State"/> or <paramref name="Busy"/> holds.</param>
/// <param name="Languages">kk, ru, en.</param>
/// <param name="Version">Rises with every change of this counselor.</param>
/// <param name="Reason">Why she is on a break, a code of <c>break_reasons</c>.</param>
public sealed record PresenceCard(
    string UserName, string DisplayName, string State, string? Busy, DateTime Since, IReadOnlyList<string> Languages, long Version, string? Reason = null);

/// <param name="State">Available, LastCall, Break, Technical, Debrief or Offline.</param>
/// <param name="Reason">Of a break: a code of the list <c>break_reasons</c>, or nothing.</param>
public sealed record PresenceChange(string State, string? Reason = null);
