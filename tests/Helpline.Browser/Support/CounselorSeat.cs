using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpline.Browser.Support;

/// <summary>A counselor before her board: what she does and what she sees.</summary>
public sealed class CounselorSeat(IPage page, string language)
{
    private static readonly LocatorAssertionsToBeVisibleOptions Patiently = new() { Timeout = 30_000 };

    public IPage Page => page;

    public InterfaceWords Words { get; } = new(language);

    public ILocator Ringing => page.GetByRole(AriaRole.Region, new() { Name = Words["Ringing.Title"] });

    public ILocator Summary => page.GetByLabel(Words["Note.Summary"]);

    public ILocator NoteState => page.Locator("#note-state");

    public ILocator TalkState => page.Locator(".talk-state");

    /// <summary>Opens the board and chooses the language on the sign-in page, as somebody new to the machine does.</summary>
    public static async Task<CounselorSeat> Open(Product product, string language, int width = 1440, int height = 900, int? voice = null)
    {
        var seat = new CounselorSeat(await product.Page(language, width, height, voice), language);
        await seat.Page.GotoAsync("/");
        await seat.SeesSignIn();
        return seat;
    }

    /// <summary>The same person in the same browser.</summary>
    public async Task<CounselorSeat> OpensAnotherWindow()
    {
        var seat = new CounselorSeat(await page.Context.NewPageAsync(), language);
        await seat.Page.GotoAsync("/");
        return seat;
    }

    public Task SeesSignIn() => Expect(Button("SignIn.Submit")).ToBeVisibleAsync(Patiently);

    public async Task SignIn(string userName, string password = Product.Password)
    {
        await page.GetByLabel(Words["SignIn.UserName"]).FillAsync(userName);
        await page.GetByLabel(Words["SignIn.Password"]).FillAsync(password);
        await Button("SignIn.Submit").ClickAsync();
    }

    /// <summary>Signs in, puts the interface into the seat's language, and waits for the hub.</summary>
    public async Task TakesPlace(string userName)
    {
        await SignIn(userName);
        var choice = page.GetByRole(AriaRole.Banner).Locator($".language[lang={language}]");
        await Expect(choice).ToBeVisibleAsync(Patiently);
        if (await choice.GetAttributeAsync("aria-pressed") != "true")
            await choice.ClickAsync();
        await Expect(page.GetByText(Words["Connection.Connected"])).ToBeVisibleAsync(Patiently);
    }

    /// <summary>The same page in another language, chosen at its head.</summary>
    public async Task<CounselorSeat> Speaks(string other)
    {
        var choice = page.GetByRole(AriaRole.Banner).Locator($".language[lang={other}]");
        await choice.ClickAsync();
        await Expect(choice).ToHaveAttributeAsync("aria-pressed", "true", new() { Timeout = 30_000 });
        return new(page, other);
    }

    public async Task BecomesAvailable()
    {
        var (button, already) = (Button("Idle.BecomeAvailable"), page.GetByText(Words["Idle.Available"]));
        // Whoever comes back within the lease still is.
        await Expect(button.Or(already).First).ToBeVisibleAsync(Patiently);
        if (await button.IsVisibleAsync()) await button.ClickAsync();
        await Expect(already).ToBeVisibleAsync();
    }

    public async Task Accepts()
    {
        await Expect(Ringing).ToBeVisibleAsync(Patiently);
        await page.Keyboard.PressAsync("a");
        await SeesState("Talking");
    }

    public Task SeesState(string state) => Expect(TalkState).ToHaveTextAsync(Words[$"State.{state}"], new() { Timeout = 30_000 });

    public Task SeesNoteSaved() => Expect(NoteState).ToHaveTextAsync(new Regex("^" + Regex.Escape(Words["Save.Saved"]).Replace("\\{0}", @"\d\d:\d\d:\d\d") + "$"));

    public Task OpensRiskScreen() => page.GetByText(Words["Risk.Screen"]).ClickAsync();

    /// <param name="question">Of the risk screen: Thoughts, Plan, Means, Time, Alone or SomeoneWith.</param>
    public Task Answers(string question, string answer) => page.GetByRole(AriaRole.Group, new() { Name = Words[$"Note.{question}"] })
        .GetByRole(AriaRole.Radio, new() { Name = Words[$"Answer.{answer}"], Exact = true }).CheckAsync(new() { Force = true });

    public async Task Leaves()
    {
        await page.Locator(".user-menu summary").ClickAsync();
        await Button("SignOut").ClickAsync();
        await SeesSignIn();
        await page.Context.CloseAsync();
    }

    public Task Goes(string where) => page.GetByRole(AriaRole.Link, new() { Name = Words[where], Exact = true }).ClickAsync();

    public ILocator Button(string key) => page.GetByRole(AriaRole.Button, new() { NameRegex = new(Regex.Escape(Words[key])) });
}
