namespace Helpline.Contracts.Cases;

/// <summary>A case; codes are of the catalog, times UTC.</summary>
/// <param name="Number">What people call it.</param>
/// <param name="Title">A few words to know it by, without a name.</param>
/// <param name="Risk">List <c>risk_levels</c>.</param>
/// <param name="State">Open or Closed.</param>
/// <param name="Owner">User name.</param>
/// <param name="CloseReason">List <c>case_close_reasons</c>.</param>
/// <param name="TouchedAt">The last time that anything happened in it.</param>
/// <param name="Version">Sent back with the next change.</param>
public sealed record CaseCard(
    Guid Id, string Number, string Title, string Risk, string State, string Owner, Guid? PersonId, Guid? HouseholdId,
    DateTime OpenedAt, DateTime? ClosedAt, string? CloseReason, DateTime TouchedAt, long Version)
{
    public const int TitleLength = 200;
}

/// <param name="PersonNumber">What people call the person; her name is on her own page.</param>
/// <param name="MayChange">The reader owns it or supervises the team; otherwise it was shared with her, to read.</param>
public sealed record CaseDetails(CaseCard Case, string? PersonNumber, string? HouseholdNumber, bool MayChange);

/// <summary>A new case, of the reader: at least one of contact, person and household.</summary>
/// <param name="Owner">User name; null for the reader herself.</param>
public sealed record NewCase(string Title, string Risk, Guid? ContactId = null, Guid? PersonId = null, Guid? HouseholdId = null, string? Owner = null);

/// <summary>A change of some fields: null leaves a field as it is.</summary>
/// <param name="Version">The version that was seen; null overwrites without asking.</param>
public sealed record CaseChange(long? Version, string? Title, string? Risk, Guid? PersonId = null, Guid? HouseholdId = null);

/// <param name="Owner">User name of who answers for it from now on.</param>
public sealed record GiveCase(string Owner, long? Version = null);

public sealed record JoinContact(Guid ContactId);

/// <param name="Reason">List <c>case_close_reasons</c>.</param>
public sealed record CloseCase(string Reason, long? Version = null);

/// <param name="Canceled">How much open work was canceled with it.</param>
public sealed record ClosedCase(CaseCard Case, int Canceled);

/// <summary>One line of a case's timeline.</summary>
/// <param name="At">UTC.</param>
/// <param name="By">User name; null when the system did it.</param>
/// <param name="Subject">Contact, Case, FollowUp, Referral, Visit and so on.</param>
/// <param name="What">The move by name; TookPlace for a contact itself.</param>
/// <param name="Reason">A code of a catalog.</param>
/// <param name="Number">Of a contact.</param>
/// <param name="Channel">Of a contact.</param>
public sealed record Moment(
    DateTime At, string? By, string Subject, Guid SubjectId, string What, string? From, string? To, string? Reason,
    string? Number = null, string? Channel = null);

/// <summary>Somebody to whom work after a call may be given.</summary>
public sealed record ColleagueCard(string UserName, string Name, IReadOnlyList<string> Roles);
