using Helpline.Server.Data;
using Helpline.Server.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Accounts;

/// <summary>Who may do what with a callback or a message.</summary>
internal static class Tasks
{
    /// <summary>Its owner, anybody while it has none, and supervisors.</summary>
    public static bool IsMine(HttpContext http, string? owner) => owner is null || owner == http.User.Identity!.Name || http.User.IsInRole(Roles.Supervisor);

    public static async Task<bool> IsCounselor(this HelplineDb db, string? userName) =>
        await db.Users.AsNoTracking().FirstOrDefaultAsync(a => a.UserName == userName && !a.Disabled) is { } account && account.Roles.Contains(Roles.Counselor);

    public static IResult NobodyOfThatName() => Refusals.Field("owner", "There is no counselor of that name.");
}
