using Helpline.Domain.Calls;
using Helpline.Domain.Metrics;
using Helpline.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Calls;

/// <summary>Which calls a figure counts. A null asks nothing.</summary>
/// <param name="Results">Any of them; none for all.</param>
/// <param name="Language">kk, ru or en; <see cref="NoLanguage"/> for none chosen.</param>
/// <param name="Weekday">Local day of entering the queue, 1 for Monday to 7 for Sunday.</param>
/// <param name="Hour">Local hour of entering the queue, 0 to 23.</param>
/// <param name="Above">Of the answered and the abandoned: who waited longer, seconds.</param>
/// <param name="Most">Of the same: who waited at most so many seconds.</param>
internal sealed record CountedCalls(IReadOnlyList<CallResult> Results, string? Language, int? Weekday, int? Hour, double? Above, double? Most)
{
    public const string NoLanguage = "-";
    private static readonly string[] Words = [CallQueries.Offered, .. Enum.GetNames<CallResult>().Select(r => r.ToLowerInvariant())];

    /// <param name="results">As <c>answered,abandoned</c>; offered and null for all.</param>
    /// <returns>What is asked, or the field that is wrong and why.</returns>
    public static (CountedCalls? Asked, string Field, string Why) Of(string? results, string? language, int? weekday, int? hour, double? above, double? most)
    {
        var words = results?.Split(',') ?? [];
        if (words.Except(Words, StringComparer.OrdinalIgnoreCase).FirstOrDefault() is { } unknown) return (null, "result", $"'{unknown}' is none of {string.Join(", ", Words)}.");
        if (weekday is not (null or >= 1 and <= 7)) return (null, "weekday", "1 for Monday to 7 for Sunday.");
        if (hour is not (null or >= 0 and <= 23)) return (null, "hour", "0 to 23.");
        List<CallResult> asked = [.. words.Where(w => !w.Equals(CallQueries.Offered, StringComparison.OrdinalIgnoreCase)).Select(w => Enum.Parse<CallResult>(w, ignoreCase: true))];
        return (new(asked, language, weekday, hour, above, most), "", "");
    }

    /// <summary>The newest first.</summary>
    /// <param name="calls">That entered the queue in the time of the figure.</param>
    /// <param name="size">How many at most.</param>
    public async Task<List<Guid>> Newest(IQueryable<Call> calls, HelplineDb db, TimeZoneInfo zone, int size, CancellationToken stop)
    {
        var language = Language == NoLanguage ? null : Language;
        var asked = Results.Select(r => calls.Counted(db, r)).DefaultIfEmpty(calls).Aggregate((one, other) => one.Concat(other));
        if (Language is not null) asked = asked.Where(c => c.Language == language);
        asked = asked.OrderByDescending(c => c.ArrivedAt);
        // A database does not reckon with fractions of a second as the figures do, and knows no local hours.
        if ((Weekday, Hour, Above, Most) == default) asked = asked.Take(size);
        var found = new List<Guid>();
        await foreach (var call in Times(asked, db).WithCancellation(stop))
        {
            if (Holds(call, zone)) found.Add(call.Id);
            if (found.Count == size) break;
        }
        return found;
    }

    private bool Holds(CallTimes call, TimeZoneInfo zone)
    {
        if (call.Queued is { } at ? !Holds(TimeZoneInfo.ConvertTimeFromUtc(at, zone)) : (Weekday, Hour) != default) return false;
        var wait = ((call.Answered ?? call.Abandoned) - call.Queued)?.TotalSeconds;
        return (Above is null || wait > Above) && (Most is null || wait <= Most);
    }

    private bool Holds(DateTime local) => (Weekday is null || Weekday % 7 == (int)local.DayOfWeek) && (Hour is null || Hour == local.Hour);

    private static IAsyncEnumerable<CallTimes> Times(IQueryable<Call> calls, HelplineDb db) => calls.Select(c => new CallTimes
    {
        Id = c.Id,
        Queued = db.Ledger.Where(e => e.CallId == c.Id && CallHistory.Entrances.Contains(e.To)).Min(e => (DateTime?)e.At),
        Answered = db.Ledger.Where(e => e.CallId == c.Id && e.To == nameof(CallState.Talking)).Min(e => (DateTime?)e.At),
        Abandoned = db.Ledger.Where(e => e.CallId == c.Id && e.To == nameof(CallState.Abandoned)).Min(e => (DateTime?)e.At),
    }).AsAsyncEnumerable();

    private sealed class CallTimes
    {
        public Guid Id { get; init; }
        public DateTime? Queued { get; init; }
        public DateTime? Answered { get; init; }
        public DateTime? Abandoned { get; init; }
    }
}
