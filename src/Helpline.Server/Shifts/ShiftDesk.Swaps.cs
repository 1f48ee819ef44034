using Helpline.Domain.Casework;
using Helpline.Domain.Shifts;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Shifts;

/// <summary>Swaps: only approving one changes the rota, and then both shifts in one step.</summary>
internal sealed partial class ShiftDesk
{
    /// <returns>Null for the shift of somebody else, one that has begun, or one on which a swap is open.</returns>
    public async Task<Swap?> Ask(Shift shift)
    {
        if (shift.Counselor != who.UserName || shift.From <= now || await db.Swaps.Open().AnyAsync(s => s.ShiftId == shift.Id)) return null;
        var swap = new Swap { Id = Guid.CreateVersion7(now), ShiftId = shift.Id, AskedBy = shift.Counselor!, AskedAt = now };
        db.Swaps.Add(swap);
        Record(Subject.Swap, swap.Id, "Asked", null, nameof(SwapState.Asked));
        return swap;
    }

    /// <param name="inReturn">A shift of the colleague's.</param>
    public async Task<ShiftRefusal?> Take(Swap swap, Guid? inReturn)
    {
        if (await Wrong(swap, who.UserName!, inReturn) is { } wrong) return wrong;
        if (!swap.Take(who.UserName!, inReturn)) return new("swap", ShiftFault.NotOpen);
        Record(Subject.Swap, swap.Id, nameof(SwapEvent.Taken), nameof(SwapState.Asked), nameof(SwapState.Taken));
        Tell(swap.AskedBy);
        Tell(await Supervisors());
        return null;
    }

    public async Task<bool> GiveBack(Swap swap)
    {
        if (swap.TakenBy != who.UserName || !swap.GiveBack()) return false;
        Record(Subject.Swap, swap.Id, nameof(SwapEvent.GivenBack), nameof(SwapState.Taken), nameof(SwapState.Asked));
        Tell(swap.AskedBy);
        Tell(await Supervisors());
        return true;
    }

    /// <summary>Judged anew, since the rota may have changed; then each has the other's shift, or nothing has changed.</summary>
    public async Task<ShiftRefusal?> Approve(Swap swap, string? reason)
    {
        if (swap.State != SwapState.Taken) return new("swap", ShiftFault.NotOpen);
        if (await Wrong(swap, swap.TakenBy!, swap.InReturn) is { } wrong) return wrong;
        var shift = (await db.Shifts.FindAsync(swap.ShiftId))!;
        var other = swap.InReturn is { } id ? await db.Shifts.FindAsync(id) : null;
        var (from, to) = other is null ? (shift.From, shift.To) : (Min(shift.From, other.From), shift.To > other.To ? shift.To : other.To);
        if (await Silenced(from, to, duties => duties.ConvertAll(d => d.Id == shift.Id ? Duty(d.Id, d.From, d.To, swap.TakenBy)
            : d.Id == other?.Id ? Duty(d.Id, d.From, d.To, swap.AskedBy) : d), reason) is { } silent) return silent;
        End(swap, SwapEvent.Approved);
        HandOn(shift, swap.TakenBy!, reason);
        if (other is not null) HandOn(other, swap.AskedBy, reason);
        // Another swap that one of the two shifts was in cannot be what its people agreed on.
        await LapseSwaps(shift);
        if (other is not null) await LapseSwaps(other);
        Tell(await Supervisors());
        return null;
    }

    /// <param name="what">Refused by a supervisor, or Withdrawn by whoever asked.</param>
    public async Task<bool> Drop(Swap swap, SwapEvent what)
    {
        if (!End(swap, what)) return false;
        Tell(await Supervisors());
        return true;
    }

    /// <summary>Swaps whose shift, or the one in return, is not what it was.</summary>
    public async Task LapseSwaps(Shift shift)
    {
        foreach (var swap in await db.Swaps.Open().Where(s => s.ShiftId == shift.Id || s.InReturn == shift.Id).ToListAsync())
            if (SwapFlow.IsOpen(swap.State)) End(swap, SwapEvent.Lapsed);
    }

    private async Task<ShiftRefusal?> Wrong(Swap swap, string colleague, Guid? inReturn)
    {
        if (colleague == swap.AskedBy) return new("swap", ShiftFault.NotHers);
        if (await db.Shifts.FindAsync(swap.ShiftId) is not { } shift || shift.Counselor != swap.AskedBy) return new("swap", ShiftFault.NotOpen);
        if (shift.From <= now) return new("swap", ShiftFault.HasBegun);
        var other = inReturn is { } id ? await db.Shifts.FindAsync(id) : null;
        if (inReturn is not null && (other is null || other.Counselor != colleague)) return new("inReturn", ShiftFault.NotHers);
        if (other?.From <= now) return new("inReturn", ShiftFault.HasBegun);
        return await Unfit(colleague, shift, "swap", inReturn is { } given ? [given] : []) ?? (other is null ? null : await Unfit(swap.AskedBy, other, "inReturn", shift.Id));
    }

    private void HandOn(Shift shift, string to, string? reason)
    {
        var from = shift.Counselor;
        if (shift.HandOn(to, now)) Record(Subject.Shift, shift.Id, nameof(ShiftEvent.HandedOn), from, to, reason);
    }

    private bool End(Swap swap, SwapEvent what)
    {
        var from = swap.State;
        if (!swap.End(what, who.UserName, now)) return false;
        Record(Subject.Swap, swap.Id, what.ToString(), from.ToString(), swap.State.ToString());
        Tell(swap.AskedBy, swap.TakenBy);
        return true;
    }

    private async Task<IEnumerable<string?>> Supervisors() =>
        (await db.Users.AsNoTracking().Where(a => !a.Disabled).Select(a => new { a.UserName, a.Roles }).ToListAsync()).Where(a => a.Roles.Contains(Accounts.Roles.Supervisor)).Select(a => a.UserName);

    private static DateTime Min(DateTime one, DateTime other) => one < other ? one : other;
}
