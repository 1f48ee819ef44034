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
/// <param name="Tab">The browser tab in which her calls ring; null when none is heard of, and any of hers may take them.</param>
/// <param name="Hidden">That tab is behind others.</param>
/// <param name="LostAt">UTC, since when calls have not rung for her because her tab was not heard of; null once she has said anything since.</param>
/// <param name="Phone">On while calls ring on her own telephone too, Failed when its number could not be called, else Off.</param>
public sealed record PresenceCard(
    string UserName, string DisplayName, string State, string? Busy, DateTime Since, IReadOnlyList<string> Languages, long Version, string? Reason = null,
    string? Tab = null, bool Hidden = false, DateTime? LostAt = null, string Phone = "Off");

/// <param name="State">Available, LastCall, Break, Technical, Debrief or Offline.</param>
/// <param name="Reason">Of a break: a code of the list <c>break_reasons</c>, or nothing.</param>
/// <param name="Tab">The tab she says it in: her calls ring there from now on. Without one they ring where they did.</param>
public sealed record PresenceChange(string State, string? Reason = null, string? Tab = null);

/// <summary>A browser tab of the reader's speaks of itself.</summary>
/// <param name="Hidden">It is behind others.</param>
/// <param name="Insists">She presses "take calls here"; otherwise it takes them only when no other tab is heard of.</param>
public sealed record TabChange(bool Hidden, bool Insists = false);
