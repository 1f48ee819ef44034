namespace Helpline.Contracts.Calls;

/// <param name="To">User name of a colleague at the board: asked first when free; after others if she let this call go before.</param>
public sealed record CallAssignee(string To);
