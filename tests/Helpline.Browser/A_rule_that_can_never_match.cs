using Helpline.Browser.Support;
using static Microsoft.Playwright.Assertions;

namespace Helpline.Browser;

/// <summary>As shipped, the last step of routing asks a backup phone that has no number.</summary>
[Collection(Product.AfterTheCall)]
public class A_rule_that_can_never_match(Product product)
{
    [Theory]
    [InlineData("kk", "supervisor1", "Gap.AskAdministrator")]
    [InlineData("ru", "supervisor1", "Gap.AskAdministrator")]
    [InlineData("en", "admin", "Gap.Accounts")]
    public async Task Stands_on_the_boards_of_those_who_can_help(string language, string userName, string way)
    {
        var seat = await CounselorSeat.Open(product, language);
        await seat.TakesPlace(userName);

        await Expect(seat.Page.GetByRole(Microsoft.Playwright.AriaRole.Alert)).ToContainTextAsync("config/line.json");
        await Expect(seat.Page.GetByText(seat.Words[way])).ToBeVisibleAsync();
        await seat.Page.IsOpenToEverybody($"{language}-gaps");
        await seat.Page.SetViewportSizeAsync(360, 780);
        await seat.Page.IsOpenToEverybody($"{language}-gaps-360");
        await seat.Page.SetViewportSizeAsync(1440, 900);
        await seat.Leaves();
    }
}
