namespace Helpline.Server.Accounts;

/// <summary>Claims of our own.</summary>
internal static class Claims
{
    /// <summary>Code of the account's team; none for whoever has no team.</summary>
    public const string Team = "helpline:team";

    /// <summary>Id of the organization that the account works for; none for our own people.</summary>
    public const string Organization = "helpline:organization";
}
