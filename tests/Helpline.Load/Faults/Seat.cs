using System.Net.Http.Json;
using Helpline.Contracts;
using Helpline.Contracts.Accounts;
using Helpline.Contracts.Board;
using Helpline.Contracts.Calls;
using Helpline.Contracts.Counselors;
using Helpline.Contracts.Transfers;
using Helpline.Contracts.Work;
using Helpline.Exchange;

namespace Helpline.Load.Faults;

/// <summary>
/// A counselor who answers most offers, declines or ignores some, holds some callers and gives some on, writes a note on each
/// call, and whose page or line sometimes dies. She acts over HTTP and her browser's leg; what rings for her the run tells her, in place of the hub's push.
/// </summary>
internal sealed class Seat
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(10);
    private static readonly string[] Languages = ["kk", "ru", "en"];
    private readonly Product product;
    private readonly HttpClient http;
    private readonly Random random;
    private DateTimeOffset beatsAt;
    private DateTimeOffset actsAt;
    private DateTimeOffset awayUntil;
    private Guid? ringing;
    private Guid? call;
    private Leg? leg;
    private int tries;

    private Seat(Product product, HttpClient http, string userName, Random random) => (this.product, this.http, UserName, this.random) = (product, http, userName, random);

    public string UserName { get; }

    public static async Task<Seat> SignIn(Product product, HttpClient http, string userName, Random random)
    {
        (await http.PostAsJsonAsync(Routes.Session, new SignIn(userName, Product.Password))).EnsureSuccessStatusCode();
        return new Seat(product, http, userName, random);
    }

    /// <summary>A quarter of a second.</summary>
    /// <param name="offer">What rings for her and was not yet shown.</param>
    /// <param name="owed">A callback that nobody has called yet.</param>
    public async Task Lives(Guid? offer, Guid? owed)
    {
        var now = product.Now;
        if (now < awayUntil) return;
        if (now >= beatsAt)
        {
            beatsAt = now + Beat;
            await http.PutAsJsonAsync(Routes.MyPresence, new PresenceChange("Available"));
        }
        if (call is not null) await Talks(call.Value, now);
        else if (ringing is { } shown && now >= actsAt) await Answers(shown, now);
        else if (ringing is null && offer is { } rings) await Sees(rings, now);
        else if (ringing is null && owed is { } callback && random.NextDouble() < 0.5) await CallsBack(callback, now);
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
        leg = random.NextDouble() < 0.03 ? null : product.Exchange.Connect(UserName, [new("ticket", accepted.Ticket)]);
    }

    private async Task Talks(Guid mine, DateTimeOffset now)
    {
        if (leg is { IsOver: false } && random.NextDouble() < 0.001)
        {
            Switchboard.HangUp(leg);
            if (random.NextDouble() < 0.6) await Returns(mine);
        }
        if (now < actsAt)
        {
            await Detours(mine);
            return;
        }
        actsAt = now.AddSeconds(3);
        await Writes(mine);
        if (await Posts(Routes.Finish(mine)) || ++tries == 4) Leaves();
    }

    /// <summary>Hold and the way back, and now and then the caller is given on in another language.</summary>
    private async Task Detours(Guid mine)
    {
        switch (random.NextDouble())
        {
            case < 0.004:
                await Posts(Routes.Hold(mine));
                break;
            case < 0.014:
                await Posts(Routes.Resume(mine));
                break;
            case < 0.0155:
                using (await http.PostAsJsonAsync(Routes.HandOn(mine), new HandOnCall(Language: Languages[random.Next(Languages.Length)])))
                    break;
        }
    }

    private async Task Returns(Guid mine)
    {
        using var answer = await http.PostAsync(Routes.Rejoin(mine), null);
        if (answer.IsSuccessStatusCode) leg = product.Exchange.Connect(UserName, [new("ticket", (await answer.Content.ReadFromJsonAsync<AcceptedOffer>())!.Ticket)]);
    }

    private async Task Writes(Guid mine)
    {
        var text = $"{UserName} on {mine} at {product.Now:O}";
        using var answer = await http.PutAsJsonAsync(Routes.Note(mine), new NoteChange(null, null, null, null, text, null));
        if (answer.IsSuccessStatusCode) product.Evidence.Notes[mine] = text;
    }

    private void Leaves()
    {
        if (leg is { IsOver: false }) Switchboard.HangUp(leg);
        (call, leg) = (null, null);
    }

    private async Task<bool> Posts(string address)
    {
        using var answer = await http.PostAsync(address, null);
        return answer.IsSuccessStatusCode;
    }
}
