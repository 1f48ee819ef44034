namespace Helpline.Contracts.Shifts;

/// <summary>How many counselors a week wants, and how many the rota has.</summary>
/// <param name="From">The first local day.</param>
/// <param name="Weeks">The forecast is the mean of so many weeks.</param>
/// <param name="Begin">UTC, since when the forecast looks back.</param>
/// <param name="End">UTC, exclusive, until when.</param>
/// <param name="Calls">How many entered the queue in that time.</param>
/// <param name="MeasuredHandleSeconds">Mean of the newest calls that were answered; null without any.</param>
/// <param name="Basis">What the answer was reckoned with.</param>
/// <param name="Hours">Every hour of the week in order; one that clocks repeat is there twice.</param>
public sealed record StaffingCard(
    DateOnly From, string Zone, int Weeks, DateTime Begin, DateTime End, int Calls, double? MeasuredHandleSeconds, StaffingBasis Basis, IReadOnlyList<HourNeed> Hours);

/// <param name="VolumePercent">Of the forecast.</param>
/// <param name="PatienceSeconds">Null when nobody gives up.</param>
/// <param name="Shrinkage">The share of time on shift that goes into breaks and training; 0 to 1.</param>
public sealed record StaffingBasis(double VolumePercent, double HandleSeconds, double? PatienceSeconds, double AnswerSeconds, double Goal, double Shrinkage);

/// <param name="At">UTC, when the hour begins.</param>
/// <param name="Day">Its local day.</param>
/// <param name="Hour">Its local hour, 0 to 23.</param>
/// <param name="Calls">The forecast.</param>
/// <param name="Needed">The fewest on shift with whom the promise is kept.</param>
/// <param name="OnShift">The fewest on shift at any moment of the hour.</param>
/// <param name="ServiceLevel">What comes of so many on shift; null where nobody rings or the queue has no end.</param>
/// <param name="Occupancy">The share of their time that goes into calls with as many as are needed; null where none are.</param>
public sealed record HourNeed(DateTime At, DateOnly Day, int Hour, double Calls, int Needed, int OnShift, double? ServiceLevel, double? Occupancy);
