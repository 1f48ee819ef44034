using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Helpline.Exchange;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace Helpline.Browser.Support;

/// <summary>An exchange whose every caller is put into one conference, and the provider's REST commands for whoever is in it.</summary>
internal sealed class BareExchange(WebApplication app) : IAsyncDisposable
{
    /// <summary>The pitch of the music on hold in Hz.</summary>
    public const int Music = 330;

    private readonly HttpClient rest = Rest(app);

    public Uri Address => new(app.Urls.Single());

    public static async Task<BareExchange> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddExchange(o => o.TestPhones = true);
        var app = builder.Build();
        app.MapExchange();
        var folder = Directory.CreateTempSubdirectory("helpline-music-").FullName;
        var music = await File.ReadAllBytesAsync(Tone.Write(folder, Music));
        Directory.Delete(folder, recursive: true);
        app.MapGet("/music.wav", () => Results.Bytes(music, "audio/wav"));
        app.MapGet("/hold", () => TwiMl("<Play loop=\"0\">/music.wav</Play>"));
        app.MapPost("/voice/incoming", () => TwiMl("<Dial><Conference beep=\"false\" waitUrl=\"\">room</Conference></Dial>"));
        app.MapPost("/voice/status", () => Results.NoContent());
        await app.StartAsync();
        var options = app.Services.GetRequiredService<ExchangeOptions>();
        options.PointTo(new Uri(app.Urls.Single()));
        options.StatusUrl = null;
        return new BareExchange(app);
    }

    /// <summary>Somebody with a voice rings and is in the conference.</summary>
    public async Task<Participant> Joins(Browsers browsers, int voice)
    {
        var phone = await TestPhone.Open(await browsers.Page(Address, "en", voice: voice));
        await phone.Phone.Locator(".ring").ClickAsync();
        var number = (await phone.Phone.Locator(".number").TextContentAsync())!;
        while (true)
        {
            var phones = (await rest.GetFromJsonAsync<JsonNode>(new Uri(Address, "exchange/phones")))!["phones"]!.AsArray();
            var mine = phones.FirstOrDefault(p => (string?)p!["number"] == number);
            if (mine?["room"] is not null) return new Participant(phone.Page, number, (string)mine["callSid"]!);
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Changes a participant as the provider's users do, by REST.</summary>
    public async Task Change(Participant who, params (string Field, string Value)[] changes)
    {
        var room = (await rest.GetFromJsonAsync<JsonNode>("Conferences.json?Status=in-progress"))!["conferences"]![0]!["sid"];
        using var form = new FormUrlEncodedContent(changes.Select(c => KeyValuePair.Create(c.Field, c.Value)));
        using var answer = await rest.PostAsync(new Uri($"Conferences/{room}/Participants/{who.CallSid}.json", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    public async ValueTask DisposeAsync()
    {
        rest.Dispose();
        await app.DisposeAsync();
    }

    private static IResult TwiMl(string verbs) => Results.Content($"<Response>{verbs}</Response>", "text/xml");

    private static HttpClient Rest(WebApplication app)
    {
        var options = app.Services.GetRequiredService<ExchangeOptions>();
        var password = Convert.ToBase64String(Encoding.ASCII.GetBytes($"{options.AccountSid}:{options.AuthToken}"));
        return new HttpClient
        {
            BaseAddress = new Uri($"{app.Urls.Single()}/exchange/rest/2010-04-01/Accounts/{options.AccountSid}/"),
            DefaultRequestHeaders = { { "Authorization", $"Basic {password}" } },
        };
    }

    internal sealed record Participant(IPage Page, string Number, string CallSid);
}
