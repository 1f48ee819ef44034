using Helpline.Browser.Support;
using static Microsoft.Playwright.Assertions;

namespace Helpline.Browser;

[Collection(Product.AfterTheCall)]
public class A_reader_of_the_reference(Product product)
{
    [Theory]
    [InlineData("kk", "counselor1")]
    [InlineData("ru", "counselor3")]
    [InlineData("en", "counselor2")]
    public async Task Finds_what_patronage_is(string language, string counselor)
    {
        var seat = await CounselorSeat.Open(product, language);
        await seat.TakesPlace(counselor);
        await seat.Page.Locator(".user-menu summary").ClickAsync();
        await seat.Goes("Nav.Reference");
        await Expect(seat.Page.Locator(".reference")).ToHaveCountAsync(23);
        await seat.Page.IsOpenToEverybody($"{language}-reference");
        await seat.Page.Locator("input[type=search]").FillAsync("патронаж");
        await Expect(seat.Page.Locator(".reference[open]").First).ToBeVisibleAsync();
        await seat.Page.SetViewportSizeAsync(360, 780);
        await seat.Page.Fits();
        await seat.Page.IsOpenToEverybody($"{language}-reference-found-narrow");
        await seat.Leaves();
    }
}
