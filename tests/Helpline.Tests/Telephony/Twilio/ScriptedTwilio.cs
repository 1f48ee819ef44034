using System.Net;
using System.Text;
using Helpline.Server.Telephony.Twilio;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Helpline.Tests.Telephony.Twilio;

/// <summary>Stands where the network is: keeps what our client sends and answers by a script, whose last line is repeated.</summary>
internal sealed class ScriptedTwilio : HttpMessageHandler
{
    public const string Account = "AC00000000000000000000000000000001";
    private readonly FakeTimeProvider clock = new();
    private readonly Func<CancellationToken, Task<HttpResponseMessage>>[] script;

    public ScriptedTwilio(params Func<CancellationToken, Task<HttpResponseMessage>>[] script) => this.script = script;

    public List<Sent> Requests { get; } = [];

    public LogLines Log { get; } = new();

    /// <summary>By the scripted clock, which may run ahead of our client on a busy machine: a test leaves room above.</summary>
    public TimeSpan Elapsed { get; private set; }

    public Dictionary<string, string?> Settings { get; } = new()
    {
        ["Twilio:AccountSid"] = Account,
        ["Twilio:AuthToken"] = "token",
        ["Twilio:ApiKeySid"] = "SK00000000000000000000000000000002",
        ["Twilio:ApiKeySecret"] = "secret",
        ["Twilio:ApiBaseUrl"] = "https://twilio.example/rest/",
    };

    public static Func<CancellationToken, Task<HttpResponseMessage>> Answers(int status, string body = "{}", string? retryAfter = null) => _ =>
    {
        var answer = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (retryAfter is not null) answer.Headers.Add("Retry-After", retryAfter);
        return Task.FromResult(answer);
    };

    public static Func<CancellationToken, Task<HttpResponseMessage>> Fails(HttpRequestError error) =>
        _ => throw new HttpRequestException(error, "scripted");

    public static async Task<HttpResponseMessage> Silence(CancellationToken stop)
    {
        await Task.Delay(Timeout.Infinite, stop);
        return new HttpResponseMessage();
    }

    /// <summary>Lets our client make one call, and time pass until it has ended.</summary>
    public async Task<TwilioReply> Hears(Func<TwilioApi, Task<TwilioReply>> call)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(Settings).Build());
        services.AddSingleton<TimeProvider>(clock);
        services.AddLogging(log => log.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        services.AddTwilioApi().ConfigurePrimaryHttpMessageHandler(() => this);
        await using var provider = services.BuildServiceProvider();

        var (start, reply) = (clock.GetUtcNow(), call(provider.GetRequiredService<TwilioApi>()));
        while (!reply.IsCompleted)
        {
            await Task.Delay(1, TestContext.Current.CancellationToken);
            clock.Advance(TimeSpan.FromMilliseconds(50));
        }
        Elapsed = clock.GetUtcNow() - start;
        return await reply;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Requests.Add(new(request.Method.Method, request.RequestUri!, request.Headers.Authorization?.ToString(), body));
        return await script[Math.Min(Requests.Count, script.Length) - 1](cancellationToken);
    }
}

internal sealed record Sent(string Method, Uri Url, string? Authorization, string Body);
