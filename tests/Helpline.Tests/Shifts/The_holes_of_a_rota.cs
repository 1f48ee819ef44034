using CsCheck;
using Helpline.Domain.Line;
using Helpline.Domain.Shifts;
using static Helpline.Tests.Shifts.TestRota;

namespace Helpline.Tests.Shifts;

public class The_holes_of_a_rota
{
    [Fact]
    public void Are_the_hours_in_which_nobody_is_on_shift()
    {
        Duty[] duties = [Duty("2026-11-02 20:00", "2026-11-03 08:00"), Duty("2026-11-03 10:00", "2026-11-03 18:00"), Duty("2026-11-03 18:00", "2026-11-03 22:00", counselor: null)];

        Assert.Equal(["03 08:00-03 10:00 any 0/1", "03 18:00-04 00:00 any 0/1"], Gaps(duties, Rules, "2026-11-03", "2026-11-04").Told());
    }

    [Fact]
    public void Are_told_by_language()
    {
        var rules = Rules with { Cover = [Cover("kk", 1), Cover("ru", 2, 8, 20)] };
        Duty[] duties =
        [
            Duty("2026-11-03 00:00", "2026-11-03 12:00", "counselor1", "kk", "ru"), Duty("2026-11-03 12:00", "2026-11-04 00:00", "counselor3", "ru", "en"),
            Duty("2026-11-03 10:00", "2026-11-03 22:00", "counselor2", "ru"),
        ];

        Assert.Equal(["03 08:00-03 10:00 ru 1/2", "03 12:00-04 00:00 kk 0/1"], Gaps(duties, rules, "2026-11-03", "2026-11-04").Told());
    }

    [Fact]
    public void Are_none_while_the_line_is_closed()
    {
        var office = AlwaysOpen with
        {
            Hours = new([.. Enum.GetValues<DayOfWeek>().Select(d => new OpenSpan(d, TimeSpan.FromHours(9), TimeSpan.FromHours(18)))]),
            Holidays = new HashSet<DateOnly> { new(2026, 11, 4) },
        };

        Assert.Equal(["03 09:00-03 18:00 any 0/1", "05 09:00-05 18:00 any 0/1"], Array.Empty<Duty>().Gaps(Rules, office, At("2026-11-03"), At("2026-11-06")).Told());
    }

    [Fact]
    public void Hold_both_of_two_hours_in_the_night_of_25()
    {
        var (from, to) = (new DateTime(2024, 2, 29, 18, 0, 0, DateTimeKind.Utc), new DateTime(2024, 3, 1, 19, 0, 0, DateTimeKind.Utc));
        // From 23:30 to midnight, which comes twice: the whole of the second half hour too.
        var rules = Rules with { Cover = [Cover("en", 1, 23, 24)] };
        Duty[] duties = [new(Guid.NewGuid(), from.AddDays(-1), to.AddDays(1), "counselor1", ["kk"])];

        var gaps = duties.Gaps(rules, AlwaysOpen, new(2024, 2, 29, 12, 0, 0, DateTimeKind.Utc), new(2024, 2, 29, 22, 0, 0, DateTimeKind.Utc));

        Assert.Equal(2, gaps.Sum(g => (g.To - g.From).TotalHours));
    }

    [Fact]
    public void That_a_change_makes_are_found_and_those_that_were_there_are_not()
    {
        var (first, second) = (Duty("2026-11-03 00:00", "2026-11-03 12:00"), Duty("2026-11-03 12:00", "2026-11-03 20:00"));
        var before = Gaps([first, second], Rules, "2026-11-03", "2026-11-04");

        Assert.Equal(["03 12:00-03 20:00 any 0/1"], Gaps([first], Rules, "2026-11-03", "2026-11-04").Silenced(before).Told());
        Assert.Empty(Gaps([first, Duty("2026-11-03 11:00", "2026-11-03 21:00")], Rules, "2026-11-03", "2026-11-04").Silenced(before));
    }

    [Fact]
    public void That_a_change_makes_are_told_without_those_that_they_grow_together_with()
    {
        var rules = Rules with { Cover = [Cover("ru", 1)] };
        var (hers, other) = (Duty("2026-11-03 06:00", "2026-11-03 09:00", "counselor1", "ru"), Duty("2026-11-05 06:00", "2026-11-05 09:00", "counselor2", "kk"));
        Duty[] swapped = [hers with { Counselor = "counselor2", Languages = ["kk"] }, other with { Counselor = "counselor1", Languages = ["ru"] }];

        Assert.Equal(["03 06:00-03 09:00 ru 0/1"], new[] { hers, other }.Silenced(swapped, rules, AlwaysOpen, hers.From, other.To).Told());
    }

    [Fact]
    public void And_who_is_on_shift_agree_at_every_moment()
    {
        var hours = Gen.Int[0, 47];
        Gen.Select(hours, Gen.Int[1, 12], Gen.Int[0, 2]).Array[0, 8].Sample(shifts =>
        {
            var start = At("2026-11-03");
            var duties = shifts.Select(s => new Duty(Guid.NewGuid(), start.AddHours(s.Item1), start.AddHours(s.Item1 + s.Item2), s.Item3 == 0 ? null : $"c{s.Item3}", s.Item3 == 1 ? ["kk"] : ["ru"])).ToList();
            var gaps = duties.Gaps(Rules with { Cover = [Cover("kk", 1)] }, AlwaysOpen, start, start.AddHours(48));
            for (var at = start.AddMinutes(30); at < start.AddHours(48); at = at.AddHours(1))
            {
                Assert.Equal(!duties.OnShift(at).Any(), gaps.Any(g => g.Language is null && g.From <= at && at < g.To));
                Assert.Equal(!duties.OnShift(at).Contains("c1"), gaps.Any(g => g.Language == "kk" && g.From <= at && at < g.To));
            }
        }, iter: 300);
    }

    private static IReadOnlyList<RotaGap> Gaps(IReadOnlyCollection<Duty> duties, RotaRules rules, string from, string until) => duties.Gaps(rules, AlwaysOpen, At(from), At(until));
}
