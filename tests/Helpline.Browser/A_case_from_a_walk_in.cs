using Helpline.Browser.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpline.Browser;

[Collection(Product.AfterTheCall)]
public class A_case_from_a_walk_in(Product product)
{
    [Theory]
    [InlineData("kk", "counselor1", "Әлия Сейтқызы", "алия сейт")]
    [InlineData("ru", "counselor3", "Алия Сеитова", "сеит али")]
    [InlineData("en", "counselor2", "Aliya Seitova", "seit aliy")]
    public async Task Is_opened_for_a_person_found_again_and_closed(string language, string counselor, string name, string typed)
    {
        var seat = await CounselorSeat.Open(product, language);
        var page = seat.Page;
        await seat.TakesPlace(counselor);
        await seat.Goes("Nav.People");
        await seat.Goes("WalkIn.Title");
        await Looks(seat, "walk-in");
        await seat.Button("WalkIn.Enter").ClickAsync();

        await Expect(page.Locator("dl.note-text .muted", new() { HasText = seat.Words["Contact.Anonymous"] })).ToBeVisibleAsync();
        await Looks(seat, "contact");
        await seat.Goes("Person.New");
        await page.Locator("#person-name").FillAsync(name);
        await seat.Button("Person.Keep").ClickAsync();
        await Expect(page.Locator(".field-problem")).ToHaveTextAsync(seat.Words["Wrong.ground"]);
        await page.Locator("#person-ground").SelectOptionAsync("Consent");
        await page.GetByLabel(seat.Words["Safe.MayCall"]).CheckAsync();
        await Looks(seat, "person-form");
        await seat.Button("Person.Keep").ClickAsync();

        await Expect(page.Locator("h1")).ToHaveTextAsync(name);
        await page.Locator("summary").Filter(new() { HasText = seat.Words["Case.OpenOne"] }).ClickAsync();
        await Looks(seat, "person");
        await page.Locator("#new-case-title").FillAsync($"{counselor} 2026");
        await page.GetByLabel(seat.Words["Case.Risk"]).SelectOptionAsync("medium");
        await page.Locator("form").Filter(new() { Has = page.Locator("#new-case-title") }).GetByRole(AriaRole.Button).ClickAsync();

        await Expect(page.GetByText(seat.Words["History.Case.Opened"])).ToBeVisibleAsync();
        await seat.Button("Case.Close").ClickAsync();
        await page.GetByLabel(seat.Words["Case.CloseReason"]).SelectOptionAsync("need_met");
        await Looks(seat, "case");
        await page.Locator("form button[type=submit]").Filter(new() { HasText = seat.Words["Case.Close"] }).ClickAsync();
        await Expect(page.Locator(".page-head .tag")).ToHaveTextAsync(seat.Words["CaseState.Closed"]);
        await Looks(seat, "case-closed");

        await seat.Goes("Nav.People");
        await page.Locator("#people-text").FillAsync(typed);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = name }).First).ToBeVisibleAsync();
        await Looks(seat, "people");
        await seat.Leaves();
    }

    /// <summary>Wide and narrow, nothing runs out of the page and nobody is kept out.</summary>
    private static async Task Looks(CounselorSeat seat, string what)
    {
        var language = await seat.Page.Locator("html").GetAttributeAsync("lang");
        await seat.Page.IsOpenToEverybody($"{language}-people-{what}");
        await seat.Page.SetViewportSizeAsync(360, 780);
        await seat.Page.Fits();
        await seat.Page.IsOpenToEverybody($"{language}-people-{what}-narrow");
        await seat.Page.SetViewportSizeAsync(1440, 900);
    }
}
