using Helpline.Contracts;
using Helpline.Contracts.Accounts;
using Helpline.Contracts.Cases;
using Helpline.Server.Accounts;
using Helpline.Server.Data;
using Helpline.Server.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Casework;

/// <summary>Those who work after a call. Administrators and auditors are none of them: they see no people.</summary>
internal static class Caseworkers
{
    public static RouteGroupBuilder ForCaseworkers(this RouteGroupBuilder group) => group.For(Section.People);

    public static void MapColleagues(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/" + Routes.Colleagues).WithTags("Cases").ForCaseworkers().MapGet("/", List);

    /// <summary>Null for whoever may not own a case: nobody of that name, a disabled account, an administrator.</summary>
    public static async Task<Account?> Caseworker(this HelplineDb db, string? userName) =>
        await db.Users.AsNoTracking().FirstOrDefaultAsync(a => a.UserName == userName && !a.Disabled) is { } account && IsOne(account) ? account : null;

    private static async Task<IEnumerable<ColleagueCard>> List(HelplineDb db, CancellationToken stop) =>
        (await db.Users.AsNoTracking().Where(a => !a.Disabled).OrderBy(a => a.UserName).ToListAsync(stop))
        .Where(IsOne).Select(a => new ColleagueCard(a.UserName!, a.DisplayName, a.Roles));

    /// <summary>403: of a case that she sees, and no more.</summary>
    public static IResult OnlyReads() => Refusals.Forbidden("This is another's case; it was shared with you to read.");

    private static bool IsOne(Account account) =>
        account.OrganizationId is null && account.Roles.Exists(r => r is Roles.Counselor or Roles.SocialWorker or Roles.Supervisor);
}
