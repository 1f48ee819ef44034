using Helpline.Domain.Notes;

namespace Helpline.Tests.Notes;

public class A_risk_screen
{
    private const ScreenAnswer Yes = ScreenAnswer.Yes;
    private const ScreenAnswer No = ScreenAnswer.No;
    private const ScreenAnswer Unasked = ScreenAnswer.NotAsked;

    [Theory]
    [InlineData(null, null, null, null, null, null, null)]
    [InlineData(Unasked, null, null, null, No, Yes, null)]
    [InlineData(No, null, null, null, null, null, RiskLevel.None)]
    [InlineData(No, No, No, No, Yes, No, RiskLevel.Low)]
    [InlineData(No, No, No, No, Yes, Yes, RiskLevel.None)]
    [InlineData(Yes, No, No, No, No, Yes, RiskLevel.Medium)]
    [InlineData(null, null, Yes, null, null, null, RiskLevel.Medium)]
    [InlineData(Yes, No, Yes, No, null, null, RiskLevel.High)]
    [InlineData(Yes, Yes, null, null, null, null, RiskLevel.High)]
    [InlineData(Yes, null, null, Yes, null, null, RiskLevel.High)]
    [InlineData(Yes, Yes, Yes, No, Yes, No, RiskLevel.Imminent)]
    [InlineData(Yes, Yes, Yes, No, Yes, Yes, RiskLevel.High)]
    [InlineData(Yes, Yes, null, Yes, No, Yes, RiskLevel.Imminent)]
    [InlineData(Yes, null, Yes, Yes, null, null, RiskLevel.Imminent)]
    public void Proposes_the_least_level_that_its_answers_allow(
        ScreenAnswer? thoughts, ScreenAnswer? plan, ScreenAnswer? means, ScreenAnswer? time, ScreenAnswer? alone, ScreenAnswer? someone, RiskLevel? level) =>
        Assert.Equal(level, new RiskScreen { Thoughts = thoughts, Plan = plan, Means = means, Time = time, Alone = alone, SomeoneWith = someone }.Propose());

    /// <summary>A worse answer never makes the level lower.</summary>
    [Fact]
    public void Never_proposes_less_for_a_graver_answer()
    {
        foreach (var screen in AllScreens())
        {
            var level = screen.Propose();
            foreach (var graver in Graver(screen)) Assert.True(level is null || graver.Propose() >= level, $"{level} became {graver.Propose()}");
        }
    }

    [Theory]
    [InlineData(null, "high", true)]
    [InlineData("high", "imminent", true)]
    [InlineData("imminent", "high", false)]
    [InlineData("high", "high", false)]
    [InlineData("none", "medium", false)]
    public void Calls_the_supervisors_when_the_danger_rises(string? from, string to, bool rises) => Assert.Equal(rises, RiskLevels.RisesToDanger(from, to));

    private static IEnumerable<RiskScreen> AllScreens()
    {
        ScreenAnswer?[] answers = [null, Yes, No, Unasked];
        return from thoughts in answers
               from plan in answers
               from means in answers
               from time in answers
               from alone in answers
               from someone in answers
               select new RiskScreen { Thoughts = thoughts, Plan = plan, Means = means, Time = time, Alone = alone, SomeoneWith = someone };
    }

    private static IEnumerable<RiskScreen> Graver(RiskScreen of)
    {
        yield return Copy(of, s => s.Thoughts = Yes);
        yield return Copy(of, s => s.Plan = Yes);
        yield return Copy(of, s => s.Means = Yes);
        yield return Copy(of, s => s.Time = Yes);
        yield return Copy(of, s => s.Alone = Yes);
        yield return Copy(of, s => s.SomeoneWith = No);
    }

    private static RiskScreen Copy(RiskScreen of, Action<RiskScreen> change)
    {
        var copy = new RiskScreen { Thoughts = of.Thoughts, Plan = of.Plan, Means = of.Means, Time = of.Time, Alone = of.Alone, SomeoneWith = of.SomeoneWith };
        change(copy);
        return copy;
    }
}
