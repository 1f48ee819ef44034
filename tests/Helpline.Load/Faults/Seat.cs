using System.Net.Http.Json;
using Helpline.Contracts;
using Helpline.Contracts.Board;
using Helpline.Contracts.Calls;
using Helpline.Contracts.Counselors;
using Helpline.Contracts.Work;
using Helpline.Domain.Transfers;
using Helpline.Exchange;

namespace Helpline.Load.Faults;

/// <summary>What a counselor's board would show her at a moment, in place of the hub's push.</summary>
/// <param name="Offer">What rings for her and was not yet shown.</param>
/// <param name="Owed">A callback that nobody has called yet.</param>
/// <param name="Transfer">The open one from her or to her.</param>
internal sealed record Shown(Guid? Offer, Guid? Owed, Transfer? Transfer);

/// <summary>
/// A counselor who answers most offers, declines or ignores some, writes a note on each call, and whose page or line sometimes
/// dies. What else she does in a talk stands in the other parts. She acts over HTTP and her browser's leg.
/// </summary>
internal sealed partial class Seat(Product product, HttpClient http, string userName, Random random)
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(10);
    private DateTimeOffset beatsAt;
    private DateTimeOffset actsAt;
    private DateTimeOffset awayUntil;
    private Guid? ringing;
    private Guid? call;
    private Leg? leg;
    private int tries;

    public string UserName => userName;

    /// <summary>A quarter of a second.</summary>
    public async Task Lives(Shown shown)
    {
        var now = product.Now;
        if (now < awayUntil) return;
        if (now >= beatsAt)
        {
            beatsAt = now + Beat;
            await http.PutAsJsonAsync(Routes.MyPresence, new PresenceChange("Available"));
        }
        if (joined is { } transfer) await Consults(transfer, shown.Transfer, now);
        else if (call is { } mine) await Talks(mine, shown.Transfer, now);
        else if (ringing is { } rung && now >= actsAt) await Answers(rung, now);
        else if (ringing is null && shown.Offer is { } rings) await Sees(rings, now);
        else if (ringing is null && shown.Transfer is { State: TransferState.Asked } asked && asked.To == UserName) await IsAsked(asked, now);
        else if (ringing is null && shown.Owed is { } callback && random.NextDouble() < 0.5) await CallsBack(callback, now);
    }

    private async Task CallsBack(Guid callback, DateTimeOffset now)
    {
        if (!await Posts(Routes.Take(Routes.Callbacks, callback))) return;
        using var placed = await http.PostAsJsonAsync(Routes.CallOwed(Routes.Callbacks, callback), new CallReason("agreed"));
        if (placed.IsSuccessStatusCode) Connects((await placed.Content.ReadFromJsonAsync<AcceptedOffer>())!, now);
    }

    private async Task Sees(Guid offer, DateTimeOffset now)
    {
        // The page froze: nothing is shown and the lease runs out.
        if (random.NextDouble() < 0.03) awayUntil = now.AddSeconds(45);
        else if (await Posts(Routes.Acknowledge(offer))) (ringing, actsAt) = (offer, now.AddSeconds(random.Next(6)));
    }

    private async Task Answers(Guid offer, DateTimeOffset now)
    {
        ringing = null;
        switch (random.NextDouble())
        {
            case < 0.07:
                await Posts(Routes.Decline(offer));
                break;
            case < 0.12:
                // She does not hear the bell, and the offer runs out.
                break;
            default:
                using (var accepted = await http.PostAsync(Routes.Accept(offer), null))
                    if (accepted.IsSuccessStatusCode) Connects((await accepted.Content.ReadFromJsonAsync<AcceptedOffer>())!, now);
                break;
        }
    }

    private void Connects(AcceptedOffer accepted, DateTimeOffset now)
    {
        (call, tries, actsAt) = (accepted.CallId, 0, now.AddSeconds(random.Next(5, 30)));
        // Now and then the browser never dials.
        if (random.NextDouble() < 0.03) HangsUp();
        else Dials(accepted.Ticket);
    }

    private async Task Talks(Guid mine, Transfer? transfer, DateTimeOffset now)
    {
        if (leg is { IsOver: false } && random.NextDouble() < 0.001)
        {
            HangsUp();
            if (random.NextDouble() < 0.6) await Returns(mine);
        }
        if (asks is { } asked)
        {
            await HandsOver(asked, transfer, now);
            return;
        }
        if (now < actsAt)
        {
            await Detours(mine, now);
            return;
        }
        actsAt = now.AddSeconds(3);
        await Writes(mine);
        if (await Posts(Routes.Finish(mine)) || ++tries == 4) Leaves();
    }

    private async Task Returns(Guid mine)
    {
        using var answer = await http.PostAsync(Routes.Rejoin(mine), null);
        if (answer.IsSuccessStatusCode) Dials((await answer.Content.ReadFromJsonAsync<AcceptedOffer>())!.Ticket);
    }

    private async Task Writes(Guid mine)
    {
        var text = $"{UserName} on {mine} at {product.Now:O}";
        product.Evidence.NoteOf(mine).Sends(text);
        using var answer = await http.PutAsJsonAsync(Routes.Note(mine), new NoteChange(null, null, null, null, text, null));
        if (answer.IsSuccessStatusCode) product.Evidence.NoteOf(mine).Saved(text);
    }

    private void Leaves()
    {
        HangsUp();
        (call, guest) = (null, null);
    }

    // A browser has one line.
    private void Dials(string ticket)
    {
        HangsUp();
        leg = product.Exchange.Connect(UserName, [new("ticket", ticket)]);
    }

    private void HangsUp()
    {
        if (leg is { IsOver: false }) Switchboard.HangUp(leg);
        leg = null;
    }

    private async Task<bool> Posts(string address)
    {
        using var answer = await http.PostAsync(address, null);
        return answer.IsSuccessStatusCode;
    }
}
