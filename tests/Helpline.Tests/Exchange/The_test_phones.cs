using System.Net;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Helpline.Exchange;

namespace Helpline.Tests.Exchange;

public sealed partial class The_test_phones : IAsyncLifetime
{
    private readonly Line line = new Line().On("/voice/incoming", "<Gather action=\"/chosen\" numDigits=\"1\"><Play>/clips/menu-4.wav</Play></Gather>")
        .On("/chosen", "<Pause length=\"600\"/>");

    private ExchangeHost host = null!;
    private HttpClient http = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        line.Options.TestPhones = true;
        host = await ExchangeHost.Start(line);
        http = host.Client();
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Ring_press_and_hang_up()
    {
        await Post("ring", new { withheld = false }, HttpStatusCode.NoContent);
        await line.Exchange.Quiet;
        var phone = await Phone();
        Assert.Equal(("in-progress", true, "menu-4", "Gather"),
            ((string?)phone["status"], (bool)phone["listening"]!, (string?)phone["clip"]!["key"], (string?)phone["verb"]));
        Assert.Equal(Wave.MuLaw(32000), await http.GetByteArrayAsync((string)phone["clip"]!["address"]!, Stop));

        await Post("ring", new { withheld = false }, HttpStatusCode.Conflict);
        await Post("press", new { keys = "x" }, HttpStatusCode.BadRequest);
        await Post("press", new { keys = "2" }, HttpStatusCode.NoContent);
        await line.Exchange.Quiet;
        Assert.Equal("2", line.To("/chosen").Single()["Digits"]);
        Assert.Equal("2", (string?)(await Phone())["typed"]);

        await Post("hang-up", new { }, HttpStatusCode.NoContent);
        Assert.Equal("completed", (string?)(await Phone())["status"]);
        await Post("hang-up", new { }, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Ring_when_the_server_calls_and_are_answered_or_refused()
    {
        line.On("/answered", "<Pause length=\"600\"/>");
        await Post("answer", new { }, HttpStatusCode.NotFound);
        foreach (var deed in new[] { "answer", "hang-up" })
        {
            line.Clock.Advance(TimeSpan.FromSeconds(1));
            line.Exchange.RingOut(new OutgoingCall(line.Options.LineNumber, Address.Of(Line.Number)!,
                new Fetch(new Uri($"{Line.Server}/answered"), HttpMethod.Post, [], "answered"), TimeSpan.FromSeconds(30), null, new Callback(null, HttpMethod.Post, [])));
            await line.Exchange.Quiet;
            Assert.True((bool)(await Phone())["rung"]!);
            await Post(deed, new { }, HttpStatusCode.NoContent);
            await line.Exchange.Quiet;
            Assert.Equal(deed == "answer" ? "in-progress" : "busy", (string?)(await Phone())["status"]);
            if (deed == "answer") await Post("hang-up", new { }, HttpStatusCode.NoContent);
        }
    }

    [Fact]
    public async Task May_withhold_their_number()
    {
        await Post("ring", new { withheld = true }, HttpStatusCode.NoContent);
        await line.Exchange.Quiet;
        Assert.Equal("anonymous", line.To("/voice/incoming").Single()["From"]);
        Assert.Equal(Line.Number, (string?)(await Phone())["number"]);
    }

    [Fact]
    public async Task Tell_each_change_as_it_happens()
    {
        using var news = await http.GetStreamAsync("phones/events", Stop);
        var events = SseParser.Create(news).EnumerateAsync(Stop).GetAsyncEnumerator(Stop);
        Assert.True(await events.MoveNextAsync());
        Assert.Empty(JsonNode.Parse(events.Current.Data)!["phones"]!.AsArray());
        await line.Rings();
        var next = events.MoveNextAsync().AsTask();
        for (var i = 0; i < 200 && !next.IsCompleted; i++)
        {
            await Task.Delay(10, Stop);
            line.Clock.Advance(TimeSpan.FromMilliseconds(100));
        }
        Assert.True(await next);
        Assert.Equal(Line.Number, (string?)JsonNode.Parse(events.Current.Data)!["phones"]![0]!["number"]);
    }

    [Fact]
    public async Task Take_no_command_that_another_site_could_send()
    {
        using var form = new FormUrlEncodedContent([new("withheld", "false")]);
        using var answer = await http.PostAsync($"phones/{Line.Number}/ring", form, Stop);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Empty(line.Asked);
    }

    [Fact]
    public async Task Ring_from_whole_numbers_only()
    {
        using var answer = await http.PostAsJsonAsync("phones/12/ring", new { withheld = false }, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Come_with_their_page_script_and_style()
    {
        var page = await http.GetStringAsync("", Stop);
        Assert.Contains("<base href=\"/exchange/\">", page, StringComparison.Ordinal);
        foreach (var file in new[] { "page.css", "page.js", "card.js", "words.js" })
            Assert.NotEmpty(await http.GetStringAsync(file, Stop));
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("other.js", Stop)).StatusCode);
    }

    [Fact]
    public async Task Have_every_word_in_three_languages_and_Kazakh_in_its_own_letters()
    {
        var words = await http.GetStringAsync("words.js", Stop);
        var (kk, ru, en) = (Block(words, "kk"), Block(words, "ru"), Block(words, "en"));
        Assert.Equal(Keys(kk).Order(), Keys(ru).Order());
        Assert.Empty(Keys(en).Except(Keys(kk)));
        Assert.DoesNotContain('\u0259', kk);
        Assert.DoesNotMatch(@"\p{IsCyrillic}[a-z]|[a-z]\p{IsCyrillic}", kk + ru);
        var page = await http.GetStringAsync("", Stop);
        Assert.All(PageWords().Matches(page).Select(m => m.Groups[1].Value), word => Assert.Contains(word, Keys(en)));
    }

    [Fact]
    public async Task Are_not_there_unless_the_host_says_so()
    {
        await using var closed = await ExchangeHost.Start(new Line());
        using var client = closed.Client();
        foreach (var path in new[] { "", "phones", "phones/events", "page.js", "clips/0" })
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(path, Stop)).StatusCode);
    }

    private async Task<JsonNode> Phone() => JsonNode.Parse(await http.GetStringAsync("phones", Stop))!["phones"]!.AsArray().Single()!;

    private async Task Post(string deed, object body, HttpStatusCode expected)
    {
        using var answer = await http.PostAsJsonAsync($"phones/{Line.Number}/{deed}", body, Stop);
        Assert.Equal(expected, answer.StatusCode);
    }

    private static string Block(string words, string language)
    {
        var from = words.IndexOf($"    {language}: {{", StringComparison.Ordinal);
        return words[from..words.IndexOf("\n    },", from, StringComparison.Ordinal)];
    }

    private static IEnumerable<string> Keys(string block) => Entries().Matches(block).Select(m => m.Groups[1].Value.Trim('\''));

    [GeneratedRegex(@"(?<=[\s,])(\w+|'[^']+'): '")]
    private static partial Regex Entries();

    [GeneratedRegex("data-word=\"(\\w+)\"")]
    private static partial Regex PageWords();
}
