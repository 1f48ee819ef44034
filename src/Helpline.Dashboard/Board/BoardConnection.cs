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
using Helpline.Dashboard.Accounts;
using Helpline.Dashboard.Api;
using Helpline.Dashboard.Live;
using Helpline.Dashboard.Supervision;
using Helpline.Dashboard.Work;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;

namespace Helpline.Dashboard.Board;

/// <summary>Owns the hub connection and keeps the picture fresh. Components render the picture and nothing else.</summary>
internal sealed class BoardConnection : IAsyncDisposable
{
    private const int HeartbeatSeconds = 10;
    private const int SnapshotSeconds = 15;

    private readonly HubConnection hub;
    private readonly HelplineApi api;
    private readonly BoardPicture picture;
    private readonly CurrentSession session;
    private readonly Pulse pulse;
    private readonly ThisTab tab;
    private readonly MyWork work;
    private bool wanted;
    private bool starting;

    public BoardConnection(NavigationManager page, HelplineApi api, BoardPicture picture, CurrentSession session, Pulse pulse, ThisTab tab, Listening listening, MyWork work, SupervisorWords words)
    {
        (this.api, this.picture, this.session, this.pulse, this.tab, this.work) = (api, picture, session, pulse, tab, work);
        hub = new HubConnectionBuilder()
            .WithUrl(page.ToAbsoluteUri(Routes.BoardHub), HttpTransportType.WebSockets, options => options.SkipNegotiation = true)
            .WithAutomaticReconnect(new EndlessRetry())
            .Build();
        hub.On<OfferCard>(nameof(IBoardClient.OfferMade), picture.Take);
        hub.On<ClosedOffer>(nameof(IBoardClient.OfferClosed), picture.Take);
        hub.On<TransferCard>(nameof(IBoardClient.TransferChanged), picture.Take);
        hub.On<ThirdPartyCard>(nameof(IBoardClient.ThirdPartyChanged), picture.Take);
        hub.On<IReadOnlyList<CallCard>>(nameof(IBoardClient.CallsChanged), picture.Take);
        hub.On<IReadOnlyList<PresenceCard>>(nameof(IBoardClient.PresencesChanged), picture.Take);
        hub.On<IReadOnlyList<CoverageGap>>(nameof(IBoardClient.CoverageChanged), picture.Take);
        hub.On<HelpWanted>(nameof(IBoardClient.HelpWanted), picture.Take);
        hub.On<RiskRaised>(nameof(IBoardClient.RiskRaised), listening.Raised);
        hub.On(nameof(IBoardClient.LiveChanged), picture.TakeLive);
        hub.On(nameof(IBoardClient.WorkChanged), work.Fetch);
        hub.On<UrgentWork>(nameof(IBoardClient.WorkUrgent), work.Wanted);
        hub.On<SaidToYou>(nameof(IBoardClient.SaidToYou), words.Take);
        hub.On(nameof(IBoardClient.SignedOut), session.Lose);
        hub.Reconnecting += _ => Tell();
        hub.Reconnected += async _ => await Connected();
        hub.Closed += async _ => await (wanted ? Start() : Tell());
        pulse.Beat += OnBeat;
        tab.Resumed += Connected;
        picture.Changed += Follow;
        picture.PlacesMoved += Ask;
    }

    public event Action? Changed;

    public bool IsConnected => hub.State == HubConnectionState.Connected;

    /// <summary>Called when somebody is signed in; safe to call again.</summary>
    public async Task Start()
    {
        wanted = true;
        if (starting || hub.State != HubConnectionState.Disconnected)
            return;
        starting = true;
        await tab.Open();
        await pulse.Start();
        for (var failures = 0; wanted; failures++)
        {
            if (!session.Lost && await TryStart())
                break;
            await Task.Delay(EndlessRetry.After(failures));
        }
        starting = false;
    }

    public async Task Stop()
    {
        wanted = false;
        await hub.StopAsync();
        picture.Clear();
    }

    /// <summary>Asks for the whole board now, after a command of ours for instance.</summary>
    public async Task Refresh()
    {
        var asked = picture.Pushes;
        var answer = await api.Board();
        if (answer.Value is { } snapshot)
            picture.Take(snapshot, asked);
    }

    public async ValueTask DisposeAsync()
    {
        wanted = false;
        pulse.Beat -= OnBeat;
        tab.Resumed -= Connected;
        picture.Changed -= Follow;
        picture.PlacesMoved -= Ask;
        await hub.DisposeAsync();
    }

    private async Task<bool> TryStart()
    {
        try
        {
            await hub.StartAsync();
            await Connected();
            return true;
        }
        catch (Exception)
        {
            // Without a hub the picture is fetched, so the board is slower but not blind; a 401 here asks for the password.
            await Refresh();
            await Tell();
            return false;
        }
    }

    private async Task Connected()
    {
        await Beat();
        await Refresh();
        await work.Fetch();
        await Tell();
    }

    private async Task OnBeat(int seconds)
    {
        if (!wanted || session.Lost)
            return;
        if (seconds % HeartbeatSeconds == 0)
            await Beat();
        if (seconds % SnapshotSeconds == 0)
            await Refresh();
    }

    // Without a hub nothing can ring here.
    private void Follow()
    {
        if (IsConnected)
            _ = tab.Follow();
    }

    private void Ask() => _ = Refresh();

    private async Task Beat()
    {
        try
        {
            if (IsConnected && tab.Name is { } name)
                await hub.InvokeAsync(nameof(IBoardServer.Heartbeat), name);
        }
        catch (Exception)
        {
            // The lease runs out by itself; the reconnect renews it.
        }
    }

    private Task Tell()
    {
        Changed?.Invoke();
        return Task.CompletedTask;
    }
}
