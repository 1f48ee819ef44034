using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace Helpline.Server.Accounts;

/// <summary>Claims of our own.</summary>
internal static class Claims
{
    /// <summary>Code of the account's team; none for whoever has no team.</summary>
    public const string Team = "helpline:team";

    /// <summary>Id of the organization that the account works for; none for our own people.</summary>
    public const string Organization = "helpline:organization";

    /// <summary>Nobody of another organization: she has the referrals that were sent there, and nothing else of ours.</summary>
    public static AuthorizationPolicyBuilder OfOurOwn(this AuthorizationPolicyBuilder policy) => policy.RequireAssertion(asked => !IsPartner(asked.User));

    public static bool IsPartner(this ClaimsPrincipal user) => user.HasClaim(claim => claim.Type == Organization);
}
