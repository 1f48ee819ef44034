using Helpline.Domain.FollowUps;
using Helpline.Domain.Persons;
using Helpline.Tests.Line;

namespace Helpline.Tests.FollowUps;

public class When_somebody_is_tried
{
    private static readonly FollowUpRules Rules = ShippedFollowUps.Rules;
    private static readonly SafeContact Any = new(true, null, null, null, null, false, false);
    private static readonly SafeContact Evenings = Any with { From = new(18, 0), To = new(21, 0) };

    /// <summary>UTC of a time in Almaty, on the second of November 2026 or so many days later.</summary>
    private static DateTime At(int hour, int minute = 0, int day = 0) => new DateTime(2026, 11, 2, 0, 0, 0, DateTimeKind.Utc).AddDays(day).AddHours(hour - 5).AddMinutes(minute);

    private static DateTime Next(DateTime from, SafeContact safe, params DateTime[] tried) => Rules.NextMoment(from, tried, safe, TestLine.Shipped);

    [Fact]
    public void It_is_at_the_planned_time_when_that_is_neither_quiet_nor_unsafe() => Assert.Equal(At(15, 7), Next(At(15, 7), Any));

    [Fact]
    public void It_is_never_in_quiet_hours() => Assert.Equal(At(8, day: 1), Next(At(23), Any));

    [Fact]
    public void It_is_in_the_hours_that_are_safe_for_her() => Assert.Equal(At(18), Next(At(10), Evenings));

    [Fact]
    public void The_second_try_is_four_hours_later_and_at_another_time_of_day()
    {
        Assert.Equal(At(14), Next(At(10), Any, At(10)));
        Assert.Equal(At(19), Next(At(15), Any, At(15)));
        Assert.Equal(At(8, day: 1), Next(At(20), Any, At(20)));
    }

    [Fact]
    public void The_third_is_at_the_time_of_day_that_is_left() => Assert.Equal(At(18, 30), Next(At(14, 30), Any, At(10), At(14, 30)));

    [Fact]
    public void Who_is_safe_in_the_evening_only_is_tried_in_the_evening_again() => Assert.Equal(At(18, day: 1), Next(At(19), Evenings, At(19)));

    [Fact]
    public void Safe_hours_may_go_over_midnight()
    {
        var nights = Any with { From = new(21, 0), To = new(9, 0) };
        Assert.Equal(At(21), Next(At(12), nights));
        Assert.Equal(At(8, day: 1), Next(At(23), nights));
    }

    [Fact]
    public void A_try_in_the_same_hours_says_nothing_new()
    {
        bool Counts(DateTime now, SafeContact safe, params DateTime[] tried) => Rules.Counts(now, tried, safe, TestLine.Shipped);
        Assert.True(Counts(At(10), Any));
        Assert.False(Counts(At(13), Any, At(10)));
        Assert.True(Counts(At(14), Any, At(10)));
        Assert.False(Counts(At(10, day: 1), Any, At(10)));
        Assert.True(Counts(At(19, day: 1), Evenings, At(19)));
    }

    [Fact]
    public void An_agreed_time_is_safe_whatever_the_safe_hours_and_quiet_hours_never_are()
    {
        var person = Data.Made.Person(At(9), Evenings);
        var followUp = Data.Made.FollowUp(At(9), person: person);
        Assert.False(followUp.MayCallNow(person, At(10), TestLine.Shipped));
        followUp.Agree(At(10));
        Assert.True(followUp.MayCallNow(person, At(10, 30), TestLine.Shipped));
        Assert.False(followUp.MayCallNow(person, At(12), TestLine.Shipped));
        followUp.Agree(At(23));
        Assert.False(followUp.MayCallNow(person, At(23), TestLine.Shipped));
    }

    [Fact]
    public void Somebody_who_was_never_asked_is_not_called_without_a_reason()
    {
        var followUp = Data.Made.FollowUp(At(9));
        followUp.MayCall = false;
        Assert.False(followUp.MayCallNow(null, At(10), TestLine.Shipped));
        followUp.MayCall = true;
        Assert.True(followUp.MayCallNow(null, At(10), TestLine.Shipped));
    }

    [Fact]
    public void A_day_on_which_the_clocks_change_neither_skips_nor_repeats_a_moment()
    {
        var berlin = TestLine.Shipped with { Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), Quiet = new([]) };
        var safe = Any with { From = new(2, 15), To = new(2, 45) };
        var night = new DateTime(2026, 3, 29, 0, 0, 0, DateTimeKind.Utc);
        Assert.Equal(new DateTime(2026, 3, 30, 0, 15, 0, DateTimeKind.Utc), Rules.NextMoment(night, [], safe, berlin));
    }
}
