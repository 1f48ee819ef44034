using Helpline.Domain.Callbacks;
using Helpline.Domain.Calls;
using Helpline.Domain.Line;
using Helpline.Domain.Routing;
using Helpline.Exchange;
using Helpline.Server.Calls;
using Helpline.Server.Data;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Helpline.Browser.Support;

/// <summary>Stories follow each other: they share the line, and a call rings wherever somebody is available.</summary>
[CollectionDefinition(Product.Line)]
public sealed class OneProduct : ICollectionFixture<Product>;

/// <summary>Stories of what comes after a call go on beside those of the line, with a product of their own.</summary>
[CollectionDefinition(Product.AfterTheCall)]
public sealed class AnotherProduct : ICollectionFixture<Product>;

/// <summary>The whole product on a real socket with its own exchange and database, and one Chromium before it.</summary>
public sealed class Product : IAsyncLifetime
{
    public const string Line = "The line";
    public const string AfterTheCall = "After the call";
    public const string Password = "correct horse battery";

    private readonly Host host = new();
    private readonly List<IBrowserContext> windows = [];
    private Browsers? browsers;
    private object? story;

    public Uri Address => host.ClientOptions.BaseAddress;

    /// <summary>The server's own, for a story that begins in the middle.</summary>
    public IServiceProvider Services => host.Services;

    public async ValueTask InitializeAsync()
    {
        host.StartServer();
        // A busy machine loads a page slowly, and a story only fails sooner for being impatient.
        Assertions.SetDefaultExpectTimeout(20_000);
        browsers = await Browsers.Start();
    }

    public async ValueTask DisposeAsync()
    {
        if (browsers is not null)
            await browsers.DisposeAsync();
        await host.DisposeAsync();
    }

    /// <summary>A fresh profile: no cookie, nothing remembered, the machine speaks <paramref name="language"/>.</summary>
    /// <param name="voice">The pitch of the person's voice in Hz; null for a browser whose microphone is refused.</param>
    public async Task<IPage> Page(string language, int width = 1440, int height = 900, int? voice = null)
    {
        if (story != TestContext.Current.Test) await ClearAway();
        story = TestContext.Current.Test;
        var page = await browsers!.Page(Address, language, width, height, voice);
        windows.Add(page.Context);
        return page;
    }

    /// <summary>A story that failed leaves windows, callers, a counselor in a call and the line closed: the next one begins without them.</summary>
    private async Task ClearAway()
    {
        var left = windows.FindAll(w => w.Pages.Count > 0);
        windows.Clear();
        if (left.Count == 0) return;
        foreach (var window in left) await window.CloseAsync();
        foreach (var leg in Services.GetRequiredService<Switchboard>().Legs.Live.ToList()) Switchboard.HangUp(leg);
        await using var db = await Services.GetRequiredService<IDbContextFactory<HelplineDb>>().CreateDbContextAsync();
        await db.Callbacks.Owed().ExecuteUpdateAsync(callbacks => callbacks.SetProperty(c => c.State, CallbackState.GivenUp));
        await db.Calls.Open().ExecuteUpdateAsync(calls => calls.SetProperty(c => c.State, CallState.Failed).SetProperty(c => c.EndedAt, TimeProvider.System.GetUtcNow().UtcDateTime));
        await db.Presences.ExecuteDeleteAsync();
        await db.LineSwitches.ExecuteDeleteAsync();
        await db.Detours.ExecuteDeleteAsync();
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
            builder.ConfigureServices(services =>
            {
                // A hold that is forgotten within a minute is a minute of every run.
                var shipped = (RoutingRules)services.Last(s => s.ServiceType == typeof(RoutingRules)).ImplementationInstance!;
                services.AddSingleton(shipped with { HoldAlarmSeconds = 5 });
                // Whoever is owed a call is owed it at whatever hour the stories run.
                services.AddSingleton((LineRules)services.Last(s => s.ServiceType == typeof(LineRules)).ImplementationInstance! with { Quiet = new([]) });
            });
        }

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            if (disposing && Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
    }
}
