using Helpline.Domain.Audit;
using Helpline.Domain.Casework;
using Helpline.Domain.Line;
using Helpline.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Audit;

/// <summary>The trail holds ids; people know things by their numbers, and each other by their names.</summary>
internal static class AuditQueries
{
    /// <summary>Everything that people call by this number.</summary>
    public static async Task<List<Guid>> Named(this HelplineDb db, string number, CancellationToken stop) => await db.Contacts.Where(c => c.Number == number).Select(c => c.Id)
        .Concat(db.Persons.Where(p => p.Number == number).Select(p => p.Id))
        .Concat(db.Cases.Where(c => c.Number == number).Select(c => c.Id))
        .Concat(db.FollowUps.Where(f => f.Number == number).Select(f => f.Id))
        .Concat(db.Referrals.Where(r => r.Number == number).Select(r => r.Id))
        .Concat(db.Visits.Where(v => v.Number == number).Select(v => v.Id))
        .Concat(db.Users.Where(a => a.UserName == number).Select(a => a.Id)).ToListAsync(stop);

    /// <summary>The numbers of what these lines are about.</summary>
    public static async Task<Dictionary<Guid, string>> Numbers(this HelplineDb db, IReadOnlyCollection<AuditEntry> lines, LineRules line, CancellationToken stop)
    {
        var numbers = new Dictionary<Guid, string>();
        foreach (var ofKind in lines.GroupBy(l => l.Subject, l => l.SubjectId))
        {
            var ids = ofKind.Distinct().ToList();
            var numbered = ofKind.Key switch
            {
                Subject.Contact => db.Contacts.Select(c => new { c.Id, c.Number }),
                Subject.Person => db.Persons.Select(p => new { p.Id, p.Number }),
                Subject.Case => db.Cases.Select(c => new { c.Id, c.Number }),
                Subject.FollowUp => db.FollowUps.Select(f => new { f.Id, f.Number }),
                Subject.Referral => db.Referrals.Select(r => new { r.Id, r.Number }),
                Subject.Visit => db.Visits.Select(v => new { v.Id, v.Number }),
                Subject.Account => db.Users.Select(a => new { a.Id, Number = a.UserName! }),
                _ => null,
            };
            if (ofKind.Key is Subject.Shift or Subject.Swap) foreach (var (id, from) in await db.Begins(ids, stop)) numbers[id] = $"{line.Local(from):yyyy-MM-dd HH:mm}";
            if (numbered is not null) foreach (var one in await numbered.Where(n => ids.Contains(n.Id)).ToListAsync(stop)) numbers[one.Id] = one.Number;
        }
        return numbers;
    }

    /// <summary>UTC: a shift, and a swap of one, is known by when it begins.</summary>
    private static async Task<List<(Guid Id, DateTime From)>> Begins(this HelplineDb db, List<Guid> ids, CancellationToken stop) =>
        (await db.Shifts.Where(s => ids.Contains(s.Id)).Select(s => new { s.Id, s.From })
            .Concat(db.Swaps.Where(w => ids.Contains(w.Id)).Join(db.Shifts, w => w.ShiftId, s => s.Id, (w, s) => new { w.Id, s.From })).ToListAsync(stop)).ConvertAll(s => (s.Id, s.From));

    /// <summary>User name to display name.</summary>
    public static async Task<Dictionary<string, string>> Names(this HelplineDb db, IReadOnlyCollection<AuditEntry> lines, CancellationToken stop)
    {
        var actors = lines.Select(l => l.Actor).OfType<string>().Distinct().ToList();
        return await db.Users.AsNoTracking().Where(a => actors.Contains(a.UserName!)).ToDictionaryAsync(a => a.UserName!, a => a.DisplayName, stop);
    }
}
