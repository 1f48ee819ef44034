namespace Helpline.Contracts.Accounts;

/// <param name="Disabled">May not sign in; sessions and hub connections end within 5 s.</param>
/// <param name="Team">Code of her team; null in an organization without teams.</param>
/// <param name="PhoneEnding">The last two digits of her own telephone's number; null when there is none.</param>
/// <param name="Organization">The organization whose referrals she answers, beside her own; null for nobody's.</param>
public sealed record AccountCard(
    Guid Id, string UserName, string DisplayName, IReadOnlyList<string> Roles, IReadOnlyList<string> Languages, bool Disabled,
    IReadOnlyList<string>? Topics = null, int Level = 0, string? PhoneEnding = null, string? Team = null, OrganizationName? Organization = null);

public sealed record OrganizationName(Guid Id, string Name);

/// <param name="UserName">Lower-case letters, digits and underscore, 3 to 60: it is also the browser leg's name at the provider.</param>
/// <param name="Team">Code of her team; null or empty for none.</param>
/// <param name="Password">At least 12 characters; when empty one is made and answered once.</param>
public sealed record NewAccount(
    string UserName, string DisplayName, IReadOnlyList<string> Roles, IReadOnlyList<string> Languages, string? Password, string? Team = null, Guid? OrganizationId = null);

/// <summary>The account as it shall be.</summary>
/// <param name="Topics">What a counselor answers best, codes of <c>service_kinds</c>; empty for all, null leaves them.</param>
/// <param name="Level">Experience, 0 to 9; null leaves it.</param>
/// <param name="Team">Code of her team; empty for none, null leaves it.</param>
/// <param name="OrganizationId">Of the directory, whose referrals she answers; empty for none, null leaves it.</param>
/// <param name="Phone">Her own telephone's number; empty takes it away, null leaves it.</param>
/// <param name="Reason">Why hours of the rota may be left to nobody; needed only when they are.</param>
public sealed record AccountChange(
    string DisplayName, IReadOnlyList<string> Roles, IReadOnlyList<string> Languages, bool Disabled,
    IReadOnlyList<string>? Topics = null, int? Level = null, string? Phone = null, string? Team = null, Guid? OrganizationId = null, string? Reason = null);

/// <summary>Shown once, then forgotten.</summary>
public sealed record NewPassword(string UserName, string Password);
