using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Helpline.Tests.Exchange;

/// <summary>A line whose exchange takes commands by REST.</summary>
public abstract class RestStory : IAsyncLifetime
{
    private protected readonly Line line = new();
    private ExchangeHost host = null!;
    private protected HttpClient http = null!;

    public virtual async ValueTask InitializeAsync()
    {
        host = await ExchangeHost.Start(line);
        http = host.Client($"rest/2010-04-01/Accounts/{line.Options.AccountSid}/");
        http.DefaultRequestHeaders.Authorization = Basic(line.Options.ApiKeySid, line.Options.ApiKeySecret);
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        http.Dispose();
        await host.DisposeAsync();
    }

    protected async Task<(HttpStatusCode Status, JsonNode Body)> Post(string path, params (string Name, string Value)[] form)
    {
        using var content = new FormUrlEncodedContent(form.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var answer = await http.PostAsync(path, content);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }

    protected async Task<JsonNode> Get(string path) =>
        JsonNode.Parse(await http.GetStringAsync(path, TestContext.Current.CancellationToken))!;

    protected async Task<HttpStatusCode> Status(string path)
    {
        using var answer = await http.GetAsync(path, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    protected async Task Refused(string path, int code, HttpStatusCode status)
    {
        using var answer = await http.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal((status, code), (answer.StatusCode, (int)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["code"]!));
    }

    internal static AuthenticationHeaderValue Basic(string user, string password) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));
}
