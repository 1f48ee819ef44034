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

    private static string Told(AxeResultItem violation) =>
        $"{violation.Id}: {violation.Help} at {string.Join("; ", violation.Nodes.Select(node => node.Html))}";
}
