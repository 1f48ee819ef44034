using System.Net.Http.Json;
using Helpline.Contracts;
using Helpline.Contracts.Board;
using Helpline.Contracts.Transfers;
using Helpline.Exchange;
using Helpline.Tests.Support;

namespace Helpline.Tests.Calls;

/// <summary>Aigul talks with a caller, and Dana is free.</summary>
internal sealed class Talking(HelplineHost host, Counselor aigul, Counselor dana, Caller caller, Guid call) : IAsyncDisposable
{
    public HelplineHost Host => host;
    public Counselor Aigul => aigul;
    public Counselor Dana => dana;
    public Caller Caller => caller;
    public Guid Call => call;

    public Conference Room => host.Exchange.Conferences.All.Last(c => !c.IsOver);

    /// <summary>The caller hears music.</summary>
    public bool Held => Room.Participants.Single(p => p.Label == "caller").Hold;

    public static async Task<Talking> Start()
    {
        var host = HelplineHost.Start();
        var aigul = await host.Available();
        var caller = host.Caller();
        await caller.Ring();
        await caller.Presses("1");
        var call = (await aigul.Accepts(await aigul.IsOffered())).CallId;
        await aigul.SeesState(call, "Talking");
        return new(host, aigul, await host.Available("counselor2"), caller, call);
    }

    public Task Until(Func<bool> isSo, string what, TimeSpan? within = null) => host.Until(() => Task.FromResult(isSo()), what, within);

    public async Task<TransferCard> AsksDana()
    {
        var answer = await aigul.Posts(Routes.AskColleague(call), new AskColleague("counselor2"));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        await Until(() => Held, "the caller to be held");
        return (await answer.Content.ReadFromJsonAsync<TransferCard>())!;
    }

    /// <returns>The ticket she came with.</returns>
    public async Task<string> DanaComes(TransferCard transfer)
    {
        var answer = await dana.Posts(Routes.AcceptTransfer(transfer.Id));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        var ticket = (await answer.Content.ReadFromJsonAsync<AcceptedOffer>())!.Ticket;
        await dana.Connects(ticket);
        await Until(() => Room.Participants.Any(p => p.Label!.StartsWith("colleague", StringComparison.Ordinal)), "the colleague to be in the room");
        await aigul.SeesTransfer("Consulting");
        return ticket;
    }

    public Task<HttpResponseMessage> HandsOn(HandOnCall on) => aigul.Posts(Routes.HandOn(call), on);

    /// <summary>Both boards say how it ended, the two talk as before, and Dana is free.</summary>
    public async Task ComesBack(string how, TimeSpan? within = null)
    {
        await aigul.SeesTransfer(how, within: within);
        await dana.SeesTransfer(how);
        await Until(() => !Held && Room.Participants.Count == 2, "the caller to hear the counselor");
        var card = await aigul.Sees(call);
        Assert.Equal(("Talking", "counselor1", (DateTime?)null), (card.State, card.Counselor, card.HeldSince));
        Assert.Null((await aigul.Board())!.Transfer);
        await IsFree("counselor2");
    }

    public async Task IsFree(string userName) =>
        Assert.Null((await host.Reads(async db => await db.Presences.FindAsync(userName)))!.CallId);

    public async ValueTask DisposeAsync()
    {
        await aigul.DisposeAsync();
        await dana.DisposeAsync();
        await host.DisposeAsync();
    }
}
