using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using Helpline.Contracts;
using Helpline.Contracts.Board;
using Helpline.Contracts.Calls;
using Helpline.Contracts.Counselors;
using Helpline.Contracts.Supervision;
using Helpline.Contracts.Transfers;
using Helpline.Exchange;
using Microsoft.AspNetCore.SignalR.Client;

namespace Helpline.Tests.Support;

/// <summary>Somebody at a board, in the words of a story. The board acknowledges what rings, unless told to be deaf.</summary>
internal sealed class Counselor : IAsyncDisposable
{
    private readonly HelplineHost host;
    private readonly HttpClient http;
    private readonly HubConnection hub;
    private readonly ConcurrentQueue<OfferCard> offers = new();
    private BrowserPhone? phone;

    private Counselor(HelplineHost host, string userName, HttpClient http, HubConnection hub) =>
        (this.host, UserName, this.http, this.hub) = (host, userName, http, hub);

    public string UserName { get; }

    /// <summary>A board that shows nothing and acknowledges nothing, though it is connected.</summary>
    public bool IsDeaf { get; set; }
    public ConcurrentQueue<ClosedOffer> Closed { get; } = new();
    public ConcurrentQueue<CallCard> Changes { get; } = new();
    public ConcurrentQueue<TransferCard> Transfers { get; } = new();
    public ConcurrentQueue<HelpWanted> Helps { get; } = new();
    public ConcurrentQueue<PresenceCard> Moves { get; } = new();
    public bool IsConnected => hub.State == HubConnectionState.Connected;
    public HttpClient Http => http;
    public BrowserPhone Phone => phone ?? throw new InvalidOperationException($"{UserName} is not on the phone.");

    public static async Task<Counselor> AtTheBoard(HelplineHost host, string userName, HttpClient http)
    {
        var hub = new HubConnectionBuilder().WithUrl(new Uri(host.Address, Routes.BoardHub), o =>
        {
            o.HttpMessageHandlerFactory = _ => new Borrowed(http);
            o.Transports = Microsoft.AspNetCore.Http.Connections.HttpTransportType.ServerSentEvents;
        }).Build();
        var counselor = new Counselor(host, userName, http, hub);
        counselor.Listen();
        await hub.StartAsync();
        return counselor;
    }

    public async Task Says(string state) =>
        (await http.PutAsJsonAsync(Routes.MyPresence, new PresenceChange(state))).EnsureSuccessStatusCode();

    public async Task<OfferCard> IsOffered(TimeSpan? within = null)
    {
        OfferCard? offer = null;
        await host.Until(() => Task.FromResult(offers.TryDequeue(out offer)), $"an offer to {UserName}", within);
        return offer!;
    }

    public bool HasOffer => !offers.IsEmpty;

    /// <summary>Accepts and dials in.</summary>
    public async Task<AcceptedOffer> Accepts(OfferCard offer)
    {
        var accepted = await TriesToAccept(offer.Id);
        Assert.True(accepted.StatusCode == HttpStatusCode.OK, $"{UserName} could not accept: {await accepted.Content.ReadAsStringAsync()}");
        var ticket = (await accepted.Content.ReadFromJsonAsync<AcceptedOffer>())!;
        await Connects(ticket.Ticket);
        return ticket;
    }

    public Task<HttpResponseMessage> TriesToAccept(Guid offer) => Posts(Routes.Accept(offer));

    public async Task Connects(string ticket)
    {
        phone = host.Exchange.Browser(UserName);
        await phone.Connect(ticket);
    }

    public async Task Declines(OfferCard offer) => (await Posts(Routes.Decline(offer.Id))).EnsureSuccessStatusCode();

    public async Task<NoteCard> Writes(Guid call, NoteChange change)
    {
        var answer = await Puts(Routes.Note(call), change);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<NoteCard>())!;
    }

    public async Task HangsUp(Guid call) => (await Posts(Routes.HangUp(call))).EnsureSuccessStatusCode();

    public async Task Finishes(Guid call, string? kind = null) => (await Posts(Routes.Finish(call), new FinishCall(kind))).EnsureSuccessStatusCode();

    public Task<BoardSnapshot?> Board() => http.GetFromJsonAsync<BoardSnapshot>(Routes.Board);

    public async Task<CallCard> Sees(Guid call) => (await http.GetFromJsonAsync<CallDetails>(Routes.Call(call)))!.Call;

    /// <summary>Waits until the call is in this state.</summary>
    public Task SeesState(Guid call, string state, TimeSpan? within = null) =>
        host.Until(async () => (await Sees(call)).State == state, $"call to be {state}", within);

    /// <summary>Waits until the board was told that a transfer is in this state.</summary>
    public Task SeesTransfer(string state, string? or = null, TimeSpan? within = null) =>
        host.Until(() => Task.FromResult(Transfers.Any(t => t.State == state || t.State == or)), $"{UserName} to be told of a transfer that is {state}", within);

    public async Task<T> Gets<T>(string address) => (await http.GetFromJsonAsync<T>(address))!;

    public Task<HttpResponseMessage> Opens(string address) => http.GetAsync(address);

    public Task<HttpResponseMessage> Posts(string address, object? body = null) => http.PostAsync(address, body is null ? null : JsonContent.Create(body));

    public Task<HttpResponseMessage> Puts(string address, object body, string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = JsonContent.Create(body) };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return http.SendAsync(request);
    }

    public ValueTask DisposeAsync() => hub.DisposeAsync();

    private void Listen()
    {
        hub.On<OfferCard>(nameof(IBoardClient.OfferMade), async offer =>
        {
            if (IsDeaf) return;
            await Posts(Routes.Acknowledge(offer.Id));
            offers.Enqueue(offer);
        });
        hub.On<TransferCard>(nameof(IBoardClient.TransferChanged), Transfers.Enqueue);
        hub.On<HelpWanted>(nameof(IBoardClient.HelpWanted), Helps.Enqueue);
        hub.On<ClosedOffer>(nameof(IBoardClient.OfferClosed), Closed.Enqueue);
        hub.On<CallCard>(nameof(IBoardClient.CallChanged), Changes.Enqueue);
        hub.On<PresenceCard>(nameof(IBoardClient.PresenceChanged), Moves.Enqueue);
    }

    /// <summary>Lends the signed-in client's handler to the hub connection.</summary>
    private sealed class Borrowed(HttpClient http) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var copy = new HttpRequestMessage(request.Method, request.RequestUri) { Content = request.Content };
            foreach (var header in request.Headers) copy.Headers.TryAddWithoutValidation(header.Key, header.Value);
            return await http.SendAsync(copy, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
    }
}
