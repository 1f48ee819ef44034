using System.Diagnostics;
using Helpline.Load.Servers;

namespace Helpline.Load.Webhooks;

/// <summary>Sends prepared requests to one server over so many connections, each waiting for its answer before the next.</summary>
internal sealed class Knocker(ServerProcess server, int connections) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false, MaxConnectionsPerServer = connections }) { BaseAddress = server.Address };
    private int answered;
    private int refused;

    /// <summary>Answers with status 200 and a document that does not apologize.</summary>
    public int Answered => answered;

    /// <summary>All other answers.</summary>
    public int Refused => refused;

    /// <summary>Sends until the requests or the time run out.</summary>
    public async Task<Round> Knock(IReadOnlyList<Arrival> arrivals, TimeSpan longest)
    {
        var (next, times, before, clock) = (-1, new List<double>[connections], server.Used, Stopwatch.StartNew());
        await Task.WhenAll(times.Select((_, i) => Task.Run(async () =>
        {
            var mine = times[i] = new(arrivals.Count / connections * 2);
            while (clock.Elapsed < longest && Interlocked.Increment(ref next) is var at && at < arrivals.Count)
            {
                var started = Stopwatch.GetTimestamp();
                await Send(arrivals[at]);
                mine.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        })));
        return new Round([.. times.SelectMany(t => t)], clock.Elapsed, server.Used - before);
    }

    public void Dispose() => http.Dispose();

    private async Task Send(Arrival arrival)
    {
        using var request = arrival.ToRequest();
        using var response = await http.SendAsync(request);
        var document = await response.Content.ReadAsStringAsync();
        var isFine = response.IsSuccessStatusCode && document.Contains("<Response", StringComparison.Ordinal) && !document.Contains("apology", StringComparison.Ordinal);
        Interlocked.Increment(ref isFine ? ref answered : ref refused);
    }
}
