using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Playwright;

namespace Helpline.Browser.Support;

/// <summary>Stories follow each other: they share the line, and a call rings wherever somebody is available.</summary>
[CollectionDefinition(nameof(Product))]
public sealed class OneProduct : ICollectionFixture<Product>;

/// <summary>The whole product on a real socket with its own exchange and database, and one Chromium before it.</summary>
public sealed class Product : IAsyncLifetime
{
    public const string Password = "correct horse battery";

    private readonly Host host = new();
    private IPlaywright? playwright;
    private IBrowser? browser;

    public Uri Address => host.ClientOptions.BaseAddress;

    public async ValueTask InitializeAsync()
    {
        host.StartServer();
        // A busy machine loads a page slowly, and a story only fails sooner for being impatient.
        Assertions.SetDefaultExpectTimeout(20_000);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("HELPLINE_CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--no-first-run"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        await host.DisposeAsync();
    }

    /// <summary>A fresh profile: no cookie, nothing remembered, the machine speaks <paramref name="language"/>.</summary>
    public async Task<IPage> Page(string language, int width = 1440, int height = 900)
    {
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = Address.ToString(),
            Locale = language,
            TimezoneId = "Asia/Almaty",
            ViewportSize = new() { Width = width, Height = height },
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(30_000);
        return await context.NewPageAsync();
    }

    private sealed class Host : WebApplicationFactory<Program>
    {
        private readonly string folder = Directory.CreateTempSubdirectory("helpline-browser-").FullName;

        public Host() => UseKestrel(0);

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Development");
            builder.UseSetting("DataFolder", folder);
            builder.UseSetting("Demo:Password", Password);
        }

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            if (disposing && Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
    }
}
