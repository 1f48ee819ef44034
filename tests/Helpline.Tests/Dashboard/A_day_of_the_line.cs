using Bunit;
using Helpline.Contracts;
using Helpline.Contracts.Catalog;
using Helpline.Contracts.Visits;
using Helpline.Dashboard.Accounts;
using Helpline.Dashboard.Calls;
using Helpline.Dashboard.Shifts;
using Helpline.Dashboard.Visits;
using Helpline.Tests.Dashboard.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Tests.Dashboard;

/// <summary>Where the line is it is the first of April already, wherever the reader is.</summary>
public class A_day_of_the_line : DashboardContext
{
    public A_day_of_the_line()
    {
        Clock.SetUtcNow(new(2026, 3, 31, 20, 0, 0, TimeSpan.Zero));
        Services.GetRequiredService<CurrentSession>().Enter(new(Me, "Айгүл", ["Supervisor"], ["kk"], "en", Zone: "Asia/Almaty"));
    }

    [Fact]
    public async Task Decides_what_a_list_offers()
    {
        Words words = new("жаңа", "новое", "new");
        Server.Forgets("GET", Routes.Catalog);
        Server.Answers("GET", Routes.Catalog, new[] { new CatalogList("areas", words, [new("new", 1, words, words, ValidFrom: new(2026, 4, 1)), new("old", 2, words, words, ValidTo: new(2026, 3, 31))]) });
        var catalog = Services.GetRequiredService<Catalog>();
        await catalog.Load();
        Assert.Equal(["new"], catalog.Items("areas").Select(item => item.Code));
    }

    [Fact]
    public async Task Is_the_one_before_a_new_shift_and_a_new_series_of_visits()
    {
        Assert.StartsWith("2026-04-02", Render<ShiftForm>().Find("#shift-from").GetAttribute("value"), StringComparison.Ordinal);

        Server.Answers("GET", Routes.VisitSettings, new VisitSettings(2, 60, [], []));
        var page = Render<NewVisitPage>();
        await page.Find("input[type=checkbox]").ChangeAsync(true);
        Assert.Equal("2026-04-02", page.Find("#series-from").GetAttribute("value"));
    }
}
