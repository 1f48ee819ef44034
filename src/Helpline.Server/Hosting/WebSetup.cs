using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Helpline.Server.Telephony;
using Microsoft.Extensions.FileProviders;

namespace Helpline.Server.Hosting;

/// <summary>What every request passes through.</summary>
internal static partial class WebSetup
{
    // The browser phone of Twilio, where that is the provider. Our own exchange needs no stranger: voices go from browser to browser.
    private const string TwilioConnections = " wss://*.twilio.com https://eventgw.twilio.com https://media.twiliocdn.com https://sdk.twilio.com";
    private const string TwilioMedia = " blob: mediastream: https://media.twiliocdn.com https://sdk.twilio.com";

    public static void AddWeb(this WebApplicationBuilder builder)
    {
        builder.Services.AddProblemDetails();
        builder.Services.AddOpenApi();
        builder.Services.AddHttpContextAccessor();
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
        builder.Services.AddValidation();
        // A body that cannot be read is the sender's fault, in every environment.
        builder.Services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = false);
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]) && string.IsNullOrEmpty(builder.Configuration["HTTP_PORTS"]))
            builder.WebHost.UseUrls("http://localhost:5080");
        foreach (var url in (builder.Configuration[WebHostDefaults.ServerUrlsKey] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries))
            if (!IsAddress(url)) throw new SettingsException("Urls", $"has '{url}'", "an address like http://localhost:5080");
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
        });
    }

    private static bool IsAddress(string url)
    {
        try
        {
            return BindingAddress.Parse(url).Scheme is "http" or "https";
        }
        catch (FormatException)
        {
            return false;
        }
    }

    public static void UseWeb(this WebApplication app)
    {
        // Behind a proxy that ends TLS requests come as http; cookies and HSTS are those of the address that people use.
        if (PublicAddress.IsHttps(app.Configuration) && !app.Environment.IsDevelopment())
            app.Use((http, next) =>
            {
                http.Request.Scheme = Uri.UriSchemeHttps;
                return next(http);
            });
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        var policy = ContentPolicy(ImportMapHash(app.Environment.WebRootFileProvider), TelephonySetup.Provider(app.Configuration) == TelephonyProvider.Twilio);
        app.Use((http, next) =>
        {
            var headers = http.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers.ContentSecurityPolicy = policy;
            headers["Permissions-Policy"] = "microphone=(self), camera=(), geolocation=(), display-capture=()";
            return next(http);
        });
        if (!app.Environment.IsDevelopment()) app.UseHsts();
        app.UseOriginCheck();
        app.UseKeyCheck();
    }

    /// <summary>Scripts and connections are our own; to every current browser that includes WebSockets.</summary>
    private static string ContentPolicy(string importMap, bool twilio) =>
        $"default-src 'self'; script-src 'self' 'wasm-unsafe-eval' {importMap}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        + $"connect-src 'self'{(twilio ? TwilioConnections : "")}; media-src 'self'{(twilio ? TwilioMedia : "")}; "
        + "object-src 'none'; base-uri 'self'; frame-ancestors 'none'";

    /// <summary>The board's import map must stand in its page and the build writes it, so its hash is taken from the page.</summary>
    private static string ImportMapHash(IFileProvider files)
    {
        if (files.GetFileInfo("index.html") is not { Exists: true } file) return "";
        using var page = new StreamReader(file.CreateReadStream());
        var map = ImportMap().Match(page.ReadToEnd());
        return map.Success ? $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(map.Value)))}'" : "";
    }

    [GeneratedRegex("(?<=<script type=\"importmap\">).*?(?=</script>)", RegexOptions.Singleline)]
    private static partial Regex ImportMap();

    /// <summary>The board's pages; an unknown address of an API is 404, not the page.</summary>
    public static void MapDashboard(this WebApplication app)
    {
        app.MapStaticAssets();
        // A constraint never holds for the empty path.
        app.MapFallbackToFile("/", "index.html");
        app.MapFallbackToFile("{*path:nonfile:regex(^(?!(api|voice|hubs|exchange|hangfire|health|openapi)(/|$)))}", "index.html");
    }
}
