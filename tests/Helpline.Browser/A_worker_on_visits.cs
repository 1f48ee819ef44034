using Helpline.Browser.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpline.Browser;

[Collection(Product.AfterTheCall)]
public class A_worker_on_visits(Product product)
{
    [Theory]
    [InlineData("kk")]
    [InlineData("ru")]
    [InlineData("en")]
    public async Task Sees_her_week_and_writes_what_she_saw(string language)
    {
        await product.HasVisits("social1");
        var seat = await CounselorSeat.Open(product, language);
        await seat.TakesPlace("social1");
        await seat.Goes("Nav.Visits");
        await Expect(seat.Page.Locator(".visit").First).ToBeVisibleAsync();
        await seat.Page.IsOpenToEverybody($"{language}-visits");
        await seat.Button("Visits.View.Calendar").ClickAsync();
        await Expect(seat.Page.Locator(".rz-event").First).ToBeVisibleAsync();
        await seat.Page.IsOpenToEverybody($"{language}-visits-week");
        await seat.Page.GetByText(seat.Words["Visits.Calendar.Month"]).First.ClickAsync();
        await seat.Page.IsOpenToEverybody($"{language}-visits-month");

        await seat.Page.SetViewportSizeAsync(360, 780);
        await seat.Button("Visits.View.Day").ClickAsync();
        await IsNarrow(seat, $"{language}-visits-narrow");
        await seat.Page.Locator(".visit").First.GetByRole(AriaRole.Button, new() { Name = seat.Words["Visits.ShowAddress"] }).ClickAsync();
        await Expect(seat.Page.Locator(".visit-place a")).ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex("^geo:"));
        await seat.Page.Locator(".visit").First.Locator(".visit-open").ClickAsync();
        await Expect(seat.Page.Locator("#visit-Seen")).ToBeEnabledAsync();
        await seat.Page.Locator("#visit-Seen").FillAsync("Анасы");
        foreach (var part in await seat.Page.Locator(".visit-form summary").AllAsync()) await part.ClickAsync();
        await IsNarrow(seat, $"{language}-visit-form-narrow");
        await seat.Button("Visits.Finish").ClickAsync();
        await Expect(seat.Page.Locator(".field-problem").First).ToBeVisibleAsync();
        await Expect(seat.Page.Locator("#visit-Seen")).ToHaveValueAsync("Анасы");
        await seat.Page.IsOpenToEverybody($"{language}-visit-refused");
        await seat.Page.SetViewportSizeAsync(1440, 900);
        await seat.Page.IsOpenToEverybody($"{language}-visit-form");
        await seat.Leaves();
    }

    private static async Task IsNarrow(CounselorSeat seat, string name)
    {
        await seat.Page.Fits();
        await seat.Page.IsOpenToEverybody(name);
    }
}
