using Microsoft.Playwright;

namespace Helpline.Load.Live;

/// <param name="Tasks">Each task that kept the page from answering for 50 ms or more: when it began and how long it took, in milliseconds.</param>
/// <param name="Calls">Callers and talks as its headings count them.</param>
/// <param name="Offered">Each number of calls offered today that it showed, and since when, UTC.</param>
internal sealed record SeenTab(IReadOnlyList<(double At, double Took)> Tasks, int Calls, IReadOnlyList<(DateTime At, int Offered)> Offered)
{
    public double Longest => Tasks.Count == 0 ? 0 : Tasks.Max(t => t.Took);

    /// <summary>For how long, in milliseconds, what it showed had not been true any more, ten times a second; 0 while it was.</summary>
    /// <param name="queued">When each call of today came to the queue, UTC, in order.</param>
    public IEnumerable<double> Ages(IReadOnlyList<DateTime> queued, DateTime from, DateTime until)
    {
        for (var (at, i) = (from, 0); at < until; at = at.AddMilliseconds(100))
        {
            while (i + 1 < Offered.Count && Offered[i + 1].At <= at) i++;
            yield return Offered[i].Offered < queued.Count ? Math.Max(0, (at - queued[Offered[i].Offered]).TotalMilliseconds) : 0;
        }
    }
}

/// <summary>A supervisor's live board in Chromium, which notes its own long tasks.</summary>
internal sealed class LiveTab : IAsyncDisposable
{
    private const string Watch = """
        window.longTasks = [];
        new PerformanceObserver(list => window.longTasks.push(...list.getEntries().map(e => [e.startTime, e.duration]))).observe({ type: 'longtask' });
        window.offered = [];
        setInterval(() => {
            // So many of so many, in whatever order the language puts them.
            const offered = Math.max(...document.querySelectorAll('.tile')[3]?.querySelector('dd.small')?.textContent.match(/\d+/g) ?? [-1]);
            if (offered >= 0 && offered !== window.offered.at(-1)?.[1]) window.offered.push([Date.now(), offered]);
        }, 50);
        """;
    private readonly IPlaywright playwright;
    private readonly IBrowser browser;
    private readonly IPage page;

    private LiveTab(IPlaywright playwright, IBrowser browser, IPage page) => (this.playwright, this.browser, this.page) = (playwright, browser, page);

    public static async Task<LiveTab> Open(Uri server, string userName)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("HELPLINE_CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--no-first-run"],
        });
        var page = await browser.NewPageAsync(new() { BaseURL = server.ToString(), Locale = "ru", ViewportSize = new() { Width = 1440, Height = 900 } });
        await page.AddInitScriptAsync(Watch);
        await page.GotoAsync("/");
        await page.Locator("input[autocomplete=username]").FillAsync(userName);
        await page.Locator("input[type=password]").FillAsync(Servers.Staff.Password);
        await page.Locator("button[type=submit]").ClickAsync();
        await page.Locator("a[href=live]").ClickAsync();
        await page.Locator(".tile").First.WaitForAsync();
        return new(playwright, browser, page);
    }

    public Task Forget() => page.EvaluateAsync("window.longTasks = []");

    public async Task<SeenTab> Seen() => new(
        [.. (await page.EvaluateAsync<double[][]>("window.longTasks")).Select(t => (t[0], t[1]))],
        (await page.Locator("section[aria-labelledby=live-waiting] .count, section[aria-labelledby=live-talks] .count").AllInnerTextsAsync()).Sum(int.Parse),
        [.. (await page.EvaluateAsync<double[][]>("window.offered")).Select(a => (DateTime.UnixEpoch.AddMilliseconds(a[0]), (int)a[1]))]);

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
