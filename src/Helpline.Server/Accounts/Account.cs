using Microsoft.AspNetCore.Identity;

namespace Helpline.Server.Accounts;

/// <summary>Somebody who may sign in. Accounts are disabled, never deleted, so that history keeps the name.</summary>
internal sealed class Account : IdentityUser<Guid>
{
    public required string DisplayName { get; set; }

    /// <summary>Of <see cref="Accounts.Roles"/>.</summary>
    public List<string> Roles { get; set; } = [];

    /// <summary>Spoken on the phone: kk, ru, en.</summary>
    public List<string> Languages { get; set; } = [];

    /// <summary>Codes of the list <c>service_kinds</c> that she answers best; empty for all.</summary>
    public List<string> Topics { get; set; } = [];

    /// <summary>Her experience, 0 to 9; a call that wants more comes to her later.</summary>
    public int Level { get; set; }

    /// <summary>Code of her team; null in an organization without teams. A supervisor with one sees only what is her team's.</summary>
    public string? Team { get; set; }

    /// <summary>The organization that receives referrals with this account; null for our own people.</summary>
    public Guid? OrganizationId { get; set; }

    /// <summary>Of the interface: kk, ru or en.</summary>
    public string InterfaceLanguage { get; set; } = "kk";
    public bool Disabled { get; set; }

    /// <summary>The number of her own telephone, encrypted; null while she has given none. Nobody reads it but the line that rings her.</summary>
    public string? SealedPhone { get; set; }
}

internal static class Roles
{
    public const string Counselor = nameof(Counselor);
    public const string Supervisor = nameof(Supervisor);
    public const string Administrator = nameof(Administrator);

    /// <summary>Assigned cases, referrals and visits; no call notes unless shared.</summary>
    public const string SocialWorker = nameof(SocialWorker);

    /// <summary>The audit trail, and nothing else.</summary>
    public const string Auditor = nameof(Auditor);

    /// <summary>Who sees the calls of the line, without a number or a note.</summary>
    public static readonly string[] OfTheLine = [Counselor, Supervisor, Administrator];
    public static readonly string[] All = [Counselor, SocialWorker, Supervisor, Administrator, Auditor];
}
