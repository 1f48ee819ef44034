namespace Helpline.Load.Witness;

/// <summary>
/// What counselors have sent as the note of one call, oldest first, from the last text on that the server said it had saved. Of
/// what was sent since, nobody knows: the answer may have been lost with the node.
/// </summary>
internal sealed class Written
{
    private readonly Lock gate = new();
    private readonly List<string> texts = [];
    private bool isSaved;

    public void Sends(string text)
    {
        lock (gate) texts.Add(text);
    }

    public void Saved(string text)
    {
        lock (gate)
        {
            // The answer to an earlier one may come after the answer to a later one.
            if (texts.IndexOf(text) is >= 0 and var at) texts.RemoveRange(0, at);
            isSaved = true;
        }
    }

    /// <summary>The server has kept what it said it had saved, or what came after it.</summary>
    public bool IsKept(string? summary)
    {
        lock (gate) return !isSaved || summary is not null && texts.Contains(summary);
    }
}
