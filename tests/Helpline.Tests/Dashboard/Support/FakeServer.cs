using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Helpline.Tests.Dashboard.Support;

internal sealed record Request(string Method, string Path, string? Key, string Body)
{
    public T Read<T>() => JsonSerializer.Deserialize<T>(Body, JsonSerializerOptions.Web)!;
}

/// <summary>The other end of the dashboard's requests; the last answer given for an address stays.</summary>
internal sealed class FakeServer : HttpMessageHandler
{
    private readonly Dictionary<string, Queue<Func<HttpResponseMessage>>> answers = [];

    public List<Request> Requests { get; } = [];

    /// <summary>Answers are under way until this is done.</summary>
    public Task Answering { get; set; } = Task.CompletedTask;

    public IEnumerable<Request> To(string method, string path) => Requests.Where(request => request.Method == method && request.Path == path);

    public void Answers(string method, string path, object? body, HttpStatusCode status = HttpStatusCode.OK) => Enqueue(method, path, () => new(status)
    {
        Content = body is null ? null : JsonContent.Create(body, body.GetType()),
    });

    public void Refuses(string method, string path, HttpStatusCode status, object problem) => Enqueue(method, path, () => new(status)
    {
        Content = new StringContent(JsonSerializer.Serialize(problem, JsonSerializerOptions.Web), Encoding.UTF8, "application/problem+json"),
    });

    public void IsAway(string method, string path) => Enqueue(method, path, () => throw new HttpRequestException("away"));

    /// <summary>Fails in a way that nobody foresaw.</summary>
    public void Breaks(string method, string path) => Enqueue(method, path, () => throw new InvalidOperationException("broken"));

    public void Forgets(string method, string path) => answers.Remove($"{method} {path}");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.PathAndQuery.TrimStart('/');
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var key = request.Headers.TryGetValues("Idempotency-Key", out var keys) ? keys.Single() : null;
        Requests.Add(new(request.Method.Method, path, key, body));
        await Answering;
        if (!answers.TryGetValue($"{request.Method} {path}", out var queue))
            return new(HttpStatusCode.NoContent);
        return (queue.Count > 1 ? queue.Dequeue() : queue.Peek())();
    }

    private void Enqueue(string method, string path, Func<HttpResponseMessage> answer)
    {
        var address = $"{method} {path}";
        if (!answers.TryGetValue(address, out var queue))
            answers[address] = queue = new();
        queue.Enqueue(answer);
    }
}
