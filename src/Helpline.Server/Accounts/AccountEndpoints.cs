using System.Text.RegularExpressions;
using Helpline.Contracts;
using Helpline.Contracts.Accounts;
using Helpline.Server.Catalog;
using Helpline.Server.Data;
using Helpline.Server.Hosting;
using Helpline.Server.Routing;
using Helpline.Server.Telephony;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Accounts;

internal static partial class AccountEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        var accounts = routes.MapGroup("/" + Routes.Accounts).WithTags("Accounts").RequireAuthorization(p => p.RequireRole(Roles.Administrator));
        accounts.MapGet("/", List);
        accounts.MapPost("/", Create).Produces<NewPassword>().ProducesValidationProblem().ProducesProblem(StatusCodes.Status409Conflict);
        accounts.MapPut("/{id:guid}", Change).Produces<AccountCard>();
        accounts.MapPost("/{id:guid}/reset-password", ResetPassword).Produces<NewPassword>();
    }

    private static async Task<IEnumerable<AccountCard>> List(HelplineDb db, CancellationToken stop) =>
        (await db.Users.AsNoTracking().OrderBy(a => a.UserName).ToListAsync(stop)).Select(Of);

    private static async Task<IResult> Create(NewAccount form, UserManager<Account> accounts, Languages languages)
    {
        if (!UserName().IsMatch(form.UserName ?? "")) return Refusals.Field("userName", "A user name is 3 to 60 lower-case letters, digits and underscores.");
        if (Wrong(form.DisplayName, form.Roles, form.Languages, languages) is { } wrong) return wrong;
        if (await accounts.FindByNameAsync(form.UserName!) is not null) return Refusals.Conflict("This user name is taken.", ("field", "userName"));
        var password = string.IsNullOrEmpty(form.Password) ? Passwords.Random() : form.Password;
        var account = new Account { Id = Guid.CreateVersion7(), UserName = form.UserName, DisplayName = form.DisplayName, Roles = [.. form.Roles], Languages = [.. form.Languages], LockoutEnabled = true };
        var result = await accounts.CreateAsync(account, password);
        return result.Succeeded ? TypedResults.Ok(new NewPassword(account.UserName!, password)) : Refused("password", result);
    }

    /// <summary>Disabling ends every session: the security stamp changes, and with it the cookie and the hub connection.</summary>
    private static async Task<IResult> Change(Guid id, AccountChange form, UserManager<Account> accounts, HttpContext http, Languages languages, Wakers wake, Coverage coverage, Catalogs catalogs)
    {
        if (await accounts.FindByIdAsync(id.ToString()) is not { } account) return Refusals.Unknown("account");
        if (Wrong(form.DisplayName, form.Roles, form.Languages, languages) is { } wrong) return wrong;
        if (catalogs.Wrong("service_kinds", "topics", form.Topics?.FirstOrDefault(t => catalogs.Wrong("service_kinds", "topics", t) is not null)) is { } unknown) return unknown;
        if (form.Level is < 0 or > 9) return Refusals.Field("level", "A level is 0 to 9.");
        if (account.UserName == http.User.Identity!.Name && (form.Disabled || !form.Roles.Contains(Roles.Administrator)))
            return Refusals.Conflict("You cannot disable yourself or give up your own administration.", ("field", form.Disabled ? "disabled" : "roles"));
        var endsSessions = form.Disabled && !account.Disabled || !form.Roles.Order().SequenceEqual(account.Roles.Order());
        (account.DisplayName, account.Roles, account.Languages, account.Disabled) = (form.DisplayName, [.. form.Roles], [.. form.Languages], form.Disabled);
        (account.Topics, account.Level) = ([.. form.Topics ?? account.Topics], form.Level ?? account.Level);
        var result = endsSessions ? await accounts.UpdateSecurityStampAsync(account) : await accounts.UpdateAsync(account);
        wake.Dispatcher.Set();
        await coverage.Check();
        return result.Succeeded ? TypedResults.Ok(Of(account)) : Refused("userName", result);
    }

    private static async Task<IResult> ResetPassword(Guid id, UserManager<Account> accounts)
    {
        if (await accounts.FindByIdAsync(id.ToString()) is not { } account) return Refusals.Unknown("account");
        var password = Passwords.Random();
        await Passwords.Set(accounts, account, password);
        return TypedResults.Ok(new NewPassword(account.UserName!, password));
    }

    private static IResult? Wrong(string? name, IReadOnlyList<string>? roles, IReadOnlyList<string>? spoken, Languages languages)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > 100) return Refusals.Field("displayName", "A name has 1 to 100 characters.");
        if (roles is not { Count: > 0 } || roles.Except(Roles.All).Any()) return Refusals.Field("roles", $"Roles are of {string.Join(", ", Roles.All)}, at least one.");
        var known = languages.All.Select(l => l.Code).ToList();
        if (spoken is null || spoken.Except(known).Any()) return Refusals.Field("languages", $"Languages are of {string.Join(", ", known)}.");
        return roles.Contains(Roles.Counselor) && spoken.Count == 0 ? Refusals.Field("languages", "A counselor speaks at least one language of the line.") : null;
    }

    private static IResult Refused(string field, IdentityResult result) =>
        Refusals.Field(field, string.Join(" ", result.Errors.Select(e => e.Description)));

    private static AccountCard Of(Account a) => new(a.Id, a.UserName!, a.DisplayName, a.Roles, a.Languages, a.Disabled, a.Topics, a.Level);

    [GeneratedRegex("^[a-z0-9_]{3,60}$")]
    private static partial Regex UserName();
}
