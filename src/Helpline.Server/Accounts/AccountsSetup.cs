using System.Security.Claims;
using Helpline.Server.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Helpline.Server.Accounts;

internal static class AccountsSetup
{
    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        builder.Services.AddIdentityCore<Account>(o =>
            {
                // Length, not composition (OWASP ASVS 5.0, 6.2.1 and 6.2.5).
                o.Password = new() { RequiredLength = 12, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false, RequiredUniqueChars = 1 };
                o.Lockout = new() { AllowedForNewUsers = true, MaxFailedAccessAttempts = 5, DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5) };
                o.ClaimsIdentity.UserNameClaimType = ClaimTypes.Name;
            })
            .AddEntityFrameworkStores<HelplineDb>().AddSignInManager<SignInDesk>().AddClaimsPrincipalFactory<ClaimsOfAccount>();
        // PBKDF2 rounds of ASVS 5.0, appendix C.
        builder.Services.Configure<PasswordHasherOptions>(o => o.IterationCount = 210_000);
        // A disabled account's cookie ends within seconds, not after Identity's half hour.
        builder.Services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = TimeSpan.FromSeconds(3));
        builder.Services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(Cookie));
        builder.Services.AddAuthorization();
        builder.Services.AddScoped<AccountCover>();
        builder.Services.AddScoped<AccountTrail>();
        builder.Services.AddHostedService<SessionGuard>();
    }

    private static void Cookie(Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "helpline";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Strict;
        cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
        cookie.SlidingExpiration = true;
        // The board asks over HTTP and signs in on its own page: a status, never a redirect.
        cookie.Events.OnRedirectToLogin = context => Answer(context.Response, StatusCodes.Status401Unauthorized);
        cookie.Events.OnRedirectToAccessDenied = context => Answer(context.Response, StatusCodes.Status403Forbidden);
    }

    private static Task Answer(HttpResponse response, int status)
    {
        response.StatusCode = status;
        return Task.CompletedTask;
    }

    /// <summary>Roles, team and organization are words of the account itself, so they become claims here.</summary>
    private sealed class ClaimsOfAccount(UserManager<Account> accounts, IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<Account>(accounts, options)
    {
        protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
        {
            var identity = await base.GenerateClaimsAsync(user);
            identity.AddClaims(user.Roles.Where(role => user.OrganizationId is null || role == Accounts.Roles.SocialWorker).Select(role => new Claim(identity.RoleClaimType, role)));
            if (user.Team is { Length: > 0 } team) identity.AddClaim(new Claim(Claims.Team, team));
            if (user.OrganizationId is { } organization) identity.AddClaim(new Claim(Claims.Organization, organization.ToString()));
            return identity;
        }
    }

    private sealed class SignInDesk(
        UserManager<Account> accounts, IHttpContextAccessor http, IUserClaimsPrincipalFactory<Account> claims, IOptions<IdentityOptions> options,
        ILogger<SignInManager<Account>> log, Microsoft.AspNetCore.Authentication.IAuthenticationSchemeProvider schemes, IUserConfirmation<Account> confirmation)
        : SignInManager<Account>(accounts, http, claims, options, log, schemes, confirmation)
    {
        public override Task<bool> CanSignInAsync(Account user) => Task.FromResult(!user.Disabled);
    }
}
