using Helpline.Domain.Calls;
using Helpline.Domain.Casework;
using Helpline.Domain.Line;
using Helpline.Domain.Offers;
using Helpline.Server.Routing;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Calls;

/// <summary>A supervisor leads callers to others than those who would be asked.</summary>
internal sealed partial class CallDesk
{
    /// <summary>Where a detour that names nobody leads.</summary>
    private Diversion WayOut => line.BackupNumber is null ? Diversion.QueueFull : Diversion.NobodyThere;

    /// <summary>From now on, and for those who wait.</summary>
    /// <returns>False while another detour of the same callers stands.</returns>
    public async Task<bool> Lead(Detour detour)
    {
        if (await db.Detours.Standing().AnyAsync(d => d.Of == detour.Of && d.Code == detour.Code)) return false;
        db.Detours.Add(detour);
        Record("DetourMade", null, detour.By, detour.Code, detour.To);
        Trail(detour.By, Subject.Line, detour.Id, $"detour {Way(detour)}");
        if (detour.To is null) await LeadOut(detour.Code);
        return QueueMoved = News.Live = true;
    }

    public bool Lift(Detour detour, string by)
    {
        if (!detour.Lift(by, now)) return false;
        Record("DetourLifted", null, by, detour.To, detour.Code);
        Trail(by, Subject.Line, detour.Id, $"detour-lifted {Way(detour)}");
        return QueueMoved = News.Live = true;
    }

    private static string Way(Detour detour) => detour.To is null ? detour.Code : $"{detour.Code} → {detour.To}";

    /// <summary>Whoever waits for a first answer leaves the queue; a caller whom a counselor has handed on stays.</summary>
    private async Task LeadOut(string language)
    {
        var waiting = await db.Calls.Where(c => (c.State == CallState.Waiting || c.State == CallState.Offered) && c.Language == language && c.FirstAnsweredAt == null).ToListAsync();
        foreach (var call in waiting) await Divert(call, WayOut);
    }

    /// <summary>The caller shall be asked of this colleague first: one who waits keeps the place, one who talks goes back to the head of the queue.</summary>
    public async Task<bool> Assign(Call call, string to, string by)
    {
        if (call.State == CallState.Talking) return await HandOn(call, to, language: null, topic: null);
        if (!call.Assign(to, by, now)) return false;
        await CloseOffers(call, OfferState.Withdrawn);
        call.LapseOffer(now);
        Record("Assigned", call.Id, by, to: to);
        return QueueMoved = true;
    }
}
