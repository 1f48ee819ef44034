using System.Net;
using Helpline.Server.Data;
using Helpline.Server.Telephony.Twilio;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Helpline.Tests.Data.Paper;

/// <summary>The whole server as it runs on SQL Server, with a made-up database behind the provider: everything it would send is written down.</summary>
internal sealed class ServerOnPaper : WebApplicationFactory<HelplineDb>
{
    private readonly string folder = Directory.CreateTempSubdirectory("helpline-paper-").FullName;
    private readonly HashSet<string> asked = [];
    private readonly CookieContainer cookies = new();
    private readonly PaperRows rows = new();
    private readonly Recorder recorder;

    public ServerOnPaper()
    {
        recorder = new(rows);
        Holds();
        UseKestrel(0);
        StartServer();
        Http = new HttpClient(new HttpClientHandler { CookieContainer = cookies }) { BaseAddress = ClientOptions.BaseAddress };
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero));
    public DateTime Now => Clock.GetUtcNow().UtcDateTime;
    public HttpClient Http { get; }

    /// <summary>Every statement the server has sent, each once.</summary>
    public IReadOnlyCollection<string> Statements => [.. recorder.Statements.Keys];

    /// <summary>Addresses of the API and of the webhooks that nobody has asked yet.</summary>
    public IEnumerable<string> NeverAsked => Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Select(Name).Where(name => (name.Contains(" /api/") || name.Contains(" /voice/")) && !name.Contains("**")).Except(asked);

    /// <summary>Only these rows are there from now on.</summary>
    public void Holds(params object[] entities)
    {
        using var db = TestDatabase.OnNothing(DatabaseProvider.SqlServer);
        rows.Hold(db, db.Database.GetMigrations(), entities);
    }

    /// <summary>A signed webhook.</summary>
    public async Task<HttpStatusCode> Webhook(string target, params (string Key, string Value)[] fields)
    {
        var twilio = Services.GetRequiredService<IOptions<TwilioOptions>>().Value;
        var form = fields.Select(f => KeyValuePair.Create(f.Key, f.Value)).Append(new("AccountSid", twilio.AccountSid)).ToList();
        using var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Add(TwilioSignature.Header, TwilioSignature.Sign(twilio.AuthToken, new Uri(ClientOptions.BaseAddress, target).ToString(), form));
        using var answer = await Http.SendAsync(request);
        return answer.StatusCode;
    }

    /// <summary>Lets the loops of the server run for a while.</summary>
    public async Task Passes(TimeSpan time)
    {
        for (var end = Clock.GetUtcNow() + time; Clock.GetUtcNow() < end; await Task.Delay(20)) Clock.Advance(TimeSpan.FromMilliseconds(500));
    }

    public async Task<HubConnection> Board()
    {
        var hub = new HubConnectionBuilder().WithUrl(new Uri(ClientOptions.BaseAddress, "hubs/board"), o => o.Cookies = cookies).Build();
        await hub.StartAsync();
        return hub;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("DataFolder", folder);
        builder.UseSetting("Database:Provider", "SqlServer");
        builder.UseSetting("ConnectionStrings:Helpline", "Server=on.paper;Database=Helpline;Encrypt=false");
        builder.UseSetting("Jobs:Storage", "Memory");
        builder.UseSetting("Demo:Password", "correct horse battery");
        builder.ConfigureServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            // Rows that meet every condition contradict each other at times, and the loops would say so.
            services.Replace(ServiceDescriptor.Singleton<ILoggerFactory>(NullLoggerFactory.Instance));
            services.ConfigureDbContext<SqlServerHelplineDb>(options => options.AddInterceptors(recorder));
            services.PostConfigure<Microsoft.AspNetCore.Identity.PasswordHasherOptions>(o => o.IterationCount = 1000);
            services.AddTransient<IStartupFilter>(_ => new Watch(asked));
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing) return;
        Http?.Dispose();
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    private static string Name(RouteEndpoint endpoint) =>
        $"{string.Join(',', endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"])} /{endpoint.RoutePattern.RawText!.Trim('/')}";

    /// <summary>Notes which endpoints were asked.</summary>
    private sealed class Watch(HashSet<string> asked) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (http, rest) =>
            {
                await rest(http);
                if (http.GetEndpoint() is RouteEndpoint endpoint) lock (asked) asked.Add(Name(endpoint));
            });
            next(app);
        };
    }
}
