using Helpline.Domain.Routing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
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
    private Browsers? browsers;

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
    public Task<IPage> Page(string language, int width = 1440, int height = 900, int? voice = null) =>
        browsers!.Page(Address, language, width, height, voice);

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
