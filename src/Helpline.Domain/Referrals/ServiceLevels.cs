using System.Globalization;

namespace Helpline.Domain.Referrals;

public enum AllowanceUnit { Minutes, Hours, WorkingHours, WorkingDays, SameDay }

/// <summary>How long somebody has, as <c>15 minutes</c>, <c>4 hours</c>, <c>8 working hours</c>, <c>5 working days</c> or <c>same day</c>.</summary>
public sealed record Allowance(int Amount, AllowanceUnit Unit)
{
    /// <returns>Null when it is none.</returns>
    public static Allowance? Parse(string? text) => (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
    {
        ["same", "day"] => new(0, AllowanceUnit.SameDay),
        [var amount, "minute" or "minutes"] => Of(amount, AllowanceUnit.Minutes),
        [var amount, "hour" or "hours"] => Of(amount, AllowanceUnit.Hours),
        [var amount, "working", "hour" or "hours"] => Of(amount, AllowanceUnit.WorkingHours),
        [var amount, "working", "day" or "days"] => Of(amount, AllowanceUnit.WorkingDays),
        _ => null,
    };

    private static Allowance? Of(string amount, AllowanceUnit unit) =>
        int.TryParse(amount, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 1000 ? new(number, unit) : null;
}

/// <param name="Answer">From sending to accepting or rejecting.</param>
/// <param name="Visit">From sending to the first visit.</param>
public sealed record ServiceLevel(Allowance Answer, Allowance Visit);

/// <summary>What the organization promises; <c>config/service-levels.json</c>.</summary>
/// <param name="ByUrgency">For each code of <c>referral_urgencies</c>.</param>
/// <param name="Review">From the receiver's report to the sender's look at it.</param>
/// <param name="LinkDays">How long a partner's link holds.</param>
public sealed record ServiceLevels(WorkingCalendar Calendar, IReadOnlyDictionary<string, ServiceLevel> ByUrgency, Allowance Review, int LinkDays)
{
    public Deadlines For(string urgency, DateTime sentAt)
    {
        var level = ByUrgency[urgency];
        var answerBy = Calendar.After(sentAt, level.Answer);
        var visitBy = Calendar.After(sentAt, level.Visit);
        // Late in the evening the day is over before the answer is due.
        return new(answerBy, visitBy < answerBy ? answerBy : visitBy);
    }

    public DateTime ReviewBy(DateTime completedAt) => Calendar.After(completedAt, Review);
}
