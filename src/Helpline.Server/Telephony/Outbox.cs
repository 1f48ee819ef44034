namespace Helpline.Server.Telephony;

/// <summary>
/// Whose turn it is: the commands of one call go out in the order they were written, each after the answer to the one before;
/// no call waits for another. A redirect waits for nothing, since it takes the line out of whatever the others did to it, and
/// neither does an end, except that a coach is led to the colleague before the line she spoke to is gone.
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
                || (c.Kind == LineCommandKind.End
                    ? !commands.Any(o => o.CallId == c.CallId && o.DoneAt == null && o.Kind == LineCommandKind.Coach && o.Path == c.Path)
                    : !commands.Any(o => o.CallId == c.CallId && o.DoneAt == null && o.Tries > 0 && o.DueAt <= soon
                        && o.Kind != LineCommandKind.Redirect && o.Kind != LineCommandKind.End))));
    }

    /// <summary>Of each call the first, and what waits for nothing.</summary>
    public static List<LineCommand> InTurn(List<LineCommand> due) =>
    [
        .. due.Where(IsUrgent),
        .. due.Where(c => !IsUrgent(c)).OrderByDescending(c => c.Tries > 0).ThenBy(c => c.DueAt).ThenBy(c => c.Id).DistinctBy(c => c.CallId),
    ];

    private static bool IsUrgent(LineCommand command) => command.Kind is LineCommandKind.Redirect or LineCommandKind.End;
}
