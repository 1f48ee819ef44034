using Helpline.Domain.Line;
using Helpline.Domain.Shifts;
using Helpline.Tests.Line;

namespace Helpline.Tests.Shifts;

/// <summary>A rota in Almaty, in the words of a test.</summary>
internal static class TestRota
{
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Almaty");

    public static readonly RotaRules Rules = new(RoutingBy.Rota, [], new([new(null, 12, 16, "Тәуелсіздік күні", "День Независимости", "Independence Day")]), new(8, 180, 1200, 0.2))
    {
        Rest = TimeSpan.FromHours(12),
    };

    public static readonly LineRules AlwaysOpen = TestLine.Shipped;

    public static CoverRule Cover(string? language, int least, int from = 0, int until = 24) =>
        new(language, least, new([.. Enum.GetValues<DayOfWeek>().Select(d => new OpenSpan(d, TimeSpan.FromHours(from), TimeSpan.FromHours(until)))]));

    /// <summary>In UTC, from a local time.</summary>
    public static DateTime At(string local) => TimeZoneInfo.ConvertTimeToUtc(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture), Zone);

    public static Duty Duty(string from, string to, string? counselor = "counselor1", params string[] languages) =>
        new(Guid.CreateVersion7(), At(from), At(to), counselor, languages.Length == 0 ? ["kk", "ru"] : languages);

    /// <summary>As local times and languages.</summary>
    public static IEnumerable<string> Told(this IEnumerable<RotaGap> gaps) => gaps.Select(g =>
        $"{TimeZoneInfo.ConvertTimeFromUtc(g.From, Zone):dd HH:mm}-{TimeZoneInfo.ConvertTimeFromUtc(g.To, Zone):dd HH:mm} {g.Language ?? "any"} {g.Have}/{g.Least}");
}
