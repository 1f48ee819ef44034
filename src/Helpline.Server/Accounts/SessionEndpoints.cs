using System.Security.Claims;
using Helpline.Contracts;
using Helpline.Contracts.Accounts;
using Helpline.Domain.Line;
using Helpline.Server.Calls;
using Helpline.Server.Hosting;
using Microsoft.AspNetCore.Identity;

namespace Helpline.Server.Accounts;

internal static class SessionEndpoints
{
    public static readonly string[] InterfaceLanguages = ["kk", "ru", "en"];

    public static void MapSession(this IEndpointRouteBuilder routes)
    {
        var session = routes.MapGroup("/" + Routes.Session).WithTags("Session");
        session.MapPost("/", SignIn).Produces<Session>().ProducesProblem(StatusCodes.Status401Unauthorized);
        session.MapGet("/", WhoAmI).Produces<Session>().ProducesProblem(StatusCodes.Status401Unauthorized);
        session.MapDelete("/", SignOut);
        routes.MapPut("/" + Routes.MyLanguage, ChangeLanguage).WithTags("Session").RequireAuthorization();
    }

    private static async Task<IResult> SignIn(SignIn form, UserManager<Account> accounts, SignInManager<Account> signIn, LineRules line)
    {
        var account = await accounts.FindByNameAsync(form.UserName ?? "");
        // An unknown name costs the time of a known one, so that names cannot be tried out; nor can the password of one that is locked.
        if (account is null || await accounts.IsLockedOutAsync(account))
        {
            accounts.PasswordHasher.HashPassword(new Account { DisplayName = "" }, form.Password ?? "");
            return Wrong();
        }
        if (account.Disabled)
        {
            if (await accounts.CheckPasswordAsync(account, form.Password ?? "")) return Refused("disabled", "This account is disabled.");
            await accounts.AccessFailedAsync(account);
            return Wrong();
        }
        var result = await signIn.PasswordSignInAsync(account, form.Password ?? "", isPersistent: false, lockoutOnFailure: true);
        return result.Succeeded ? TypedResults.Ok(Of(account, line)) : Wrong();
    }

    /// <summary>The same for whatever was not right, so that nobody learns which names there are.</summary>
    private static IResult Wrong() => Refused("wrong", "The user name or the password is wrong. After five wrong passwords an account rests for five minutes.");

    private static async Task<IResult> WhoAmI(ClaimsPrincipal user, UserManager<Account> accounts, LineRules line) =>
        user.Identity?.IsAuthenticated == true && await accounts.GetUserAsync(user) is { Disabled: false } account
            ? TypedResults.Ok(Of(account, line))
            : Refused("none", "Nobody is signed in.");

    private static async Task<IResult> SignOut(ClaimsPrincipal user, SignInManager<Account> signIn, CallDesks desks)
    {
        if (user.Identity?.Name is { } me) await desks.Open(desk => desk.SignOff(me));
        await signIn.SignOutAsync();
        return TypedResults.NoContent();
    }

    private static async Task<IResult> ChangeLanguage(LanguageChange change, ClaimsPrincipal user, UserManager<Account> accounts)
    {
        if (!InterfaceLanguages.Contains(change.Language)) return Refusals.Field("language", $"'{change.Language}' is no language of the interface; it is kk, ru or en.");
        var account = (await accounts.GetUserAsync(user))!;
        account.InterfaceLanguage = change.Language;
        await accounts.UpdateAsync(account);
        return TypedResults.NoContent();
    }

    private static Session Of(Account account, LineRules line) =>
        new(account.UserName!, account.DisplayName, account.Roles, account.Languages, account.InterfaceLanguage, account.OrganizationId is not null, line.Zone.Id);

    private static IResult Refused(string reason, string why) => TypedResults.Problem(
        detail: why, statusCode: StatusCodes.Status401Unauthorized, title: "Not signed in",
        extensions: [KeyValuePair.Create<string, object?>("reason", reason)]);
}
