using System.Net;
using System.Net.Http.Json;
using Helpline.Contracts;
using Helpline.Contracts.Accounts;
using Helpline.Contracts.Board;
using Helpline.Contracts.Calls;
using Helpline.Contracts.Counselors;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;

namespace Helpline.Load.Ring;

/// <summary>One counselor's board: it takes every call it is offered, and beats and refreshes as the real one does.</summary>
internal sealed class Board : IAsyncDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Refresh = TimeSpan.FromSeconds(15);
    private readonly CancellationTokenSource closed = new();
    private readonly HttpClient http;
    private readonly HubConnection hub;

    private readonly Refusals refusals;

    private Board(HttpClient http, HubConnection hub, Refusals refusals) => (this.http, this.hub, this.refusals) = (http, hub, refusals);

    public bool IsBusy { get; private set; }

    /// <summary>Signs in, connects and is available.</summary>
    public static async Task<Board> Open(Uri server, string userName, string password, Line line, Ringing ringing, Refusals refusals, TimeSpan busyFor)
    {
        var cookies = new CookieContainer();
        var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, CookieContainer = cookies }) { BaseAddress = server };
        (await http.PostAsJsonAsync(Routes.Session, new SignIn(userName, password))).EnsureSuccessStatusCode();
        var hub = new HubConnectionBuilder().WithUrl(new Uri(server, Routes.BoardHub), HttpTransportType.WebSockets, o =>
        {
            o.SkipNegotiation = true;
            o.Cookies = cookies;
        }).Build();
        var board = new Board(http, hub, refusals);
        hub.On<OfferCard>(nameof(IBoardClient.OfferMade), offer =>
        {
            ringing.IsOffered(offer.CallId);
            _ = board.Take(offer, line, userName, busyFor);
        });
        // Read like a real board reads them, though nothing is shown.
        hub.On<List<CallCard>>(nameof(IBoardClient.CallsChanged), _ => { });
        hub.On<List<PresenceCard>>(nameof(IBoardClient.PresencesChanged), _ => { });
        await hub.StartAsync();
        var tab = $"{Guid.NewGuid():N}";
        (await http.PutAsJsonAsync(Routes.MyPresence, new PresenceChange("Available", Tab: tab))).EnsureSuccessStatusCode();
        _ = board.Every(Beat, () => hub.InvokeAsync(nameof(IBoardServer.Heartbeat), tab, board.closed.Token));
        _ = board.Every(Refresh, () => http.GetByteArrayAsync(Routes.Board, board.closed.Token));
        return board;
    }

    public async ValueTask DisposeAsync()
    {
        await closed.CancelAsync();
        await hub.DisposeAsync();
        http.Dispose();
        closed.Dispose();
    }

    private async Task Take(OfferCard offer, Line line, string userName, TimeSpan busyFor)
    {
        IsBusy = true;
        var done = Task.Delay(busyFor);
        await Post(Routes.Acknowledge(offer.Id));
        using var accepted = await Post(Routes.Accept(offer.Id));
        if (accepted.IsSuccessStatusCode)
        {
            var call = (await accepted.Content.ReadFromJsonAsync<AcceptedOffer>())!;
            await line.Connect(userName, call.Ticket);
            await done;
            await Post(Routes.Finish(call.CallId));
        }
        IsBusy = false;
    }

    private async Task<HttpResponseMessage> Post(string address)
    {
        var answer = await http.PostAsync(address, null);
        if (!answer.IsSuccessStatusCode) refusals.Add($"{address.Split('/')[^1]} {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return answer;
    }

    // Boards are opened at different times, and so beat at different times.
    private async Task Every(TimeSpan time, Func<Task> what)
    {
        try
        {
            await Task.Delay(time * Random.Shared.NextDouble(), closed.Token);
            using var timer = new PeriodicTimer(time);
            while (await timer.WaitForNextTickAsync(closed.Token)) await what();
        }
        catch (OperationCanceledException)
        {
            // The board is closed.
        }
    }
}
