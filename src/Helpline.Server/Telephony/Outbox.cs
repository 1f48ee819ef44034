namespace Helpline.Server.Telephony;

/// <summary>
/// Whose turn it is: the commands of one call go out in the order they were written, each after the answer to the one before;
/// no call waits for another. A redirect waits for nothing, since it takes the line out of whatever the others did to it.
/// </summary>
internal static class Outbox
{
    /// <summary>
    /// Those that may go out. A command that was tried and is not done keeps the later ones of its call waiting, unless it rests
    /// for longer than one is under way.
    /// </summary>
    public static IQueryable<LineCommand> Due(this IQueryable<LineCommand> commands, DateTime now)
    {
        var soon = now + LineCrew.Lease;
        return commands.Where(c => c.DoneAt == null && c.DueAt <= now
            && (c.Tries > 0 || c.Kind == LineCommandKind.Redirect
                || !commands.Any(o => o.CallId == c.CallId && o.DoneAt == null && o.Tries > 0 && o.DueAt <= soon && o.Kind != LineCommandKind.Redirect)));
    }

    /// <summary>Of each call the first.</summary>
    public static List<LineCommand> InTurn(List<LineCommand> due) =>
    [
        .. due.Where(c => c.Kind == LineCommandKind.Redirect),
        .. due.Where(c => c.Kind != LineCommandKind.Redirect).OrderByDescending(c => c.Tries > 0).ThenBy(c => c.DueAt).ThenBy(c => c.Id).DistinctBy(c => c.CallId),
    ];
}
