using Helpline.Domain.Shifts;

namespace Helpline.Tests.Data;

internal static partial class Made
{
    /// <summary>Eight hours.</summary>
    /// <param name="counselor">Null for an open one.</param>
    public static Shift Shift(DateTime from, string? counselor = null)
    {
        var shift = new Shift { Id = Guid.CreateVersion7(), From = from, To = from.AddHours(8), MadeAt = from };
        if (counselor is not null) shift.Take(counselor, from.AddDays(-7));
        return shift;
    }

    public static WeeklyShift Weekly(string? counselor = "counselor1") =>
        new() { Id = Guid.CreateVersion7(), Day = DayOfWeek.Wednesday, Begins = new(8, 0), Ends = new(16, 0), Counselor = counselor, FirstDay = new(2026, 11, 2), MadeBy = "supervisor1" };

    /// <param name="takenBy">Null for one that nobody has taken.</param>
    public static Swap Swap(Shift shift, string? takenBy = null)
    {
        var swap = new Swap { Id = Guid.CreateVersion7(), ShiftId = shift.Id, AskedBy = shift.Counselor!, AskedAt = shift.MadeAt };
        if (takenBy is not null) swap.Take(takenBy, null);
        return swap;
    }
}
