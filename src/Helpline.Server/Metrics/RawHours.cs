using Helpline.Domain.Counselors;
using Helpline.Domain.Metrics;
using Helpline.Domain.Offers;
using Helpline.Server.Data;
using Helpline.Server.Journals;
using Helpline.Server.Notes;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Metrics;

/// <summary>What the rows themselves tell of a stretch of whole hours. UTC; <c>from</c> is inclusive, <c>until</c> exclusive.</summary>
internal static class RawHours
{
    /// <summary>No call takes longer from its first webhook to the end of its note.</summary>
    public static readonly TimeSpan LongestCall = TimeSpan.FromHours(6);
    private static readonly OfferJournal Offers = new();
    private static readonly string[] Said = Enum.GetNames<PresenceState>();

    /// <param name="now">The counselors' time is counted until then.</param>
    public static async Task<MeasuredHours> Raw(this HelplineDb db, DateTime from, DateTime until, DateTime now, CancellationToken stop)
    {
        var told = await db.Told(db.Calls.Where(c => c.ArrivedAt >= from - LongestCall && c.ArrivedAt < until), now, stop);
        var calls = told.Where(t => t.History is { } h && h.QueuedAt >= from && h.QueuedAt < until)
            .GroupBy(t => (Hour: MeasuredHours.HourOf(t.History!.QueuedAt), t.Language), t => t.History!.Call).Select(g => CallRollUp.Of(g.Key.Hour, g.Key.Language, [.. g]));
        var crew = await db.Crew([.. told.SelectMany(t => t.Work)], from, until, stop);
        var offers = (await db.RangFor(from, until, stop)).ToLookup(o => o.Hour, o => o.Sums);
        var contacts = (await db.Contacted(from, until, stop)).ToLookup(c => c.Hour, c => c.Facts);
        var hours = MeasuredHours.Each(from, until).Where(hour => hour <= now).Select(hour => Hour(hour, offers[hour].Aggregate(Worked(crew, hour, now), (a, b) => a + b), [.. contacts[hour]]));
        return new([.. calls], [.. hours.Where(h => h.Contacts > 0 || h.Crew != CrewSums.None)]);
    }

    /// <summary>What the counselors' time was made of in a stretch of time, of each one's by user name: its sums are those of the hours.</summary>
    public static async Task<IReadOnlyList<(string Counselor, CrewStretch Stretch)>> CrewTime(this HelplineDb db, DateTime from, DateTime until, DateTime now, CancellationToken stop)
    {
        var end = until < now ? until : now;
        var told = await db.Told(db.Calls.Where(c => c.ArrivedAt >= from - LongestCall && c.ArrivedAt < until), now, stop);
        var crew = await db.Crew([.. told.SelectMany(t => t.Work)], from, until, stop);
        return [.. crew.SelectMany(c => CrewHistory.Stretches(c.Said, c.Between(from, end), from, end).Select(s => (c.Counselor, s)))];
    }

    private static CrewSums Worked(List<CrewMember> crew, DateTime hour, DateTime now)
    {
        var end = hour.AddHours(1) < now ? hour.AddHours(1) : now;
        return crew.Select(c => CrewHistory.Of(c.Said, c.Between(hour, end), hour, end)).Aggregate(CrewSums.None, (a, b) => a + b);
    }

    private static HourRollUp Hour(DateTime hour, CrewSums crew, List<(Parting By, string? Code)[]> contacts)
    {
        var tallies = new Tallies();
        foreach (var (by, code) in contacts.SelectMany(c => c)) tallies.Add(by, code);
        return new() { Hour = hour, Crew = crew, Contacts = contacts.Count, Tallies = tallies.ToString() };
    }

    /// <param name="Said">What she said of herself, the oldest first, and the last thing before.</param>
    private sealed record CrewMember(string Counselor, IReadOnlyList<(DateTime At, PresenceState State)> Said, IReadOnlyList<WorkSpan> Work)
    {
        public IReadOnlyList<WorkSpan> Between(DateTime from, DateTime until) => [.. Work.Where(w => w.From < until && w.Until > from)];
    }

    private static async Task<List<CrewMember>> Crew(this HelplineDb db, List<WorkSpan> work, DateTime from, DateTime until, CancellationToken stop)
    {
        var said = db.Ledger.AsNoTracking().Where(e => e.CallId == null && e.Counselor != null && Said.Contains(e.What));
        var last = await db.Users.Select(u => said.Where(e => e.Counselor == u.UserName && e.At < from).OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Select(e => (long?)e.Id).FirstOrDefault())
            .ToListAsync(stop);
        var known = last.OfType<long>().ToList();
        var before = await said.Where(e => known.Contains(e.Id)).ToListAsync(stop);
        // From the accounts to their lines, as the index has them.
        var within = await db.Users.Join(said, u => u.UserName, e => e.Counselor, (_, e) => e).Where(e => e.At >= from && e.At < until).OrderBy(e => e.At).ThenBy(e => e.Id).ToListAsync(stop);
        var lines = before.Concat(within).ToLookup(e => e.Counselor!, e => (e.At, Enum.Parse<PresenceState>(e.What)));
        var byCounselor = work.ToLookup(w => w.Counselor);
        return [.. lines.Select(l => l.Key).Union(byCounselor.Select(w => w.Key)).Select(c => new CrewMember(c, [.. lines[c]], [.. byCounselor[c]]))];
    }

    private static async Task<List<(DateTime Hour, CrewSums Sums)>> RangFor(this HelplineDb db, DateTime from, DateTime until, CancellationToken stop)
    {
        var offers = await Offers.Rung(db, from, until).Select(o => new { o.At, o.ClosedAt, o.State, o.Missed, o.Stayed }).ToListAsync(stop);
        return offers.ConvertAll(o => (MeasuredHours.HourOf(o.At), new CrewSums
        {
            Offers = 1,
            Missed = o.Missed ? 1 : 0,
            MissedThoughCallerStayed = o.Stayed ? 1 : 0,
            Accepted = o.State == OfferState.Accepted ? 1 : 0,
            Ring = o.State == OfferState.Accepted ? ((o.ClosedAt ?? o.At) - o.At).TotalSeconds : 0,
        }));
    }

    private static async Task<List<(DateTime Hour, (Parting By, string? Code)[] Facts)>> Contacted(this HelplineDb db, DateTime from, DateTime until, CancellationToken stop)
    {
        var contacts = await db.Contacts.AsNoTracking().Where(c => c.StartedAt >= from && c.StartedAt < until)
            .GroupJoin(db.Notes, c => c.Id, n => n.CallId, (c, notes) => new { c, notes })
            .SelectMany(x => x.notes.DefaultIfEmpty(), (x, n) => new
            {
                x.c.StartedAt,
                x.c.Channel,
                x.c.Language,
                n!.About.Region,
                Age = n.About.NeedAge ?? n.About.CallerAge,
                Sex = n.About.NeedSex ?? n.About.CallerSex,
                n.Topics,
                n.Topic,
                n.Risk,
            })
            .ToListAsync(stop);
        return contacts.ConvertAll(c => (MeasuredHours.HourOf(c.StartedAt), ((Parting, string?)[])
        [
            (Parting.Channel, c.Channel.ToString()), (Parting.Language, c.Language), (Parting.Region, c.Region?.Split('.')[0]), (Parting.Age, c.Age), (Parting.Sex, c.Sex), (Parting.Risk, c.Risk),
            .. Of(Parting.Topic, "service_kinds.", c.Topics, c.Topic), .. Of(Parting.TargetGroup, "target_groups.", c.Topics, c.Topic),
        ]));
    }

    private static IEnumerable<(Parting, string?)> Of(Parting by, string list, List<string>? topics, string? old) =>
        NoteCards.TopicsOf(topics ?? [], old).Where(t => t.StartsWith(list, StringComparison.Ordinal)).Select(t => (by, (string?)t[list.Length..])).DefaultIfEmpty((by, null));
}
