using System.Globalization;
using Helpline.Dashboard.Culture;

namespace Helpline.Tests.Dashboard;

public class Kazakh_dates_and_numbers
{
    private static readonly CultureInfo Kazakh = KazakhCulture.Create();

    private static readonly DateTime Evening = new(2026, 9, 5, 18, 4, 7);

    [Theory]
    [InlineData("d", "05.09.2026")]
    [InlineData("t", "18:04")]
    [InlineData("T", "18:04:07")]
    [InlineData("g", "05.09.2026 18:04")]
    [InlineData("D", "2026 ж. 5 қыркүйек, сенбі")]
    [InlineData("MMMM yyyy", "қыркүйек 2026")]
    public void Are_written_as_in_Kazakhstan(string pattern, string written) => Assert.Equal(written, Evening.ToString(pattern, Kazakh));

    [Fact]
    public void Group_thousands_with_a_space_that_does_not_break() => Assert.Equal("1\u00A0234\u00A0567,50", 1234567.5m.ToString("N2", Kazakh));

    [Fact]
    public void Put_the_tenge_after_the_sum() => Assert.Equal("2\u00A0500,00 ₸", 2500m.ToString("C", Kazakh));

    [Fact]
    public void Begin_the_week_on_Monday() => Assert.Equal(DayOfWeek.Monday, Kazakh.DateTimeFormat.FirstDayOfWeek);

    [Fact]
    public void Are_found_under_the_name_of_the_Kazakh_words() => Assert.Equal("kk", Kazakh.Name);
}
