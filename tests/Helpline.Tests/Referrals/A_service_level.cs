using System.Globalization;
using Helpline.Domain.Metrics;
using Helpline.Domain.Referrals;
using Helpline.Server.Hosting;
using Helpline.Server.Referrals;
using Helpline.Tests.Line;
using Helpline.Tests.Support;

namespace Helpline.Tests.Referrals;

public class A_service_level
{
    private static readonly ServiceLevels Shipped = Read("2026-12-16", "2027-01-01", "2027-01-02", "2027-01-07");

    [Theory]
    // A Friday afternoon, and the week after it.
    [InlineData("routine", "2026-11-27 17:00", "2026-11-30 18:00", "2026-12-04 18:00")]
    // On a Saturday nobody works, so the next working day is Monday.
    [InlineData("routine", "2026-11-28 11:00", "2026-11-30 18:00", "2026-12-04 18:00")]
    // Over a holiday in the week.
    [InlineData("routine", "2026-12-15 10:00", "2026-12-17 18:00", "2026-12-23 18:00")]
    // Over the end of the month, of the year, and three holidays.
    [InlineData("routine", "2026-12-30 10:00", "2026-12-31 18:00", "2027-01-08 18:00")]
    // Hours run on through nights and weekends.
    [InlineData("urgent", "2026-11-27 23:00", "2026-11-28 03:00", "2026-11-28 23:00")]
    [InlineData("emergency", "2026-11-28 10:00", "2026-11-28 10:15", "2026-11-29 00:00")]
    // The day is over before the answer is due.
    [InlineData("emergency", "2026-11-30 23:50", "2026-12-01 00:05", "2026-12-01 00:05")]
    public void Says_by_when_to_answer_and_to_visit(string urgency, string sent, string answerBy, string visitBy) =>
        Assert.Equal(new Deadlines(Utc(answerBy), Utc(visitBy)), Shipped.For(urgency, Utc(sent)));

    [Theory]
    [InlineData("8 working hours", "2026-11-27 16:00", "2026-11-30 15:00")]
    [InlineData("1 working hour", "2026-11-30 03:00", "2026-11-30 10:00")]
    [InlineData("9 working hours", "2026-11-30 09:00", "2026-11-30 18:00")]
    [InlineData("2 working hours", "2026-12-15 17:00", "2026-12-17 10:00")]
    public void Counts_working_hours(string allowance, string from, string until) =>
        Assert.Equal(Utc(until), Shipped.Calendar.After(Utc(from), Allowance.Parse(allowance)!));

    [Fact]
    public void Gives_the_sender_two_working_days_to_look_at_a_report() => Assert.Equal(Utc("2026-12-01 18:00"), Shipped.ReviewBy(Utc("2026-11-27 12:00")));

    [Theory]
    [InlineData("soon")]
    [InlineData("0 hours")]
    [InlineData("-1 working days")]
    [InlineData("1 fortnight")]
    [InlineData("")]
    public void Is_none_in_other_words(string text) => Assert.Null(Allowance.Parse(text));

    [Theory]
    [InlineData("1 working day", "soon", "urgencies.routine.answer")]
    [InlineData("2 working days", "whenever", "review")]
    [InlineData("\"linkDays\": 14", "\"linkDays\": 0", "linkDays")]
    [InlineData("\"urgent\":", "\"pressing\":", "urgencies.urgent")]
    [InlineData("09:00-18:00", "", "workingHours")]
    public void That_is_wrong_stops_the_start_and_says_where(string right, string wrong, string key)
    {
        var folder = Directory.CreateTempSubdirectory("levels-");
        File.WriteAllText(Path.Combine(folder.FullName, "service-levels.json"), File.ReadAllText(Config("service-levels.json")).Replace(right, wrong, StringComparison.Ordinal));
        var refused = Assert.Throws<SettingsException>(() => ServiceLevelsFile.Read(new ConfigFolder(folder.FullName), TestLine.Shipped, ["emergency", "urgent", "routine"]));
        Assert.Contains($"key {key},", refused.Message, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Of_calls_is_as_shipped_95_percent_in_20_seconds_and_90_in_15() => Assert.Equal(new ServicePromise(20, 0.95, 5, 15, 0.9), ServiceLevelsFile.ReadPromise(new ConfigFolder(Path.GetDirectoryName(Config("x"))!)));

    [Theory]
    [InlineData("\"answerSeconds\": 20", "\"answerSeconds\": 0", "calls.answerSeconds")]
    [InlineData("\"goal\": 0.95", "\"goal\": 95", "calls.goal")]
    [InlineData("\"soonerSeconds\": 15", "\"soonerSeconds\": 21", "calls.soonerSeconds")]
    [InlineData("\"soonerGoal\": 0.9", "\"soonerGoal\": 0", "calls.soonerGoal")]
    [InlineData("\"shortSeconds\": 5", "\"shortSeconds\": 30", "calls.shortSeconds")]
    public void Of_calls_that_is_wrong_stops_the_start_and_says_where(string right, string wrong, string key)
    {
        var folder = Directory.CreateTempSubdirectory("promise-");
        File.WriteAllText(Path.Combine(folder.FullName, "service-levels.json"), File.ReadAllText(Config("service-levels.json")).Replace(right, wrong, StringComparison.Ordinal));
        var refused = Assert.Throws<SettingsException>(() => ServiceLevelsFile.ReadPromise(new ConfigFolder(folder.FullName)));
        Assert.Contains($"config/service-levels.json, key {key},", refused.Message, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    private static ServiceLevels Read(params string[] holidays) => ServiceLevelsFile.Read(
        new ConfigFolder(Path.GetDirectoryName(Config("x"))!),
        TestLine.Shipped with { Holidays = holidays.Select(day => DateOnly.Parse(day, CultureInfo.InvariantCulture)).ToHashSet() }, ["emergency", "urgent", "routine"]);

    private static string Config(string file) => Path.Combine(Repository.Root, "config", file);

    /// <summary>A local time of Almaty.</summary>
    private static DateTime Utc(string local) => TimeZoneInfo.ConvertTimeToUtc(DateTime.Parse(local, CultureInfo.InvariantCulture), TestLine.Shipped.Zone);
}
