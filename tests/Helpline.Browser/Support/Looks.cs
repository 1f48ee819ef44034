using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Helpline.Browser.Support;

/// <summary>What everybody must be able to see and use.</summary>
public static class Looks
{
    private static readonly string Folder = Path.Combine(InterfaceWords.Root, "tests/results/screenshots");

    /// <summary>Keeps a picture and finds no serious or critical barrier on the page.</summary>
    public static async Task IsOpenToEverybody(this IPage page, string name)
    {
        Directory.CreateDirectory(Folder);
        await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}.png"), FullPage = true });
        var found = await page.RunAxe();
        var grave = found.Violations.Where(violation => violation.Impact is "serious" or "critical").Select(Told);
        Assert.Empty(grave);
    }

    /// <summary>Nobody has to scroll sideways; what sticks out is named.</summary>
    public static async Task Fits(this IPage page)
    {
        var wide = await page.EvaluateAsync<string>("""
            document.documentElement.scrollWidth <= innerWidth ? '' : `${document.documentElement.scrollWidth} of ${innerWidth}: ` + [...document.querySelectorAll('body *')]
                .filter(e => e.getBoundingClientRect().right > innerWidth && !e.closest('.scrolls, nav *')).slice(0, 10).map(e => e.outerHTML.slice(0, 90)).join(' | ')
            """);
        Assert.Equal("", wide);
    }

    private static string Told(AxeResultItem violation) =>
        $"{violation.Id}: {violation.Help} at {string.Join("; ", violation.Nodes.Select(node => node.Html))}";
}
