namespace Helpline.Contracts.Accounts;

public sealed record SignIn(string UserName, string Password);

/// <summary>Who is signed in.</summary>
/// <param name="Roles">Counselor, Supervisor, Administrator.</param>
/// <param name="Languages">Languages spoken on the phone.</param>
/// <param name="InterfaceLanguage">kk, ru or en.</param>
/// <param name="IsPartner">She works for another organization.</param>
/// <param name="Zone">IANA zone of the line: its days are meant by figures, journals and reports.</param>
public sealed record Session(
    string UserName, string DisplayName, IReadOnlyList<string> Roles, IReadOnlyList<string> Languages,
    string InterfaceLanguage, bool IsPartner = false, string? Zone = null);

/// <param name="Language">kk, ru or en.</param>
public sealed record LanguageChange(string Language);
