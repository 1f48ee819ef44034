using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using Helpline.Contracts;
using Helpline.Contracts.Board;
using Helpline.Contracts.Calls;
using Helpline.Contracts.Counselors;
using Helpline.Contracts.Live;
using Helpline.Contracts.Routing;
using Helpline.Contracts.Supervision;
using Helpline.Contracts.ThirdParties;
using Helpline.Contracts.Transfers;
using Helpline.Contracts.Work;
using Helpline.Exchange;
using Microsoft.AspNetCore.SignalR.Client;

namespace Helpline.Tests.Support;

/// <summary>Somebody at a board, in the words of a story. The board acknowledges what rings, unless told to be deaf.</summary>
internal sealed class Counselor : IAsyncDisposable
{
    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(10);
    private readonly HelplineHost host;
    private readonly HttpClient http;
    private readonly HubConnection hub;
    private readonly ConcurrentQueue<OfferCard> offers = new();
    private BrowserPhone? phone;
    private ITimer? pulse;
    private int works;
    private int lives;

    private Counselor(HelplineHost host, string userName, HttpClient http, HubConnection hub) =>
        (this.host, UserName, this.http, this.hub) = (host, userName, http, hub);

    public string UserName { get; }

    /// <summary>The window before her; null when her board is a program that knows no windows and has no pulse.</summary>
    public string? Tab { get; private init; }

    /// <summary>A board that shows nothing and acknowledges nothing, though it is connected.</summary>
    public bool IsDeaf { get; set; }
    public ConcurrentQueue<ClosedOffer> Closed { get; } = new();
    public ConcurrentQueue<CallCard> Changes { get; } = new();
    public ConcurrentQueue<TransferCard> Transfers { get; } = new();
    public ConcurrentQueue<ThirdPartyCard> Thirds { get; } = new();
    public ConcurrentQueue<HelpWanted> Helps { get; } = new();
    public ConcurrentQueue<RiskRaised> Risks { get; } = new();
    public ConcurrentQueue<SaidToYou> Words { get; } = new();
    public ConcurrentQueue<IReadOnlyList<CoverageGap>> Gaps { get; } = new();
    public ConcurrentQueue<PresenceCard> Moves { get; } = new();
    public ConcurrentQueue<UrgentWork> Urgents { get; } = new();

    /// <summary>How often she was told that her work has changed.</summary>
    public int Works => works;
    /// <summary>How often she was told that something has changed which no card says.</summary>
    public int Lives => lives;
    public bool IsConnected => hub.State == HubConnectionState.Connected;
    public HttpClient Http => http;
    public BrowserPhone Phone => phone ?? throw new InvalidOperationException($"{UserName} is not on the phone.");

    public static async Task<Counselor> AtTheBoard(HelplineHost host, string userName, HttpClient http, bool hasPulse = true)
    {
        var hub = new HubConnectionBuilder().WithUrl(new Uri(host.Address, Routes.BoardHub), o =>
        {
            o.HttpMessageHandlerFactory = _ => new Borrowed(http);
            o.Transports = Microsoft.AspNetCore.Http.Connections.HttpTransportType.ServerSentEvents;
        }).Build();
        var counselor = new Counselor(host, userName, http, hub) { Tab = hasPulse ? $"{Guid.NewGuid():N}" : null };
        counselor.Listen();
        await hub.StartAsync();
        if (hasPulse) await counselor.Beats();
        return counselor;
    }

    public async Task Says(string state) =>
        (await http.PutAsJsonAsync(Routes.MyPresence, new PresenceChange(state, Tab: Tab))).EnsureSuccessStatusCode();

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

    public ValueTask DisposeAsync()
    {
        pulse?.Dispose();
        return hub.DisposeAsync();
    }

    /// <param name="insists">She presses "take calls here".</param>
    public async Task<PresenceCard> TakesCallsHere(bool insists = true, bool hidden = false)
    {
        using var answer = await Puts(Routes.MyTab(Tab!), new TabChange(hidden, insists));
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<PresenceCard>())!;
    }

    /// <summary>The page sleeps: it stays connected, and its pulse stops.</summary>
    public void Sleeps() => pulse?.Dispose();

    // A leap of the clock is one beat, however many it skips.
    private async Task Beats()
    {
        await hub.InvokeAsync(nameof(IBoardServer.Heartbeat), Tab);
        var beating = 0;
        pulse = host.Clock.CreateTimer(async _ =>
        {
            if (!IsConnected || Interlocked.Exchange(ref beating, 1) == 1) return;
            try
            {
                await hub.InvokeAsync(nameof(IBoardServer.Heartbeat), Tab);
            }
            catch (Exception)
            {
                // The server or the board is going.
            }
            finally
            {
                beating = 0;
            }
        }, null, Pulse, Pulse);
    }

    private void Listen()
    {
        hub.On<OfferCard>(nameof(IBoardClient.OfferMade), async offer =>
        {
            if (IsDeaf) return;
            await Posts(Routes.Acknowledge(offer.Id));
            offers.Enqueue(offer);
        });
        hub.On<TransferCard>(nameof(IBoardClient.TransferChanged), Transfers.Enqueue);
        hub.On<IReadOnlyList<CoverageGap>>(nameof(IBoardClient.CoverageChanged), Gaps.Enqueue);
        hub.On<ThirdPartyCard>(nameof(IBoardClient.ThirdPartyChanged), Thirds.Enqueue);
        hub.On(nameof(IBoardClient.WorkChanged), () => { Interlocked.Increment(ref works); });
        hub.On(nameof(IBoardClient.LiveChanged), () => { Interlocked.Increment(ref lives); });
        hub.On<UrgentWork>(nameof(IBoardClient.WorkUrgent), Urgents.Enqueue);
        hub.On<HelpWanted>(nameof(IBoardClient.HelpWanted), Helps.Enqueue);
        hub.On<RiskRaised>(nameof(IBoardClient.RiskRaised), Risks.Enqueue);
        hub.On<SaidToYou>(nameof(IBoardClient.SaidToYou), Words.Enqueue);
        hub.On<ClosedOffer>(nameof(IBoardClient.OfferClosed), Closed.Enqueue);
        hub.On<List<CallCard>>(nameof(IBoardClient.CallsChanged), changed => changed.ForEach(Changes.Enqueue));
        hub.On<List<PresenceCard>>(nameof(IBoardClient.PresencesChanged), moved => moved.ForEach(Moves.Enqueue));
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
