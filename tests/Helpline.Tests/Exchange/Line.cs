using System.Globalization;
using System.Net;
using System.Text;
using System.Web;
using Helpline.Exchange;
using Microsoft.Extensions.Time.Testing;

namespace Helpline.Tests.Exchange;

/// <summary>An exchange whose line is answered by a script, on a clock that a test moves. <c>/clips/{name}-{seconds}.wav</c> are there to be played.</summary>
internal sealed class Line : HttpMessageHandler
{
    public const string Server = "https://helpline.example.org";
    public const string Number = "+77010000001";
    private readonly Dictionary<string, Func<Asked, Task<HttpResponseMessage>>> script = [];
    private readonly List<Asked> asked = [];

    public Line(FakeTimeProvider? clock = null)
    {
        Clock = clock ?? new();
        Clock.SetUtcNow(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));
        Options = new ExchangeOptions { Handler = this };
        Options.PointTo(new Uri(Server));
        Options.PassTime = Pass;
        Exchange = new Switchboard(Options, Clock);
        On("/voice/status", "");
        On("/events", "");
    }

    public FakeTimeProvider Clock { get; }

    public ExchangeOptions Options { get; }

    public Switchboard Exchange { get; }

    public IReadOnlyList<Asked> Asked
    {
        get
        {
            lock (asked) return [.. asked];
        }
    }

    public IEnumerable<string> Errors => Exchange.Journal.Errors.Select(e => $"{e.Code} {e.Text}");

    /// <summary>The requests to one address, in order.</summary>
    public IReadOnlyList<Asked> To(string path) => [.. Asked.Where(a => a.Path == path)];

    /// <summary>The inside of the Response this address answers.</summary>
    public Line On(string path, string verbs) => On(path, _ => verbs);

    public Line On(string path, Func<Asked, string> verbs) => On(path, a => Task.FromResult(TwiMl($"<Response>{verbs(a)}</Response>")));

    public Line On(string path, HttpStatusCode status) => On(path, _ => Task.FromResult(new HttpResponseMessage(status)));

    public Line On(string path, Func<Asked, Task<HttpResponseMessage>> answer)
    {
        script[path] = answer;
        return this;
    }

    public async Task<Caller> Rings(string number = Number)
    {
        var caller = Exchange.Caller(number);
        await caller.Ring();
        return caller;
    }

    public Task Elapse(double seconds) => Exchange.Elapse(TimeSpan.FromSeconds(seconds), Pass);

    public static HttpResponseMessage TwiMl(string body, string type = "text/xml") =>
        new(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, type) };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        if (path.StartsWith("/clips/", StringComparison.Ordinal)) return Clip(path);
        var form = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var fields = HttpUtility.ParseQueryString(form);
        var now = new Asked(path, request, fields.AllKeys.ToDictionary(k => k!, k => fields[k]!));
        lock (asked) asked.Add(now);
        return script.TryGetValue(path, out var answer)
            ? await answer(now).WaitAsync(cancellationToken)
            : new HttpResponseMessage(HttpStatusCode.NotFound);
    }

    private Task Pass(TimeSpan time)
    {
        Clock.Advance(time);
        return Task.CompletedTask;
    }

    private static HttpResponseMessage Clip(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        return double.TryParse(name[(name.LastIndexOf('-') + 1)..], CultureInfo.InvariantCulture, out var seconds)
            ? new HttpResponseMessage { Content = new ByteArrayContent(Wave.MuLaw((int)(seconds * 8000))) }
            : new HttpResponseMessage(HttpStatusCode.NotFound);
    }
}

/// <summary>One request that reached the scripted server.</summary>
internal sealed record Asked(string Path, HttpRequestMessage Request, IReadOnlyDictionary<string, string> Form)
{
    public string? this[string field] => Form.GetValueOrDefault(field);

    public string? Header(string name) => Request.Headers.TryGetValues(name, out var values) ? string.Join(",", values) : null;
}

internal static class Wave
{
    /// <summary>Silence: 8 kHz, one byte a sample, with a chunk before the data that a reader must step over.</summary>
    public static byte[] MuLaw(int samples)
    {
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        writer.Write("RIFF"u8);
        writer.Write(12 + 18 + 8 + 10 + 8 + samples);
        writer.Write("WAVEfmt "u8);
        writer.Write(18);
        writer.Write((short)7);
        writer.Write((short)1);
        writer.Write(8000);
        writer.Write(8000);
        writer.Write((short)1);
        writer.Write((short)8);
        writer.Write((short)0);
        writer.Write("LIST"u8);
        writer.Write(9);
        writer.Write(new byte[10]);
        writer.Write("data"u8);
        writer.Write(samples);
        writer.Write(Enumerable.Repeat((byte)0xFF, samples).ToArray());
        return file.ToArray();
    }
}
