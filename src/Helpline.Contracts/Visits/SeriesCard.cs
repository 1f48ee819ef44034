namespace Helpline.Contracts.Visits;

/// <summary>When a series has visits. Days and times are local to the line's zone.</summary>
/// <param name="At">Local time.</param>
/// <param name="Every">Every so many days or weeks.</param>
/// <param name="Unit">Days or Weeks.</param>
/// <param name="On">Monday to Sunday: only on these; empty for all.</param>
/// <param name="Until">The last day; null when <paramref name="Count"/> ends it.</param>
public sealed record SeriesDates(DateOnly From, TimeOnly At, int Minutes, int Every, string Unit, IReadOnlyList<string> On, DateOnly? Until, int? Count);

/// <inheritdoc cref="NewVisit"/>
public sealed record NewSeries(
    Guid? CaseId, Guid? PersonId, Guid? HouseholdId, string Area, SeriesDates Dates, string? Worker = null, string Kind = "Observation", int Priority = 3,
    Guid? ReferralId = null, string? Address = null);

/// <param name="Worker">Null for the same.</param>
/// <param name="Version">What the reader saw; null not to be asked.</param>
public sealed record SeriesChange(SeriesDates Dates, string? Worker = null, long? Version = null);

/// <param name="Ahead">How many of its visits are still to come.</param>
public sealed record SeriesCard(Guid Id, string Area, string Kind, string Worker, SeriesDates Dates, int Ahead, DateTime? EndedAt, long Version);
