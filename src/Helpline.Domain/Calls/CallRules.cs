namespace Helpline.Domain.Calls;

/// <summary>The times a call's moves need.</summary>
/// <param name="ConnectWithin">From accepting to hearing each other.</param>
/// <param name="TicketLife">How long a ticket opens the room.</param>
/// <param name="ReturnWithin">How long a counselor whose line broke has to come back.</param>
/// <param name="Settle">How long reports of one connection may arrive out of order.</param>
/// <param name="WrapUp">From the end of the talk to the end of her being busy with it.</param>
public sealed record CallRules(TimeSpan ConnectWithin, TimeSpan TicketLife, TimeSpan ReturnWithin, TimeSpan Settle, TimeSpan WrapUp);
