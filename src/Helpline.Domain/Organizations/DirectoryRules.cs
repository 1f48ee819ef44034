using System.ComponentModel.DataAnnotations;

namespace Helpline.Domain.Organizations;

/// <summary>What the organization decides about its directory; <c>config/directory.json</c>.</summary>
/// <param name="StaleAfterDays">A card that nobody verified for so long is marked.</param>
public sealed record DirectoryRules([property: Range(1, 3650)] int StaleAfterDays);
