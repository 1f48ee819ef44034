using Helpline.Server.Hosting;

namespace Helpline.Server.Referrals;

internal static class ReferralsSetup
{
    public static void AddReferrals(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ReferralChecks>().AddSingleton<PartnerForms>().AddSingleton<PartnerPages>().AddSingleton<PartnerEndpoints>().AddSingleton<LookLimits>();
        builder.Services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "helpline-partner";
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            o.Cookie.Path = PartnerEndpoints.Path;
        });
    }

    /// <summary>What is true of the partner's page only: nothing of it is kept or indexed, no script runs, and nobody tries links out.</summary>
    public static void UsePartnerRules(this WebApplication app) => app.UseWhen(http => http.Request.Path.StartsWithSegments(PartnerEndpoints.Path), page =>
    {
        page.Use((http, next) =>
        {
            var headers = http.Response.Headers;
            headers.CacheControl = "no-cache, no-store";
            headers["X-Robots-Tag"] = "noindex, nofollow";
            headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
            return next(http);
        });
        page.Use(async (http, next) =>
        {
            if (http.RequestServices.GetRequiredService<LookLimits>().MayLook(http))
            {
                await next(http);
                return;
            }
            await PartnerPages.TooMany(http).ExecuteAsync(http);
        });
    });
}
