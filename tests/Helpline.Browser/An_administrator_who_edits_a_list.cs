using Helpline.Browser.Support;
using static Microsoft.Playwright.Assertions;

namespace Helpline.Browser;

[Collection(Product.AfterTheCall)]
public class An_administrator_who_edits_a_list(Product product)
{
    [Theory]
    [InlineData("kk", 1440)]
    [InlineData("ru", 360)]
    [InlineData("en", 360)]
    public async Task Adds_an_item_and_retires_it(string language, int width)
    {
        var seat = await CounselorSeat.Open(product, language, width);
        await seat.TakesPlace("admin");
        await seat.Page.Locator(".user-menu summary").ClickAsync();
        await seat.Goes("Nav.Catalogs");
        await seat.Page.GetByLabel(seat.Words["Catalogs.List"]).SelectOptionAsync("break_reasons");
        await seat.Button("Catalogs.Add").ClickAsync();
        await seat.Page.GetByLabel(seat.Words["Catalogs.Code"]).FillAsync($"walk_{language}");
        foreach (var field in await seat.Page.Locator("form .words").First.Locator("input").AllAsync()) await field.FillAsync("Серуен");
        foreach (var field in await seat.Page.Locator("form .words").Nth(1).Locator("textarea").AllAsync()) await field.FillAsync("Далада серуендеу");
        await seat.Page.IsOpenToEverybody($"{language}-catalog-add-{width}");
        await seat.Button("Accounts.Save").ClickAsync();
        var item = seat.Page.Locator(".catalog .tasks > li").Last;
        await Expect(item).ToContainTextAsync($"walk_{language}");
        await item.GetByRole(Microsoft.Playwright.AriaRole.Button).Last.ClickAsync();
        await Expect(item).ToContainTextAsync(seat.Words["Catalogs.Retired"]);
        await seat.Page.Fits();
        await seat.Page.IsOpenToEverybody($"{language}-catalog-{width}");
        await seat.Leaves();
    }
}
