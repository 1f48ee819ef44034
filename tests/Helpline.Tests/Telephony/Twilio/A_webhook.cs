using System.Net;
using Helpline.Server.Telephony.Twilio;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Helpline.Tests.Telephony.Twilio;

using Fields = List<KeyValuePair<string, string>>;

/// <summary>Over a real socket, because the signature is over what the socket carried.</summary>
public sealed class A_webhook : IAsyncLifetime
{
    private const string Token = "0123456789abcdef0123456789abcdef";
    private const string Older = "fedcba9876543210fedcba9876543210";
    private const string Account = "AC00000000000000000000000000000001";
    private const string Canary = "+77010000001";

    private readonly LogLines log = new();
    private WebApplication app = null!;
    private HttpClient line = null!;
    private string? heard;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.AddSingleton<PublicUrl>(() => new Uri("https://helpline.example.org/"));
        builder.Services.Configure<TwilioOptions>(twilio =>
            (twilio.AccountSid, twilio.AuthToken, twilio.PreviousAuthToken) = (Account, Token, Older));
        app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.UseStatusCodePages();
        var voice = app.MapGroup("/voice").AddEndpointFilter<TwilioRequestFilter>();
        voice.MapPost("/{**rest}", (HttpContext http) =>
        {
            heard = http.Request.Form["From"];
            return new TwiMlResult(TwiMl.Document(TwiMl.Hangup()));
        });
        await app.StartAsync();
        line = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public async ValueTask DisposeAsync()
    {
        line.Dispose();
        await app.DisposeAsync();
    }

    private static Fields Form(string account = Account) =>
        [new("AccountSid", account), new("From", Canary), new("CallerCity", ""), new("b", "1"), new("B", "2"), new("b", "1")];

    private async Task<HttpResponseMessage> Ring(string target, Fields form, string? signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = new FormUrlEncodedContent(form) };
        if (signature is not null) request.Headers.Add(TwilioSignature.Header, signature);
        return await line.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static string Signed(string target, Fields form, string token = Token, string host = "https://helpline.example.org") =>
        TwilioSignature.Sign(token, host + target, form);

    private async Task Refuses(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Null(heard);
        var line = Assert.Single(log.Lines, l => l.Level == LogLevel.Warning);
        Assert.DoesNotContain("7701", line.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(line.Text, char.IsControl);
    }

    [Fact]
    public async Task Signed_with_our_token_is_answered_in_twiml()
    {
        var answer = await Ring("/voice/language?try=1", Form(), Signed("/voice/language?try=1", Form()));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/xml; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal(
            """<?xml version="1.0" encoding="UTF-8"?><Response><Hangup /></Response>""",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(Canary, heard);
    }

    [Theory]
    [InlineData("/voice/%D2%9B%20a/x?q=%C3%A9&plus=a+b&pct=%2b&empty=&flag")]
    [InlineData("/voice/it's?a='b'")]
    public async Task Is_known_by_the_exact_characters_of_its_address(string target)
    {
        // Else HttpClient would tidy the address up.
        var exact = new Uri(line.BaseAddress + target[1..], new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var request = new HttpRequestMessage(HttpMethod.Post, exact) { Content = new FormUrlEncodedContent(Form()) };
        request.Headers.Add(TwilioSignature.Header, Signed(target, Form()));

        Assert.Equal(HttpStatusCode.OK, (await line.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Signed_with_the_older_token_passes_while_tokens_are_changed() =>
        Assert.Equal(HttpStatusCode.OK, (await Ring("/voice/incoming", Form(), Signed("/voice/incoming", Form(), Older))).StatusCode);

    [Fact]
    public async Task Signed_with_the_port_passes() =>
        Assert.Equal(HttpStatusCode.OK,
            (await Ring("/voice/incoming", Form(), Signed("/voice/incoming", Form(), host: "https://helpline.example.org:443"))).StatusCode);

    [Fact]
    public async Task Without_a_signature_is_refused() => await Refuses(await Ring("/voice/incoming", Form(), null));

    [Fact]
    public async Task Signed_by_somebody_else_is_refused() =>
        await Refuses(await Ring("/voice/incoming", Form(), Signed("/voice/incoming", Form(), "another")));

    [Fact]
    public async Task Signed_with_an_empty_token_is_refused() =>
        await Refuses(await Ring("/voice/incoming", Form(), Signed("/voice/incoming", Form(), "")));

    [Fact]
    public async Task Signed_for_another_address_is_refused() =>
        await Refuses(await Ring("/voice/incoming?a=1", Form(), Signed("/voice/incoming?a=2", Form())));

    [Fact]
    public async Task Signed_for_the_private_address_is_refused() =>
        await Refuses(await Ring("/voice/incoming", Form(), Signed("/voice/incoming", Form(), host: app.Urls.Single())));

    [Fact]
    public async Task Whose_form_was_changed_is_refused() =>
        await Refuses(await Ring("/voice/incoming", [.. Form(), new("Digits", "1")], Signed("/voice/incoming", Form())));

    [Fact]
    public async Task For_another_account_is_refused()
    {
        var form = Form("AC00000000000000000000000000000002");
        await Refuses(await Ring("/voice/incoming", form, Signed("/voice/incoming", form)));
    }

    [Fact]
    public async Task Without_an_account_is_refused() =>
        await Refuses(await Ring("/voice/incoming", [], Signed("/voice/incoming", [])));

    [Fact]
    public async Task That_is_far_too_long_is_refused()
    {
        Fields form = [.. Form(), new("Digits", new string('1', 200_000))];
        await Refuses(await Ring("/voice/incoming", form, Signed("/voice/incoming", form)));
    }

    [Fact]
    public async Task With_a_line_break_in_its_address_cannot_forge_a_log_line() =>
        await Refuses(await Ring("/voice/x%0D%0AWarning%20+77010000001", Form(), "wrong"));

    [Fact]
    public async Task That_is_no_form_is_refused()
    {
        using var content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        content.Headers.Add(TwilioSignature.Header, Signed("/voice/incoming", []));
        await Refuses(await line.PostAsync("/voice/incoming", content, TestContext.Current.CancellationToken));
    }
}
