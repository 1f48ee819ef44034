using System.Globalization;
using Helpline.Domain.Shifts;
using static Helpline.Tests.Shifts.TestRota;

namespace Helpline.Tests.Shifts;

public class Which_shifts_are_possible
{
    private static readonly DateTime Now = At("2026-11-02 14:00");

    [Theory]
    [InlineData("2026-11-03 08:00", "2026-11-03 20:00", null, null)]
    [InlineData("2026-11-03 20:00", "2026-11-04 08:00", null, null)]
    [InlineData("2026-11-03 08:00", "2026-11-03 08:00", "to", ShiftFault.EndsBeforeItBegins)]
    [InlineData("2026-11-03 08:00", "2026-11-03 07:00", "to", ShiftFault.EndsBeforeItBegins)]
    [InlineData("2026-11-03 08:00", "2026-11-03 08:29", "to", ShiftFault.TooShort)]
    [InlineData("2026-11-03 08:00", "2026-11-03 20:01", "to", ShiftFault.TooLong)]
    [InlineData("2026-11-02 13:59", "2026-11-02 20:00", "from", ShiftFault.InThePast)]
    [InlineData("2027-12-02 08:00", "2027-12-02 16:00", "from", ShiftFault.TooFarAhead)]
    public void By_themselves(string from, string to, string? field, ShiftFault? fault)
    {
        var wrong = Rules.Wrong(At(from), At(to), Now, Zone);

        Assert.Equal((field, fault), (wrong?.Field, wrong?.Fault));
    }

    [Fact]
    public void In_the_night_of_25_hours_the_wall_clock_decides()
    {
        // Almaty went back from UTC+6 to UTC+5 in the night to 1 March 2024.
        var (from, to) = (new DateTime(2024, 2, 29, 14, 0, 0, DateTimeKind.Utc), new DateTime(2024, 3, 1, 3, 0, 0, DateTimeKind.Utc));

        Assert.Equal(13, (to - from).TotalHours);
        Assert.Null(Rules.Wrong(from, to, from.AddDays(-1), Zone));
    }

    [Theory]
    [InlineData("2026-11-03 15:59", "2026-11-03 20:00", ShiftFault.Overlaps)]
    [InlineData("2026-11-03 06:00", "2026-11-03 08:01", ShiftFault.Overlaps)]
    [InlineData("2026-11-03 10:00", "2026-11-03 11:00", ShiftFault.Overlaps)]
    [InlineData("2026-11-03 16:00", "2026-11-03 20:00", null)]
    [InlineData("2026-11-03 17:00", "2026-11-03 20:00", null)]
    [InlineData("2026-11-03 17:00", "2026-11-03 20:01", ShiftFault.TooLittleRest)]
    [InlineData("2026-11-03 22:00", "2026-11-04 04:00", ShiftFault.TooLittleRest)]
    [InlineData("2026-11-04 03:59", "2026-11-04 08:00", ShiftFault.TooLittleRest)]
    [InlineData("2026-11-04 04:00", "2026-11-04 08:00", null)]
    [InlineData("2026-11-02 20:00", "2026-11-03 00:00", ShiftFault.TooLittleRest)]
    public void Beside_another_of_the_same_counselor(string from, string to, ShiftFault? fault)
    {
        var hers = Duty("2026-11-03 08:00", "2026-11-03 16:00");

        var clash = Rules.Clash("shift", At(from), At(to), [hers], Zone);

        Assert.Equal(fault, clash?.Fault);
        if (clash is not null) Assert.Equal(("shift", hers), (clash.Field, clash.Other));
    }

    [Fact]
    public void Of_every_week_come_on_their_day_over_midnight_and_not_on_holidays()
    {
        WeeklyShift nights = Weekly(DayOfWeek.Wednesday, 20, 8), rests = Weekly(DayOfWeek.Wednesday, 8, 16, onHolidays: false);

        Assert.Equal(["2026-12-09", "2026-12-16", "2026-12-23"], nights.Days(new(2026, 12, 1), new(2026, 12, 23), Rules.Holidays).Select(d => d.ToString("O", CultureInfo.InvariantCulture)).Skip(1));
        Assert.Equal(["2026-12-09", "2026-12-23"], rests.Days(new(2026, 12, 3), new(2026, 12, 23), Rules.Holidays).Select(d => d.ToString("O", CultureInfo.InvariantCulture)));
        Assert.Equal((At("2026-12-16 20:00"), At("2026-12-17 08:00")), nights.On(new(2026, 12, 16), Zone));
        var (from, to) = Weekly(DayOfWeek.Thursday, 20, 8).On(new(2024, 2, 29), Zone);
        Assert.Equal(13, (to - from).TotalHours);
    }

    private static WeeklyShift Weekly(DayOfWeek day, int begins, int ends, bool onHolidays = true) =>
        new() { Id = Guid.NewGuid(), Day = day, Begins = new(begins, 0), Ends = new(ends, 0), FirstDay = new(2024, 1, 1), MadeBy = "supervisor1", OnHolidays = onHolidays };
}
