namespace Helpline.Contracts.Line;

/// <summary>How the line stands.</summary>
/// <param name="IsOpen">Callers reach the queue.</param>
/// <param name="Why">Closed, Holiday, Technical or QueueFull when it is not open; else null.</param>
/// <param name="Order">What the switch says: ByHours, Open, Closed, Technical or Overload.</param>
/// <param name="By">Who turned it last; null when nobody ever did.</param>
/// <param name="At">UTC of that.</param>
/// <param name="Reason">For colleagues; callers do not hear it.</param>
public sealed record LineCard(bool IsOpen, string? Why, string Order, string? By, DateTime? At, string? Reason);

/// <param name="Order">ByHours, Open, or what closes it: Closed, Technical (a fault) or Overload (too many calls).</param>
/// <param name="Reason">At most 500 characters.</param>
public sealed record LineChange(string Order, string? Reason);
