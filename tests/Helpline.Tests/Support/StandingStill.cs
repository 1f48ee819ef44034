namespace Helpline.Tests.Support;

/// <summary>Waits for what needs no time: while the clock stands still nothing is late and nothing that hangs is given up.</summary>
internal static class StandingStill
{
    public static async Task Soon(Func<Task<bool>> isSo, string what)
    {
        for (var glance = 0; glance < 1000; glance++)
        {
            if (await isSo()) return;
            await Task.Delay(20);
        }
        throw new TimeoutException($"Waited in vain, while time stood still, for {what}.");
    }

    public static Task Soon(Func<bool> isSo, string what) => Soon(() => Task.FromResult(isSo()), what);
}
