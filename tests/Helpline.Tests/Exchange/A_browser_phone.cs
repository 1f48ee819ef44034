using System.Net;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Helpline.Tests.Exchange;

public sealed class A_browser_phone : IAsyncLifetime
{
    private readonly Line line = new Line().On("/voice/counselor", "<Pause length=\"600\"/>");
    private ExchangeHost host = null!;
    private HttpClient http = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        host = await ExchangeHost.Start(line);
        http = host.Client();
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Connects_mutes_and_hangs_up()
    {
        var key = await Connect();
        Assert.Equal("t1", line.To("/voice/counselor").Single()["ticket"]);
        using var news = await http.GetStreamAsync($"client/{key}/events", Stop);
        var events = SseParser.Create(news).EnumerateAsync(Stop).GetAsyncEnumerator(Stop);
        Assert.Equal(("connected", false), await Next(events));
        await Post($"client/{key}/mute", new { muted = true });
        Assert.Equal(("connected", true), await Next(events));
        await Post($"client/{key}/hang-up", new { });
        Assert.Equal(("disconnected", true), await Next(events));
        Assert.False(await events.MoveNextAsync());
    }

    [Fact]
    public async Task Hears_of_the_end_though_it_comes_while_the_news_before_is_on_its_way()
    {
        var leg = line.Exchange.Legs.ByKey(await Connect())!;
        await using var news = Helpline.Exchange.BrowserEndpoints.News(line.Exchange, leg, Stop).GetAsyncEnumerator(Stop);
        Assert.True(await news.MoveNextAsync());
        Helpline.Exchange.Switchboard.HangUp(leg);
        Assert.True(await news.MoveNextAsync());
        Assert.Equal("disconnected", news.Current.State);
        Assert.False(await news.MoveNextAsync());
    }

    [Fact]
    public async Task Hangs_up_a_while_after_its_page_is_gone()
    {
        var key = await Connect();
        var leg = line.Exchange.Legs.ByKey(key)!;
        using (var news = await http.GetStreamAsync($"client/{key}/events", Stop))
        {
            var events = SseParser.Create(news).EnumerateAsync(Stop).GetAsyncEnumerator(Stop);
            await Next(events);
        }
        // The server learns of the closed connection in its own time, and only then the seconds count.
        for (var i = 0; i < 200 && !leg.IsOver; i++)
        {
            await Task.Delay(20, Stop);
            line.Clock.Advance(TimeSpan.FromSeconds(1));
        }
        Assert.True(leg.IsOver);
    }

    [Fact]
    public async Task Keeps_its_call_when_it_comes_back_in_time()
    {
        var key = await Connect();
        var leg = line.Exchange.Legs.ByKey(key)!;
        using (var lost = await http.GetStreamAsync($"client/{key}/events", Stop))
            await Next(SseParser.Create(lost).EnumerateAsync(Stop).GetAsyncEnumerator(Stop));
        using var back = await http.GetStreamAsync($"client/{key}/events", Stop);
        await Next(SseParser.Create(back).EnumerateAsync(Stop).GetAsyncEnumerator(Stop));
        for (var i = 0; i < 20; i++)
        {
            await Task.Delay(20, Stop);
            line.Clock.Advance(TimeSpan.FromSeconds(1));
        }
        Assert.False(leg.IsOver);
    }

    [Fact]
    public async Task Is_refused_without_a_good_token()
    {
        using var answer = await http.PostAsJsonAsync("client/connect", new { token = "x" }, Stop);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal(20101, (int)(await answer.Content.ReadFromJsonAsync<JsonNode>(Stop))!["code"]!);
        Assert.Empty(line.Asked);
    }

    [Fact]
    public async Task Is_rung_when_it_is_registered()
    {
        line.On("/answered", "<Pause length=\"600\"/>");
        using var registered = await http.PostAsJsonAsync("client/register", new { token = line.Exchange.IssueToken("counselor1") }, Stop);
        var key = (string)(await registered.Content.ReadFromJsonAsync<JsonNode>(Stop))!["key"]!;
        using var news = await http.GetStreamAsync($"client/registered/{key}/calls", Stop);
        var events = SseParser.Create(news).EnumerateAsync(Stop).GetAsyncEnumerator(Stop);
        Assert.True(await events.MoveNextAsync());
        Assert.Equal("[]", events.Current.Data);
        line.Exchange.RingOut(new Helpline.Exchange.OutgoingCall(line.Options.LineNumber, Helpline.Exchange.Address.Of("client:counselor1?a=1")!,
            new Helpline.Exchange.Fetch(new Uri($"{Line.Server}/answered"), HttpMethod.Post, [], "answered"), TimeSpan.FromSeconds(30), null,
            new Helpline.Exchange.Callback(null, HttpMethod.Post, [])));
        Assert.True(await events.MoveNextAsync());
        var call = JsonNode.Parse(events.Current.Data)![0]!;
        Assert.Equal("1", (string?)call["params"]!["a"]);
        await Post($"client/{call["key"]}/answer", new { });
        Assert.True(await events.MoveNextAsync());
        Assert.Equal("[]", events.Current.Data);
        await line.Exchange.Quiet;
        Assert.Single(line.To("/answered"));
    }

    [Fact]
    public async Task Comes_as_a_module()
    {
        using var script = await http.GetAsync("phone.js", Stop);
        Assert.Equal("text/javascript", script.Content.Headers.ContentType!.MediaType);
        Assert.Contains("export function createPhone", await script.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_not_there_when_the_host_switches_it_off()
    {
        var other = new Line();
        other.Options.BrowserLegs = false;
        await using var closed = await ExchangeHost.Start(other);
        using var client = closed.Client();
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("phone.js", Stop)).StatusCode);
    }

    private async Task<string> Connect()
    {
        using var answer = await http.PostAsJsonAsync(
            "client/connect", new { token = line.Exchange.IssueToken("counselor1"), @params = new { ticket = "t1" } }, Stop);
        var body = (await answer.Content.ReadFromJsonAsync<JsonNode>(Stop))!;
        await line.Exchange.Quiet;
        Assert.StartsWith("CA", (string?)body["callSid"], StringComparison.Ordinal);
        return (string)body["key"]!;
    }

    private async Task Post(string path, object body)
    {
        using var answer = await http.PostAsJsonAsync(path, body, Stop);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    private static async Task<(string State, bool Muted)> Next(IAsyncEnumerator<SseItem<string>> events)
    {
        Assert.True(await events.MoveNextAsync());
        using var news = JsonDocument.Parse(events.Current.Data);
        return (news.RootElement.GetProperty("state").GetString()!, news.RootElement.GetProperty("muted").GetBoolean());
    }
}
