using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Threading.Channels;
using Helpline.Contracts;
using Helpline.Contracts.Accounts;
using Helpline.Contracts.Board;
using Helpline.Contracts.Calls;
using Helpline.Contracts.Counselors;
using Helpline.Exchange;
using Helpline.Load.Servers;
using Helpline.Load.Witness;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;

namespace Helpline.Load.Nodes;

/// <summary>
/// A counselor at a board of either node. She answers most offers, writes a note on each call, and now and then her tab is
/// killed, with or without a caller in it; then she opens another one, on whichever node answers.
/// </summary>
internal sealed class Volunteer(string userName, NodePair nodes, Evidence evidence, Random random)
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(5);
    private readonly CookieContainer cookies = new();
    private readonly Channel<Guid> rings = Channel.CreateUnbounded<Guid>();
    private Tab? tab;
    private Leg? leg;

    public string UserName => userName;

    /// <summary>Where her tab is open; null while none is.</summary>
    public Uri? Node => tab?.Http.BaseAddress;

    /// <summary>Tabs of hers that were killed.</summary>
    public int Killed { get; private set; }

    /// <summary>Offers that the hub pushed to her; the others she found in a snapshot.</summary>
    public int Pushed { get; private set; }

    /// <summary>Works until it is over, then finishes what she has.</summary>
    public async Task Works(CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            try
            {
                tab ??= await Open();
                await Once(over);
            }
            catch (Exception error) when (error is HttpRequestException or WebSocketException or HubException or IOException or InvalidOperationException or OperationCanceledException or TimeoutException)
            {
                // The node died: another tab, after a moment.
                await Close();
                await Task.Delay(500, CancellationToken.None);
            }
        }
        await Close();
    }

    private async Task Once(CancellationToken over)
    {
        var board = await tab!.Http.GetFromJsonAsync<BoardSnapshot>(Routes.Board, over) ?? throw new InvalidOperationException("No board.");
        if (board.MyCall is { } call) await Talk(call);
        else if (board.Offer is { } offer) await Answer(offer.Id);
        else if (await Ring(over) is { } rung) await Answer(rung);
        if (random.NextDouble() < 0.03) await KillTab();
    }

    /// <summary>Waits for a push, no longer than until the next look at the board.</summary>
    private async Task<Guid?> Ring(CancellationToken over)
    {
        await Say(over);
        using var look = CancellationTokenSource.CreateLinkedTokenSource(over);
        look.CancelAfter(Beat);
        try
        {
            var offer = await rings.Reader.ReadAsync(look.Token);
            Pushed++;
            return offer;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private async Task Say(CancellationToken over)
    {
        await tab!.Hub.InvokeAsync(nameof(IBoardServer.Heartbeat), tab.Name, over);
        (await tab.Http.PutAsJsonAsync(Routes.MyPresence, new PresenceChange("Available", Tab: tab.Name), over)).EnsureSuccessStatusCode();
    }

    private async Task Answer(Guid offer)
    {
        if (!await Posts(Routes.Acknowledge(offer))) return;
        await Task.Delay(random.Next(300, 3000));
        if (random.NextDouble() < 0.05) await KillTab();
        else if (random.NextDouble() < 0.07) await Posts(Routes.Decline(offer));
        else if (random.NextDouble() > 0.05)
        {
            using var accepted = await tab!.Http.PostAsync(Routes.Accept(offer), null);
            if (accepted.IsSuccessStatusCode) leg = evidence.Exchange.Connect(userName, [new("ticket", (await accepted.Content.ReadFromJsonAsync<AcceptedOffer>())!.Ticket)]);
        }
    }

    private async Task Talk(CallCard call)
    {
        if (call.State != "WrapUp" && leg is null or { IsOver: true }) await Return(call.Id);
        await Task.Delay(random.Next(1000, 6000));
        if (random.NextDouble() < 0.1)
        {
            await KillTab();
            return;
        }
        await Write(call.Id);
        if (await Posts(Routes.Finish(call.Id))) HangUp();
    }

    private async Task Return(Guid call)
    {
        using var answer = await tab!.Http.PostAsync(Routes.Rejoin(call), null);
        if (answer.IsSuccessStatusCode) leg = evidence.Exchange.Connect(userName, [new("ticket", (await answer.Content.ReadFromJsonAsync<AcceptedOffer>())!.Ticket)]);
    }

    private async Task Write(Guid call)
    {
        var text = $"{userName} on {call} at {evidence.Now:O}";
        evidence.NoteOf(call).Sends(text);
        using var answer = await tab!.Http.PutAsJsonAsync(Routes.Note(call), new NoteChange(null, null, null, null, text, null));
        if (answer.IsSuccessStatusCode) evidence.NoteOf(call).Saved(text);
    }

    private async Task KillTab()
    {
        Killed++;
        HangUp();
        await Close();
        await Task.Delay(random.Next(1000, 20_000));
    }

    private void HangUp()
    {
        if (leg is { IsOver: false }) Switchboard.HangUp(leg);
        leg = null;
    }

    private async Task<bool> Posts(string address)
    {
        using var answer = await tab!.Http.PostAsync(address, null);
        return answer.IsSuccessStatusCode;
    }

    private async Task<Tab> Open()
    {
        var node = nodes.Addresses[random.Next(2)];
        var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, CookieContainer = cookies, ConnectTimeout = TimeSpan.FromSeconds(1) }) { BaseAddress = node, Timeout = TimeSpan.FromSeconds(10) };
        // Cookies know no ports, so one sign-in is good for both nodes.
        if (cookies.Count == 0) (await http.PostAsJsonAsync(Routes.Session, new SignIn(userName, Staff.Password))).EnsureSuccessStatusCode();
        var hub = new HubConnectionBuilder().WithUrl(new Uri(node, Routes.BoardHub), HttpTransportType.WebSockets, o => (o.SkipNegotiation, o.Cookies) = (true, cookies)).Build();
        hub.On<OfferCard>(nameof(IBoardClient.OfferMade), offer => rings.Writer.TryWrite(offer.Id));
        var opened = new Tab(http, hub);
        try
        {
            await hub.StartAsync();
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
        return opened;
    }

    private async Task Close()
    {
        if (tab is not null) await tab.DisposeAsync();
        tab = null;
        while (rings.Reader.TryRead(out _))
        {
            // What rang in a tab that is gone rings there no more.
        }
    }

    private sealed record Tab(HttpClient Http, HubConnection Hub) : IAsyncDisposable
    {
        public string Name { get; } = $"{Guid.NewGuid():N}";

        public async ValueTask DisposeAsync()
        {
            await Hub.DisposeAsync();
            Http.Dispose();
        }
    }
}
