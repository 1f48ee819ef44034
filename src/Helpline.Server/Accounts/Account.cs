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

    /// <summary>Of the interface: kk, ru or en.</summary>
    public string InterfaceLanguage { get; set; } = "kk";
    public bool Disabled { get; set; }
}

internal static class Roles
{
    public const string Counselor = nameof(Counselor);
    public const string Supervisor = nameof(Supervisor);
    public const string Administrator = nameof(Administrator);
    public static readonly string[] All = [Counselor, Supervisor, Administrator];
}
