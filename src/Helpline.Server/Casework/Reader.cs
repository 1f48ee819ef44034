using System.Security.Claims;
using Helpline.Contracts.Accounts;
using Helpline.Server.Accounts;

namespace Helpline.Server.Casework;

/// <summary>Who asks, and what she may see; every query on contacts, persons, cases, referrals and visits is filtered by it.</summary>
/// <param name="UserName">Null for the system itself.</param>
/// <param name="Team">A supervisor sees the rows of her team; without a team, of all.</param>
internal sealed record Reader(string? UserName, IReadOnlySet<string> Roles, string? Team)
{
    /// <summary>Jobs and sweeps.</summary>
    public static readonly Reader System = new(null, new HashSet<string>(), null);

    /// <summary>The organization she works for; null for our own people.</summary>
    public Guid? Organization { get; init; }

    public bool IsSupervisor => Roles.Contains(Accounts.Roles.Supervisor);

    /// <summary>Administrators, auditors and those of another organization do not, whatever they saw before.</summary>
    public bool SeesPeople => Section.People.Admits(Roles, Organization is not null);

    /// <summary>Of these rows, also where she sees others by a right of her own.</summary>
    public bool Supervises(string? team) => IsSupervisor && (Team is null || Team == team);

    public static Reader Of(ClaimsPrincipal user) => new(
        user.Identity?.Name, user.FindAll(ClaimTypes.Role).Select(c => c.Value).ToHashSet(), user.FindFirstValue(Claims.Team))
    {
        Organization = Guid.TryParse(user.FindFirstValue(Claims.Organization), out var organization) ? organization : null,
    };
}
