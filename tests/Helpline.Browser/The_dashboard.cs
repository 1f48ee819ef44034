using System.Text.RegularExpressions;
using Helpline.Browser.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpline.Browser;

[Collection(Product.Line)]
public class The_dashboard(Product product)
{
    [Theory]
    [InlineData("kk", @"^\d\d\.\d\d\.\d{4} \d\d:\d\d$")]
    [InlineData("ru", @"^\d\d\.\d\d\.\d{4} \d\d:\d\d$")]
    [InlineData("en", @"^\d\d/\d\d/\d{4} \d\d:\d\d$")]
    public async Task Writes_dates_as_the_language_does(string language, string pattern)
    {
        await RingAndLeave();
        var seat = await CounselorSeat.Open(product, language);
        await seat.TakesPlace("supervisor1");
        await seat.Goes("Nav.Calls");
        await Expect(seat.Page.Locator(".grid tbody button").First).ToHaveTextAsync(new Regex(pattern));
        await seat.Page.IsOpenToEverybody($"{language}-calls");
        await seat.Leaves();
    }

    [Fact]
    public async Task Keeps_its_own_content_policy()
    {
        var page = await product.Page("kk");
        var breaches = new List<string>();
        page.Console += (_, message) => breaches.AddRange(message.Text.Contains("Content Security Policy", StringComparison.Ordinal) ? [message.Text] : []);
        await page.GotoAsync("/");
        await new CounselorSeat(page, "kk").SeesSignIn();
        Assert.Empty(breaches);
    }

    [Fact]
    public async Task Refuses_a_wrong_password_in_words()
    {
        var seat = await CounselorSeat.Open(product, "kk");
        await seat.SignIn("nobody_here", "not the password");
        await Expect(seat.Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync(seat.Words["SignIn.Wrong"]);
        await seat.Page.IsOpenToEverybody("kk-sign-in-refused");
    }

    [Fact]
    public async Task Lets_an_administrator_make_an_account_and_shows_its_password_once()
    {
        var seat = await CounselorSeat.Open(product, "en");
        await seat.TakesPlace("admin");
        await seat.Goes("Nav.Accounts");
        await seat.Button("Accounts.New").ClickAsync();
        var form = seat.Page.GetByRole(AriaRole.Dialog);
        await form.GetByLabel(seat.Words["Accounts.UserName"]).FillAsync("new_counselor");
        await form.GetByLabel(seat.Words["Accounts.DisplayName"]).FillAsync("Жанна Ким");
        await seat.Page.IsOpenToEverybody("en-account");
        await form.GetByRole(AriaRole.Button, new() { Name = seat.Words["Accounts.Save"] }).ClickAsync();

        var password = await seat.Page.Locator(".password").TextContentAsync();
        await Expect(seat.Page.Locator(".grid")).ToContainTextAsync("new_counselor");
        await seat.Page.IsOpenToEverybody("en-accounts");

        var newcomer = await CounselorSeat.Open(product, "kk");
        await newcomer.SignIn("new_counselor", password!);
        await Expect(newcomer.Page.GetByText("Жанна Ким").First).ToBeVisibleAsync();
        await DisablesWhileSignedIn(seat, newcomer);
    }

    [Theory]
    [InlineData("kk")]
    [InlineData("ru")]
    [InlineData("en")]
    public async Task Fits_a_narrow_screen_with_the_own_place_first(string language)
    {
        var seat = await CounselorSeat.Open(product, language, 360, 780);
        await seat.TakesPlace("supervisor1");
        await seat.Page.Fits();
        var places = await seat.Page.Locator(".board > section").EvaluateAllAsync<string[]>(
            "all => all.sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top).map(e => e.className)");
        Assert.Equal("mine", places[0]);
        await seat.Page.IsOpenToEverybody($"{language}-narrow");
        await seat.Leaves();
    }

    /// <summary>The board learns within seconds, from the hub or from the next request.</summary>
    private static async Task DisablesWhileSignedIn(CounselorSeat admin, CounselorSeat newcomer)
    {
        var row = admin.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "new_counselor" });
        await row.GetByRole(AriaRole.Button, new() { Name = admin.Words["Accounts.Disable"], Exact = true }).ClickAsync();
        await admin.Page.Locator(".rz-dialog").GetByRole(AriaRole.Button, new() { Name = admin.Words["Accounts.Disable"] }).ClickAsync();
        await Expect(newcomer.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync(new() { Timeout = 10_000 });
        await newcomer.Page.Context.CloseAsync();
        await admin.Leaves();
    }

    private async Task RingAndLeave()
    {
        var caller = await TestPhone.Open(product, "kk");
        await caller.Rings("1");
        await caller.HangsUp();
        await caller.Page.Context.CloseAsync();
    }
}
