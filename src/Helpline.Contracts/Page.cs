namespace Helpline.Contracts;

/// <summary>A part of a list.</summary>
/// <param name="Next">Sent as <c>after</c> for the part that follows; null when this was the last.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
