using Helpline.Domain.Visits;

namespace Helpline.Tests.Visits;

public class The_days_of_a_series
{
    private static readonly DateOnly Monday = new(2026, 11, 2);
    private static readonly TimeOnly Ten = new(10, 0);

    [Fact]
    public void Come_every_second_day_until_the_last() =>
        Assert.Equal([2, 4, 6, 8], Days(new(Monday, Ten, 60, 2, SeriesUnit.Days, Weekdays.None, new DateOnly(2026, 11, 9), null)));

    [Fact]
    public void Come_on_working_days_only() =>
        Assert.Equal([2, 3, 4, 5, 6, 9], Days(new(Monday, Ten, 60, 1, SeriesUnit.Days, Weekdays.Monday | Weekdays.Tuesday | Weekdays.Wednesday | Weekdays.Thursday | Weekdays.Friday, null, 6)));

    [Fact]
    public void Come_every_second_week_on_two_days() =>
        Assert.Equal([3, 5, 17, 19], Days(new(Monday.AddDays(1), Ten, 60, 2, SeriesUnit.Weeks, Weekdays.Tuesday | Weekdays.Thursday, null, 4)));

    [Fact]
    public void Keep_the_weekday_of_the_first_when_none_is_said() =>
        Assert.Equal([2, 9, 16], Days(new(Monday, Ten, 60, 1, SeriesUnit.Weeks, Weekdays.None, null, 3)));

    [Fact]
    public void Never_run_without_an_end() => Assert.Empty(new SeriesRule(Monday, Ten, 60, 1, SeriesUnit.Days, Weekdays.None, null, null).Days());

    [Theory]
    [InlineData("Asia/Almaty")]
    [InlineData("Asia/Qyzylorda")]
    public void Keep_the_time_of_the_wall_clock_when_the_zone_changes(string name)
    {
        // Almaty left UTC+6 for UTC+5 on 1 March 2024, Qyzylorda on 21 December 2018.
        var (zone, from) = (TimeZoneInfo.FindSystemTimeZoneById(name), name == "Asia/Almaty" ? new DateOnly(2024, 2, 28) : new DateOnly(2018, 12, 19));
        var rule = new SeriesRule(from, Ten, 60, 1, SeriesUnit.Days, Weekdays.None, null, 5);
        var spans = rule.Days().Select(day => rule.VisitOn(day, zone)).ToList();
        Assert.All(spans, span => Assert.Equal(Ten, TimeOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(span.From, zone))));
        Assert.Equal([4, 5], spans.Select(span => span.From.Hour).Distinct());
        Assert.Equal(rule.Days(), spans.Select(span => zone.Day(span.From)));
    }

    [Fact]
    public void Step_over_an_hour_that_does_not_exist_and_take_the_first_of_one_that_comes_twice()
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        Assert.Equal(new DateTime(2026, 3, 29, 1, 0, 0), berlin.Utc(new(2026, 3, 29), new(2, 30)));
        Assert.Equal(new DateTime(2026, 10, 25, 0, 30, 0), berlin.Utc(new(2026, 10, 25), new(2, 30)));
    }

    [Fact]
    public void Say_what_is_outside()
    {
        var rule = new SeriesRule(Monday, Ten, 60, 1, SeriesUnit.Weeks, Weekdays.None, null, 3);
        Assert.Equal([false, true, true, false], new[] { -1, 0, 14, 15 }.Select(day => rule.Spans(Monday.AddDays(day))));
    }

    private static IEnumerable<int> Days(SeriesRule rule) => rule.Days().Select(day => day.Day);
}
