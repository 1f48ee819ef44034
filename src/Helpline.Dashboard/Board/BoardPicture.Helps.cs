using Helpline.Contracts.Supervision;

namespace Helpline.Dashboard.Board;

/// <summary>Who needs a supervisor.</summary>
internal sealed partial class BoardPicture
{
    /// <summary>Counselors who wait for a supervisor in their talk, the longest first.</summary>
    public IReadOnlyList<HelpWanted> Helps =>
        [.. calls.Values.Select(held => held.Card).Where(call => call is { HelpAskedAt: not null, Counselor: not null })
            .Select(call => new HelpWanted(call.Id, call.Counselor!, call.HelpAskedAt!.Value)).OrderBy(help => help.At)];

    /// <summary>Told at once, before the card of the call that says so too.</summary>
    public void Take(HelpWanted help)
    {
        Pushes++;
        if (calls.TryGetValue(help.CallId, out var held)) Keep(calls, help.CallId, held.Card with { HelpAskedAt = help.At }, card => card.Version);
        Heard();
    }
}
