namespace Helpline.Contracts.Metrics;

/// <summary>The figures of the line over some local days.</summary>
/// <param name="From">The first local day.</param>
/// <param name="To">The last local day.</param>
/// <param name="Begin">UTC, when the first day begins.</param>
/// <param name="End">UTC, when the last day is over.</param>
/// <param name="Zone">IANA zone of the days and hours.</param>
/// <param name="Promise">By what the service levels are counted.</param>
/// <param name="Calls">How the calls ended; the parts add up to the whole.</param>
/// <param name="Figures">Each by its one definition, in the order they are shown.</param>
/// <param name="Waits">Of those who were answered.</param>
/// <param name="Spread">How long they waited, from the shortest; together all answered and all who gave up.</param>
/// <param name="Hours">The 24 hours of the day, each over all the days.</param>
/// <param name="Days">The local days, the first one first.</param>
/// <param name="Week">The 168 hours of the week, Monday first.</param>
/// <param name="Languages">Calls by the caller's choice.</param>
/// <param name="Contacts">How many contacts began, in whatever way.</param>
/// <param name="Parts">The contacts parted in one way after the other; the counts of each add up to <paramref name="Contacts"/>, but of Topic and TargetGroup to all that were named.</param>
/// <param name="After">What was due, sent or planned for that time, and what became of it: of the reader's team where she has one.</param>
/// <param name="SeesAll">The reader may open every row. Without it all but <paramref name="After"/> is of the whole line, and journals would show her team's rows only.</param>
public sealed record LineMetrics(
    DateOnly From, DateOnly To, DateTime Begin, DateTime End, string Zone, PromiseCard Promise, CallCounts Calls, IReadOnlyList<FigureCard> Figures, WaitsCard Waits,
    IReadOnlyList<WaitSpan> Spread, IReadOnlyList<HourCard> Hours, IReadOnlyList<DayCard> Days, IReadOnlyList<WeekHour> Week, IReadOnlyList<LanguageCalls> Languages,
    int Contacts, IReadOnlyList<PartCard> Parts, IReadOnlyList<OutcomesCard> After, bool SeesAll);

/// <param name="WithinSeconds">The answer time; an answer after exactly so long is in time.</param>
/// <param name="Goal">The share that should be answered in it, 0 to 1.</param>
/// <param name="ShortSeconds">Who hangs up after at most so long is a short abandon.</param>
/// <param name="SoonerSeconds">The second, shorter answer time.</param>
/// <param name="SoonerGoal">The share that should be answered in that.</param>
public sealed record PromiseCard(double WithinSeconds, double Goal, double ShortSeconds, double SoonerSeconds, double SoonerGoal);

/// <param name="Offered">Every call that entered the queue or was kept out of it: the sum of answered, abandoned, exited, blocked, failed and open.</param>
/// <param name="Blocked">Kept out by a flag; like the failed ones, part of no service level.</param>
/// <param name="ShortAbandons">Of the abandoned.</param>
public sealed record CallCounts(int Offered, int Answered, int Abandoned, int Exited, int Blocked, int Failed, int Open, int ShortAbandons);

/// <param name="Code">Names the definition; words and formula are under <c>Figure.{code}</c> and <c>Formula.{code}</c>.</param>
/// <param name="Value">Null when there is nothing to divide by.</param>
/// <param name="Unit">share (0 to 1) or seconds.</param>
/// <param name="Rows">Its numerator, or of means its denominator, as rows: what <see cref="Routes.Calls"/> takes for its result, as <c>answered&amp;most=20</c>; or a page that the days are added to: of a journal, or of the counselors' time.</param>
public sealed record FigureCard(string Code, double? Value, double Numerator, double Denominator, string Unit, string? Rows = null);

/// <summary>Whole seconds, rounded up, by nearest rank; null when nobody was answered.</summary>
public sealed record WaitsCard(int? Median, int? Ninety, int? NinetyFive, int? NinetyNine, int? Longest);

/// <summary>Who waited more than <paramref name="Above"/> and at most <paramref name="Most"/> seconds; null for no end.</summary>
public sealed record WaitSpan(int Above, int? Most, int Answered, int Abandoned);

/// <param name="Local">Local hour, 0 to 23; an hour that clocks repeat is in it twice.</param>
/// <param name="ServiceLevel">The net one.</param>
/// <param name="Occupancy">Of the counselors' time in that hour.</param>
public sealed record HourCard(int Local, CallCounts Calls, FigureCard ServiceLevel, FigureCard Occupancy);

/// <summary>One local day.</summary>
/// <param name="Begin">UTC, when it begins.</param>
/// <param name="End">UTC, when it is over.</param>
public sealed record DayCard(DateOnly Day, DateTime Begin, DateTime End, CallCounts Calls, FigureCard ServiceLevel);

/// <param name="Day">1 for Monday to 7 for Sunday.</param>
/// <param name="Hour">Local, 0 to 23.</param>
/// <param name="Calls">That entered the queue, or were kept out of it.</param>
/// <param name="Contacts">That began.</param>
public sealed record WeekHour(int Day, int Hour, int Calls, int Contacts);

/// <param name="Language">kk, ru or en; null for those who had chosen none.</param>
public sealed record LanguageCalls(string? Language, CallCounts Calls, FigureCard ServiceLevel);

/// <param name="By">Channel, Language, Region, Age, Sex, Topic, TargetGroup or Risk.</param>
/// <param name="Counts">The most frequent first, those of whom nobody said it last.</param>
public sealed record PartCard(string By, IReadOnlyList<PartCount> Counts);

/// <param name="Code">Of the catalog; null when nobody said it.</param>
public sealed record PartCount(string? Code, int Contacts);

/// <param name="Of">FollowUp, Referral or Visit.</param>
/// <param name="Journal">Code of the journal that has its rows; an outcome has those of its <c>state</c>.</param>
/// <param name="Count">All of them; the sum of the outcomes.</param>
public sealed record OutcomesCard(string Of, string Journal, int Count, IReadOnlyList<OutcomeCard> Outcomes);

/// <param name="Code">The state.</param>
/// <param name="MedianDays">From planning, of a referral from sending, to the end; null when none has ended.</param>
public sealed record OutcomeCard(string Code, int Count, double? MedianDays);
