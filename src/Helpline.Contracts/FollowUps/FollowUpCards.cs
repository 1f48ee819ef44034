namespace Helpline.Contracts.FollowUps;

/// <summary>A promise to ask again how somebody is. It never holds the number.</summary>
/// <param name="Number">What people call it: 20261125-0001.</param>
/// <param name="Kind">Call, Sms or Visit.</param>
/// <param name="State">Scheduled, Due, Attempted, Reached, Unreachable, Cancelled or Superseded.</param>
/// <param name="DueAt">UTC: when it is to be done, or tried again.</param>
/// <param name="Agreed">The person agreed to that time.</param>
/// <param name="Owner">User name of whoever carries it out.</param>
/// <param name="Risk">Code of <c>risk_levels</c>.</param>
/// <param name="Why">Code of <c>follow_up_reasons</c>.</param>
/// <param name="Attempts">Vain ones that count.</param>
/// <param name="MostAttempts">After so many the person is unreachable.</param>
/// <param name="Alias">The telephone's name among us, of a person who is anonymous.</param>
/// <param name="MayCallNow">No reason is needed to call at this moment.</param>
/// <param name="Ending">The last two digits of the number; null when there is none that can be read.</param>
/// <param name="Answered">The call that somebody picked up and whose outcome is not said yet.</param>
/// <param name="Step">Owner, Coordinator or Supervisor: who was told last that it is overdue.</param>
/// <param name="ClosedAt">UTC.</param>
/// <param name="Version">Rises with every change.</param>
public sealed record FollowUpCard(
    Guid Id, string Number, string Kind, string State, DateTime DueAt, bool Agreed, string Owner, string Language, string Risk, string Why, int Attempts,
    int MostAttempts, Guid? CaseId, string? CaseNumber, Guid? ContactId, string? Alias, Guid? PersonId, bool MayCallNow, string? Ending, Guid? Answered,
    string? Step, DateTime? ClosedAt, long Version);

/// <summary>One try.</summary>
/// <param name="At">UTC.</param>
/// <param name="By">User name; null for a text message that went out by itself.</param>
/// <param name="Result">Answered, NoAnswer, Busy, WrongNumber, OtherPerson, Refused or NumberOff.</param>
/// <param name="Counts">Towards the most attempts.</param>
/// <param name="CallId">The call, when it went through our line.</param>
public sealed record AttemptCard(DateTime At, string? By, string Result, bool Counts, string? Note, Guid? CallId);

/// <summary>How the person may be reached without harm.</summary>
/// <param name="From">Local time.</param>
/// <param name="To">Local time.</param>
public sealed record WishesCard(bool MayCall, TimeOnly? From, TimeOnly? To, string? WhoMayAnswer, string? WhatToSay, bool MayLeaveMessage, bool MaySms);

/// <summary>One follow-up with its tries and the person's wishes; reading it is written to the audit trail.</summary>
public sealed record FollowUpDetails(FollowUpCard FollowUp, IReadOnlyList<AttemptCard> Attempts, WishesCard Wishes);

/// <summary>About one of a case, a contact or a person.</summary>
/// <param name="Kind">Call, Sms or Visit.</param>
/// <param name="Why">Code of <c>follow_up_reasons</c>.</param>
/// <param name="Risk">Code of <c>risk_levels</c>.</param>
/// <param name="DueAt">UTC; null for when the risk wants it. It is put off to the next moment that is neither quiet nor unsafe.</param>
/// <param name="Owner">User name; null for the one who plans it.</param>
/// <param name="MayCall">The person agreed to be called.</param>
/// <param name="Supersede">It goes on in place of an open one of its kind; otherwise that is a conflict.</param>
public sealed record NewFollowUp(
    string Kind, string Why, string Risk, Guid? CaseId = null, Guid? ContactId = null, Guid? PersonId = null, DateTime? DueAt = null, string? Owner = null,
    bool MayCall = false, bool Supersede = false);

/// <param name="Result">Answered, NoAnswer, Busy, WrongNumber, OtherPerson, Refused or NumberOff.</param>
/// <param name="Note">At most 500 characters.</param>
/// <param name="Version">Of the card that was seen; null to write whatever it is now.</param>
public sealed record NewAttempt(string Result, string? Note = null, long? Version = null);

/// <param name="At">UTC, in the future, outside quiet hours.</param>
public sealed record AgreedTime(DateTime At, long? Version = null);

/// <param name="Reason">Code of <c>follow_up_ends</c>.</param>
public sealed record CancelFollowUp(string Reason, long? Version = null);
