using System.Diagnostics;
using System.Net.Http.Json;
using Helpline.Contracts;
using Helpline.Contracts.Board;
using Helpline.Contracts.Calls;
using Helpline.Contracts.Counselors;

namespace Helpline.Tests.Hosting;

/// <summary>A board that asks again and again, as one does whose pushes get lost.</summary>
internal sealed class RealBoard(RealLine line, string userName, HttpClient http)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(5);
    private readonly string tab = $"{Guid.NewGuid():N}";
    private long beatAt;

    public HttpClient Http => http;

    public async Task<BoardSnapshot> Looks() => (await http.GetFromJsonAsync<BoardSnapshot>(Routes.Board))!;

    public async Task Says(string state) => (await http.PutAsJsonAsync(Routes.MyPresence, new PresenceChange(state, Tab: tab))).EnsureSuccessStatusCode();

    public async Task<BoardSnapshot> Sees(Func<BoardSnapshot, bool> isSo, string what)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience; await Task.Delay(100))
        {
            if (Stopwatch.GetElapsedTime(beatAt) > Pulse) await Beats();
            if (await Looks() is var picture && isSo(picture)) return picture;
        }
        throw new TimeoutException($"{userName} never saw {what}.\n{line.Server.Output}");
    }

    public async Task<OfferCard> IsOffered()
    {
        var offer = (await Sees(b => b.Offer is not null, "an offer")).Offer!;
        await Posts(Routes.Acknowledge(offer.Id));
        return offer;
    }

    public async Task<Guid> Takes(OfferCard offer)
    {
        var accepted = (await (await Posts(Routes.Accept(offer.Id))).Content.ReadFromJsonAsync<AcceptedOffer>())!;
        await line.Exchange.Browser(userName).Connect(accepted.Ticket);
        await Sees(b => b.MyCall?.State == "Talking", "the call to be Talking");
        return accepted.CallId;
    }

    public async Task<NoteCard> Writes(Guid call, long? version, string summary)
    {
        using var answer = await http.PutAsJsonAsync(Routes.Note(call), new NoteChange(version, "counseling", null, null, summary, null));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<NoteCard>())!;
    }

    public async Task Finishes(Guid call)
    {
        await Beats();
        await Posts(Routes.HangUp(call));
        await Posts(Routes.Finish(call));
    }

    // It has no hub to beat on, so it says again and again that it is open.
    private async Task Beats()
    {
        beatAt = Stopwatch.GetTimestamp();
        (await http.PutAsJsonAsync(Routes.MyTab(tab), new TabChange(Hidden: false))).EnsureSuccessStatusCode();
    }

    public async Task<HttpResponseMessage> Posts(string address)
    {
        var answer = await http.PostAsync(address, null);
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {await answer.Content.ReadAsStringAsync()}");
        return answer;
    }
}
