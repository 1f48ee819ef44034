using System.Globalization;
using Helpline.Contracts.Shifts;
using Helpline.Dashboard.Api;
using Microsoft.Extensions.Localization;

namespace Helpline.Dashboard.Shifts;

/// <summary>Hours of the rota in the reader's words, by the wall clock of the line.</summary>
internal static class ShiftWords
{
    public static string Day(DateTime local) => local.ToString("ddd, d MMM", CultureInfo.CurrentCulture);

    public static string Day(DayOfWeek day) => CultureInfo.CurrentCulture.DateTimeFormat.GetDayName(day);

    /// <summary>The end of a day is 24:00, not 00:00 of the next.</summary>
    public static string Hours(DateTime from, DateTime to) => $"{Time(from)}–{(to.TimeOfDay == TimeSpan.Zero ? "24:00" : Time(to))}";

    public static string Hours(this ShiftCard shift) => Hours(shift.LocalFrom, shift.LocalTo);

    public static string DayAndHours(this ShiftCard shift) => $"{Day(shift.LocalFrom)}, {shift.Hours()}";

    /// <summary>Why a wish was refused; null when it was not.</summary>
    public static string? Refused<T>(this IStringLocalizer words, Answer<T> answer)
    {
        if (answer.Ok) return null;
        if (answer.Unreachable || answer.Problem is not { } problem) return words["Trouble.Unreachable"];
        if (problem.Field == "version") return words["Shifts.Changed"];
        if (problem.Reason is not { } fault) return words["Shifts.Refused"];
        return problem.Other is { } other ? $"{words["ShiftFault." + fault]} {Day(other.LocalFrom)}, {Hours(other.LocalFrom, other.LocalTo)}" : words["ShiftFault." + fault];
    }

    private static string Time(DateTime local) => local.ToString("HH:mm", CultureInfo.InvariantCulture);
}
