using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpline.Browser.Support;

/// <summary>A caller at the test phone page, each with a number of her own.</summary>
public sealed class TestPhone(IPage page)
{
    private static int numbers;

    public IPage Page => page;

    public ILocator Phone => page.Locator("article.phone").First;

    public static async Task<TestPhone> Open(Product product, string language, int? voice = null) =>
        await Open(await product.Page(language, voice: voice));

    public static async Task<TestPhone> Open(IPage page)
    {
        var phone = new TestPhone(page);
        var number = $"+7702{Interlocked.Increment(ref numbers):D7}";
        await phone.Page.AddInitScriptAsync($"sessionStorage.setItem('exchange-phones', JSON.stringify(['{number}']))");
        await phone.Page.GotoAsync("/exchange");
        await Expect(phone.Phone.Locator(".ring")).ToBeEnabledAsync();
        return phone;
    }

    /// <summary>Rings the line and chooses a language: 1 Kazakh, 2 Russian, 3 English.</summary>
    public async Task Rings(string digit)
    {
        await Phone.Locator(".ring").ClickAsync();
        await Expect(Phone).ToHaveAttributeAsync("data-state", "listening", new() { Timeout = 15_000 });
        await Phone.Locator($".keys button:text-is('{digit}')").ClickAsync();
        await Expect(Phone).ToHaveAttributeAsync("data-state", "waiting", new() { Timeout = 15_000 });
    }

    public Task Presses(string key) => Phone.Locator($".keys button:text-is('{key}')").ClickAsync();

    /// <summary>Waits for a clip by a part of its name.</summary>
    public Task Hears(string clip, float milliseconds = 30_000) =>
        Expect(Phone.Locator(".state, .detail").Filter(new() { HasText = clip }).First).ToBeVisibleAsync(new() { Timeout = milliseconds });

    public Task HangsUp() => Phone.Locator(".hang-up").ClickAsync();

    public Task SeesTheCallEnd() => Expect(Phone.Locator(".ring")).ToBeEnabledAsync(new() { Timeout = 15_000 });
}
