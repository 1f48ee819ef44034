namespace Helpline.Domain.Staffing;

/// <summary>What a stretch of time asks of the counselors.</summary>
/// <param name="CallsPerHour">How many ring; above 0.</param>
/// <param name="HandleSeconds">Talk, hold and wrap-up of one call on average; above 0.</param>
public sealed record Demand(double CallsPerHour, double HandleSeconds)
{
    /// <summary>Calls that arrive while one is handled: the offered load in erlangs.</summary>
    public double Load => CallsPerHour * HandleSeconds / 3600;
}

/// <summary>How a number of counselors would fare.</summary>
/// <param name="WaitShare">Of the callers, who has to wait at all; 0 to 1.</param>
/// <param name="ServiceLevel">Of the callers, who is answered within the answer time; 0 to 1.</param>
/// <param name="AnswerSeconds">Mean wait of those who are answered.</param>
/// <param name="Occupancy">Of the counselors' time, how much goes into calls; 0 to 1.</param>
/// <param name="AbandonShare">Of the callers, who gives up; 0 to 1, and 0 where nobody loses patience.</param>
/// <param name="WaitSeconds">Mean wait of all callers, those who give up too.</param>
public sealed record Prospect(double WaitShare, double ServiceLevel, double AnswerSeconds, double Occupancy, double AbandonShare, double WaitSeconds);
