namespace Helpline.Contracts.Sharing;

/// <summary>A colleague may see a contact or a case for a while.</summary>
/// <param name="With">User name.</param>
/// <param name="Notes">The text of the note too; contacts only.</param>
/// <param name="Until">UTC.</param>
/// <param name="Reason">List <c>access_reasons</c>.</param>
public sealed record Share(string With, bool Notes, DateTime Until, string Reason);

public sealed record ShareCard(string With, bool Notes, string? By, DateTime? Until);
