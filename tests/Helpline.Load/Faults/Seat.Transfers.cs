using System.Net.Http.Json;
using Helpline.Contracts;
using Helpline.Contracts.Board;
using Helpline.Contracts.Transfers;
using Helpline.Domain.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Load.Faults;

/// <summary>Warm transfers: she asks a colleague to go on with her caller, or is asked; each may change her mind, and each line may break.</summary>
internal sealed partial class Seat
{
    /// <summary>The transfer that she wants of her own call.</summary>
    private Guid? asks;

    /// <summary>The transfer that she, a colleague, has said yes to.</summary>
    private Guid? joined;

    /// <summary>The transfer that she lets lapse.</summary>
    private Guid? ignored;
    private DateTimeOffset decidesAt;

    /// <summary>Whom she may ask; boards show who is free.</summary>
    public IReadOnlyList<Seat> Colleagues { get; set; } = [];

    private bool IsIdle => call is null && joined is null && ringing is null && product.Now >= awayUntil;

    private async Task Asks(Guid mine, DateTimeOffset now)
    {
        var free = Colleagues.Where(c => c != this && c.IsIdle).ToList();
        if (free.Count == 0) return;
        using var answer = await http.PostAsJsonAsync(Routes.AskColleague(mine), new AskColleague(free[random.Next(free.Count)].UserName));
        if (answer.IsSuccessStatusCode) (asks, decidesAt) = ((await answer.Content.ReadFromJsonAsync<TransferCard>())!.Id, now.AddSeconds(random.Next(4, 25)));
    }

    /// <summary>The two speak, then she gives the call away or keeps it.</summary>
    private async Task HandsOver(Guid asked, Transfer? open, DateTimeOffset now)
    {
        if (open?.Id != asked)
        {
            asks = null;
            actsAt = now.AddSeconds(random.Next(3, 10));
            // The call is the colleague's; the server ends this line.
            if (await HowItEnded(asked) == TransferState.Completed) (call, guest) = (null, null);
        }
        else if (now >= decidesAt)
        {
            decidesAt = now.AddSeconds(5);
            var completes = open.State == TransferState.Consulting && random.NextDouble() < 0.7;
            await Posts(completes ? Routes.CompleteTransfer(asked) : Routes.CancelTransfer(asked));
        }
    }

    private async Task IsAsked(Transfer asked, DateTimeOffset now)
    {
        if (ignored == asked.Id) return;
        // A few seconds until she has made up her mind.
        switch (random.NextDouble())
        {
            case < 0.006:
                ignored = asked.Id;
                break;
            case < 0.018:
                await Posts(Routes.DeclineTransfer(asked.Id));
                break;
            case < 0.07:
                using (var accepted = await http.PostAsync(Routes.AcceptTransfer(asked.Id), null))
                {
                    if (!accepted.IsSuccessStatusCode) break;
                    joined = asked.Id;
                    Dials((await accepted.Content.ReadFromJsonAsync<AcceptedOffer>())!.Ticket);
                }
                break;
        }
    }

    /// <summary>In the room with the other, or on the way there.</summary>
    private async Task Consults(Guid transfer, Transfer? open, DateTimeOffset now)
    {
        if (open?.Id == transfer)
        {
            if (random.NextDouble() < 0.008) HangsUp();
            else if (random.NextDouble() < 0.003) await Posts(Routes.DeclineTransfer(transfer));
            return;
        }
        joined = null;
        if (await product.Evidence.Reads(db => db.Transfers.AsNoTracking().SingleAsync(t => t.Id == transfer)) is { State: TransferState.Completed } completed)
            (call, tries, actsAt) = (completed.CallId, 0, now.AddSeconds(random.Next(5, 20)));
        else HangsUp();
    }

    private Task<TransferState> HowItEnded(Guid transfer) => product.Evidence.Reads(db => db.Transfers.Where(t => t.Id == transfer).Select(t => t.State).SingleAsync());
}
