using Helpline.Contracts.Shifts;
using Helpline.Domain.Line;
using Helpline.Domain.Shifts;
using Helpline.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Shifts;

/// <summary>The rota as its readers see it: in UTC, and by the wall clock of the line.</summary>
internal sealed record ShiftCards(LineRules Line, IReadOnlyDictionary<string, string> Names, IReadOnlyDictionary<Guid, Guid> SwapOf)
{
    public static async Task<ShiftCards> For(HelplineDb db, LineRules line, CancellationToken stop = default)
    {
        var names = await db.Users.AsNoTracking().Select(a => new { a.UserName, a.DisplayName }).ToListAsync(stop);
        var swaps = await db.Swaps.AsNoTracking().Open().Select(s => new { s.Id, s.ShiftId }).ToListAsync(stop);
        return new(line, names.ToDictionary(n => n.UserName!, n => n.DisplayName), swaps.ToDictionary(s => s.ShiftId, s => s.Id));
    }

    public ShiftCard Of(Shift s) => new(
        s.Id, s.From, s.To, Line.Wall(s.From), Line.Wall(s.To), s.Counselor, Name(s.Counselor), s.Language, s.State.ToString(), s.WeeklyId,
        SwapOf.TryGetValue(s.Id, out var swap) ? swap : null, s.Version);

    public RotaGapCard Of(RotaGap g) => new(g.From, g.To, Line.Wall(g.From), Line.Wall(g.To), g.Language, g.Have, g.Least);

    public WeeklyCard Of(WeeklyShift w) => new(w.Id, w.Day.ToString(), w.Begins, w.Ends, w.FirstDay, w.Counselor, Name(w.Counselor), w.Language, w.OnHolidays);

    public SwapCard Of(Swap s, Shift shift, Shift? inReturn) => new(
        s.Id, Of(shift), s.AskedBy, Name(s.AskedBy)!, s.State.ToString(), s.TakenBy, Name(s.TakenBy), inReturn is null ? null : Of(inReturn), s.AskedAt);

    /// <summary>Swaps with their shifts, in the order of these.</summary>
    public async Task<List<SwapCard>> Of(IQueryable<Swap> swaps, HelplineDb db, CancellationToken stop)
    {
        var rows = await (from swap in swaps
                          join shift in db.Shifts on swap.ShiftId equals shift.Id
                          join other in db.Shifts on swap.InReturn equals (Guid?)other.Id into others
                          from inReturn in others.DefaultIfEmpty()
                          orderby shift.From
                          select new { swap, shift, inReturn }).AsNoTracking().ToListAsync(stop);
        return rows.ConvertAll(r => Of(r.swap, r.shift, r.inReturn));
    }

    private string? Name(string? userName) => userName is null ? null : Names.GetValueOrDefault(userName, userName);
}
