namespace Helpline.Contracts.Counselors;

/// <summary>The reader's own telephone.</summary>
/// <param name="Ending">The last two digits of the number; null while she has given none.</param>
public sealed record OwnPhoneCard(string? Ending);

/// <param name="Number">As one would dial it; empty takes it away, null leaves it.</param>
/// <param name="ByPhone">Whether calls ring there too; null leaves it.</param>
public sealed record OwnPhoneChange(string? Number = null, bool? ByPhone = null);
