using System.Security.Claims;
using Helpline.Contracts.Accounts;

namespace Helpline.Server.Accounts;

/// <summary>Claims of our own.</summary>
internal static class Claims
{
    /// <summary>Code of the account's team; none for whoever has no team.</summary>
    public const string Team = "helpline:team";

    /// <summary>Id of the organization that the account works for; none for our own people.</summary>
    public const string Organization = "helpline:organization";

    /// <summary>Answers those to whom the menu shows this section.</summary>
    public static T For<T>(this T routes, Section section) where T : IEndpointConventionBuilder => routes.RequireAuthorization(p => p.RequireAuthenticatedUser()
        .RequireAssertion(asked => section.Admits(asked.User.FindAll(ClaimTypes.Role).Select(role => role.Value), asked.User.IsPartner())));

    public static bool IsPartner(this ClaimsPrincipal user) => user.HasClaim(claim => claim.Type == Organization);
}
