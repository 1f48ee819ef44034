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

    /// <summary>On a desk and on a telephone: nothing runs out of the page and nobody is kept out. Then it is as wide as it was.</summary>
    public static async Task IsOpenAtBothWidths(this IPage page, string name)
    {
        var before = page.ViewportSize!;
        foreach (var (width, height) in new[] { (1440, 900), (360, 780) })
        {
            await page.SetViewportSizeAsync(width, height);
            await page.Fits();
            await page.IsOpenToEverybody($"{name}-{width}");
        }
        await page.SetViewportSizeAsync(before.Width, before.Height);
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

    /// <summary>In a table a word is broken only where it alone is wider than its column may be.</summary>
    public static async Task BreaksNoWord(this IPage page, string table)
    {
        var broken = await page.EvaluateAsync<string[]>("""
            table => [...document.querySelectorAll(`${table} th, ${table} td`)].flatMap(cell => {
                const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), found = [];
                for (let text = texts.nextNode(); text; text = texts.nextNode())
                    for (const word of text.data.matchAll(/[\p{L}\d]+/gu)) {
                        const range = document.createRange();
                        range.setStart(text, word.index);
                        range.setEnd(text, word.index + word[0].length);
                        if (word[0].length < 25 && new Set([...range.getClientRects()].map(r => Math.round(r.top))).size > 1) found.push(word[0]);
                    }
                return found;
            })
            """, table);
        Assert.Empty(broken);
    }

    /// <summary>The link of this page is in sight in the row of links, however narrow that is.</summary>
    public static Task ShowsItsPlace(this IPage page) => page.WaitForFunctionAsync("""
        () => {
            const link = document.querySelector('.top nav a.active')?.getBoundingClientRect(), row = document.querySelector('.top nav')?.getBoundingClientRect();
            return link && row && link.left >= row.left && link.right <= row.right + 1;
        }
        """);

    private static string Told(AxeResultItem violation) =>
        $"{violation.Id}: {violation.Help} at {string.Join("; ", violation.Nodes.Select(node => node.Html))}";
}
