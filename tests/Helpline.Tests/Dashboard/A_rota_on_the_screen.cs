using System.Net;
using Bunit;
using Helpline.Contracts;
using Helpline.Contracts.Shifts;
using Helpline.Dashboard.Layout;
using Helpline.Dashboard.Shifts;
using Helpline.Tests.Dashboard.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Tests.Dashboard;

public class A_rota_on_the_screen : DashboardContext
{
    private static readonly DateOnly Monday = new(2026, 3, 2);

    [Fact]
    public void Says_nobody_only_where_nobody_is_and_hides_no_language_behind_a_rule_for_more()
    {
        RotaGapCard[] gaps = [Gap(0, 8, "kk", 0, 1), Gap(0, 8, null, 0, 1), Gap(0, 8, null, 0, 2), Gap(2, 6, "kk", 0, 1), Gap(8, 20, null, 1, 2), Gap(9, 12, "ru", 0, 1)];
        var rota = Render<RotaDays>(p => p.Add(r => r.Week, new(Monday, "Asia/Almaty", true, [], gaps, [], [])));
        Assert.Equal(["nobody", "1 of 2", "Russian: 0 of 1"], rota.FindAll(".rota-gap").Select(gap => gap.Children[1].TextContent));
    }

    [Fact]
    public void Says_so_when_a_weekly_shift_could_not_be_ended()
    {
        var one = new WeeklyCard(Guid.NewGuid(), "Monday", new(8, 0), new(16, 0), Monday, Me, "Айгүл", null, true);
        Server.Answers("GET", Routes.WeeklyShifts, new[] { one });
        Server.Refuses("POST", Routes.EndWeekly(one.Id), HttpStatusCode.NotFound, new { title = "Not found" });
        var weekly = Render<WeeklyShifts>(p => p.Add(w => w.People, []));
        weekly.Find("li button").Click();
        weekly.WaitForAssertion(() => Assert.NotNull(Services.GetRequiredService<Toasts>().Text));
    }

    private static RotaGapCard Gap(int from, int to, string? language, int have, int least)
    {
        var day = Monday.ToDateTime(TimeOnly.MinValue);
        return new(day.AddHours(from - 5), day.AddHours(to - 5), day.AddHours(from), day.AddHours(to), language, have, least);
    }
}
