using CsCheck;
using Helpline.Tests.Model;

namespace Helpline.Load.Faults;

/// <summary>
/// The model's random schedules, walked beside the calls: the very model whose promises the tests prove and to which they hold
/// the real desk, with one offer of a call at a time and with progressive offers to two and three.
/// </summary>
internal static class Schedules
{
    /// <returns>How many were walked, and the promises that were broken; a walk ends with the first.</returns>
    public static (long Walked, IReadOnlyList<string> Broken) Walk()
    {
        var (walked, broken) = (0L, new List<string>());
        foreach (var (atOnce, owed, schedules) in LineSpec.Mix)
        {
            try
            {
                walked += LineSpec.Walk(atOnce, owed, schedules).TracesWalked;
            }
            catch (CsCheckException violation)
            {
                broken.Add($"{atOnce} at once{(owed ? ", a callback owed" : "")}: {violation.Message}");
            }
        }
        return (walked, broken);
    }
}
