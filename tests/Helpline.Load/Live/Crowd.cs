using Helpline.Load.Ring;

namespace Helpline.Load.Live;

/// <summary>Callers who come at an even pace and wait, asking for music every ten seconds as the provider does for them.</summary>
internal sealed class Crowd(Line line, Ringing ringing) : IDisposable
{
    private static readonly TimeSpan Pass = TimeSpan.FromSeconds(10);
    private readonly CancellationTokenSource home = new();

    public void Dispose()
    {
        home.Cancel();
        home.Dispose();
    }

    /// <summary>So many callers, twenty a second.</summary>
    public Task Gather(int callers) => KeepsComing(20, TimeSpan.FromSeconds(callers / 20.0));

    public async Task KeepsComing(double perSecond, TimeSpan time)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1 / perSecond));
        for (var left = (int)(perSecond * time.TotalSeconds); left > 0 && await pace.WaitForNextTickAsync(); left--) _ = Rings();
    }

    private async Task Rings()
    {
        var leg = await line.Ring(ringing);
        try
        {
            for (var pass = 1; !home.IsCancellationRequested && line.Waits(leg); pass++)
            {
                await Task.Delay(Pass, home.Token);
                if (line.Waits(leg)) await line.Pass(leg, pass);
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }
}
