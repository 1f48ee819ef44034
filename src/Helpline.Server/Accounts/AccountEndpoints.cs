using System.Text.RegularExpressions;
using Helpline.Contracts;
using Helpline.Contracts.Accounts;
using Helpline.Server.Calls;
using Helpline.Server.Catalog;
using Helpline.Server.Counselors;
using Helpline.Server.Data;
using Helpline.Server.Hosting;
using Helpline.Server.Privacy;
using Helpline.Server.Routing;
using Helpline.Server.Telephony;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Accounts;

internal static partial class AccountEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        var accounts = routes.MapGroup("/" + Routes.Accounts).WithTags("Accounts").For(Section.Accounts);
        accounts.MapGet("/", List);
        accounts.MapPost("/", Create).Produces<NewPassword>().ProducesValidationProblem().ProducesProblem(StatusCodes.Status409Conflict);
        accounts.MapPut("/{id:guid}", Change).Produces<AccountCard>().ProducesValidationProblem();
        accounts.MapPost("/{id:guid}/reset-password", ResetPassword).Produces<NewPassword>();
    }

    private static async Task<IEnumerable<AccountCard>> List(HelplineDb db, Vault vault, CancellationToken stop)
    {
        var accounts = await db.Users.AsNoTracking().OrderBy(a => a.UserName).ToListAsync(stop);
        var ids = accounts.Where(a => a.OrganizationId is not null).Select(a => a.OrganizationId).Distinct().ToList();
        var names = ids.Count == 0 ? [] : await db.Organizations.Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, stop);
        return accounts.Select(a => Of(a, vault, a.OrganizationId is { } id ? names.GetValueOrDefault(id) : null));
    }

    /// <summary>Sent again after its answer was lost, and with it the only sight of the password, it sets a fresh one.</summary>
    private static async Task<IResult> Create(NewAccount form, HttpContext http, UserManager<Account> accounts, Languages languages, Coverage coverage, AccountTrail trail, HelplineDb db, TimeProvider clock)
    {
        var password = string.IsNullOrEmpty(form.Password) ? Passwords.Random() : form.Password;
        if (await MadeBefore(http.IdempotencyKey(), accounts, db) is { } made)
        {
            trail.Add(made.Id, "password", http);
            await Passwords.Set(accounts, made, password);
            return TypedResults.Ok(new NewPassword(made.UserName!, password));
        }
        if (!UserName().IsMatch(form.UserName ?? "")) return Refusals.Field("userName", "A user name is 3 to 60 lower-case letters, digits and underscores.");
        if (Wrong(form.DisplayName, form.Roles, form.Languages, languages) is { } wrong) return wrong;
        if (WrongTeam(form.Team) is { } noTeam) return noTeam;
        if (await NameOf(db, form.OrganizationId) is null) return NoOrganization();
        if (WrongOfPartner(OrganizationOf(form.OrganizationId), form.Roles) is { } notOurs) return notOurs;
        if (await accounts.FindByNameAsync(form.UserName!) is not null) return Refusals.Conflict("This user name is taken.", ("field", "userName"));
        var account = new Account { Id = Guid.CreateVersion7(), UserName = form.UserName, DisplayName = form.DisplayName, Roles = [.. form.Roles], Languages = [.. form.Languages], Team = TeamOf(form.Team), OrganizationId = OrganizationOf(form.OrganizationId), LockoutEnabled = true };
        // Kept with the account, in the same save; a refused one saves nothing.
        if (http.IdempotencyKey() is { } key) db.Inbox.Add(new InboxEntry { Key = key, Reply = $"{account.Id}", At = clock.GetUtcNow().UtcDateTime });
        trail.Add(account.Id, "made", http);
        var result = await accounts.CreateAsync(account, password);
        await coverage.Check();
        return result.Succeeded ? TypedResults.Ok(new NewPassword(account.UserName!, password)) : Refused("password", result);
    }

    private static async Task<Account?> MadeBefore(string? key, UserManager<Account> accounts, HelplineDb db) =>
        key is not null && await db.Inbox.AsNoTracking().FirstOrDefaultAsync(e => e.Key == key) is { } made ? await accounts.FindByIdAsync(made.Reply) : null;

    /// <summary>Disabling ends every session: the security stamp changes, and with it the cookie and the hub connection.</summary>
    private static async Task<IResult> Change(
        Guid id, AccountChange form, UserManager<Account> accounts, HttpContext http, Languages languages, Wakers wake, Coverage coverage, Catalogs catalogs,
        CallDesks desks, Numbers numbers, Vault vault, AccountCover cover, AccountTrail trail, HelplineDb db, CancellationToken stop)
    {
        if (await accounts.FindByIdAsync(id.ToString()) is not { } account) return Refusals.Unknown("account");
        if (Wrong(form.DisplayName, form.Roles, form.Languages, languages) is { } wrong) return wrong;
        if (catalogs.Wrong("service_kinds", "topics", form.Topics?.FirstOrDefault(t => catalogs.Wrong("service_kinds", "topics", t) is not null)) is { } unknown) return unknown;
        if (numbers.WrongPhone(form.Phone, out var phone) is { } noNumber) return noNumber;
        if (WrongTeam(form.Team) is { } noTeam) return noTeam;
        if (await NameOf(db, form.OrganizationId) is null) return NoOrganization();
        if (form.Level is < 0 or > 9) return Refusals.Field("level", "A level is 0 to 9.");
        if (account.UserName == http.User.Identity!.Name && (form.Disabled || !form.Roles.Contains(Roles.Administrator)))
            return Refusals.Conflict("You cannot disable yourself or give up your own administration.", ("field", form.Disabled ? "disabled" : "roles"));
        if (WrongOfPartner(form.OrganizationId is null ? account.OrganizationId : OrganizationOf(form.OrganizationId), form.Roles) is { } notOurs) return notOurs;
        var moves = form.OrganizationId is not null && OrganizationOf(form.OrganizationId) != account.OrganizationId;
        var silenced = await cover.Silenced(account, form, stop);
        if (cover.Refused(silenced, form.Reason) is { } silent) return silent;
        foreach (var what in AccountTrail.Changes(account, form, moves)) trail.Add(id, what, http);
        if (silenced.Count > 0) trail.Add(id, $"silenced {form.Reason!.Trim()}", http);
        // Roles and organization stand in the cookie.
        var endsSessions = moves || form.Disabled && !account.Disabled || !form.Roles.Order().SequenceEqual(account.Roles.Order());
        (account.DisplayName, account.Roles, account.Languages, account.Disabled) = (form.DisplayName, [.. form.Roles], [.. form.Languages], form.Disabled);
        (account.Topics, account.Level) = ([.. form.Topics ?? account.Topics], form.Level ?? account.Level);
        if (form.Team is not null) account.Team = TeamOf(form.Team);
        if (moves) account.OrganizationId = OrganizationOf(form.OrganizationId);
        var result = endsSessions ? await accounts.UpdateSecurityStampAsync(account) : await accounts.UpdateAsync(account);
        if (!result.Succeeded) return Refused("userName", result);
        if (account.Disabled) await desks.Open(desk => desk.SignOff(account.UserName!));
        if (form.Phone is not null) await desks.Open(desk => desk.KeepNumber(account.UserName!, phone));
        wake.Dispatcher.Set();
        await coverage.Check();
        return TypedResults.Ok(Of(account, vault, await NameOf(db, account.OrganizationId)) with { PhoneEnding = form.Phone is null ? account.PhoneEnding(vault) : phone?.E164[^2..] });
    }

    private static async Task<IResult> ResetPassword(Guid id, HttpContext http, UserManager<Account> accounts, AccountTrail trail)
    {
        if (await accounts.FindByIdAsync(id.ToString()) is not { } account) return Refusals.Unknown("account");
        var password = Passwords.Random();
        trail.Add(id, "password", http);
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

    /// <summary>People of another organization answer the referrals that are sent there, and have nothing else of ours.</summary>
    private static IResult? WrongOfPartner(Guid? organization, IReadOnlyList<string> roles) =>
        organization is null || roles is [Roles.SocialWorker] ? null : Refusals.Field("roles", $"An account of another organization has the role {Roles.SocialWorker}, and no other.");

    private static IResult? WrongTeam(string? team) =>
        string.IsNullOrEmpty(team) || Team().IsMatch(team) ? null : Refusals.Field("team", "A team is 1 to 40 lower-case letters, digits, hyphens and underscores.");

    /// <returns>Empty when none is asked for, null when there is no such organization.</returns>
    private static async Task<string?> NameOf(HelplineDb db, Guid? organization) =>
        OrganizationOf(organization) is { } id ? await db.Organizations.Where(o => o.Id == id).Select(o => o.Name).SingleOrDefaultAsync() : "";

    private static IResult NoOrganization() => Refusals.Field("organizationId", "There is no such organization in the directory.");

    private static Guid? OrganizationOf(Guid? organization) => organization == Guid.Empty ? null : organization;

    private static string? TeamOf(string? team) => string.IsNullOrEmpty(team) ? null : team;

    private static IResult Refused(string field, IdentityResult result) => result.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.ConcurrencyFailure))
        ? Refusals.Conflict("The account or the rota was changed meanwhile, so nothing was saved. Look again.")
        : Refusals.Field(field, string.Join(" ", result.Errors.Select(e => e.Description)));

    private static AccountCard Of(Account a, Vault vault, string? organization) => new(a.Id, a.UserName!, a.DisplayName, a.Roles, a.Languages, a.Disabled, a.Topics, a.Level,
        a.PhoneEnding(vault), a.Team, a.OrganizationId is { } id && organization is not null ? new(id, organization) : null);

    [GeneratedRegex("^[a-z0-9_-]{1,40}$")]
    private static partial Regex Team();

    [GeneratedRegex("^[a-z0-9_]{3,60}$")]
    private static partial Regex UserName();
}
