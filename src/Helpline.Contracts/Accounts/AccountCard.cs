namespace Helpline.Contracts.Accounts;

/// <param name="Disabled">May not sign in; sessions and hub connections end within 5 s.</param>
public sealed record AccountCard(
    Guid Id, string UserName, string DisplayName, IReadOnlyList<string> Roles, IReadOnlyList<string> Languages, bool Disabled,
    IReadOnlyList<string>? Topics = null, int Level = 0);

/// <param name="UserName">Lower-case letters, digits and underscore, 3 to 60: it is also the browser leg's name at the provider.</param>
/// <param name="Password">At least 12 characters; when empty one is made and answered once.</param>
public sealed record NewAccount(
    string UserName, string DisplayName, IReadOnlyList<string> Roles, IReadOnlyList<string> Languages, string? Password);

/// <summary>The account as it shall be.</summary>
/// <param name="Topics">What a counselor answers best, codes of <c>service_kinds</c>; empty for all, null leaves them.</param>
/// <param name="Level">Experience, 0 to 9; null leaves it.</param>
public sealed record AccountChange(
    string DisplayName, IReadOnlyList<string> Roles, IReadOnlyList<string> Languages, bool Disabled,
    IReadOnlyList<string>? Topics = null, int? Level = null);

/// <summary>Shown once, then forgotten.</summary>
public sealed record NewPassword(string UserName, string Password);
