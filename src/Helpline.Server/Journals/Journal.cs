using Helpline.Contracts.Journals;
using Helpline.Domain.Journals;
using Helpline.Server.Casework;
using Helpline.Server.Data;

namespace Helpline.Server.Journals;

/// <summary>Which rows of a journal are asked for, and by whom.</summary>
/// <param name="Filters">Code to value.</param>
internal sealed record JournalScope(HelplineDb Db, Reader Who, JournalPeriod Period, TimeZoneInfo Zone, DateTime Now, IReadOnlyDictionary<string, string> Filters)
{
    /// <summary>UTC; no row before it is asked for. The period's begin, or the last line of the page before: of two bounds a database may begin to read at the lower.</summary>
    public DateTime From { get; init; } = Period.Begin;
}

/// <param name="Next">The last line; null at the end.</param>
internal sealed record JournalSlice(IReadOnlyList<JournalLine> Lines, Cursor? Next);

/// <summary>A journal of what comes to an end.</summary>
internal interface IEndingJournal
{
    /// <summary>Days from the beginning to the end, of those that ended, by their state.</summary>
    Task<ILookup<string, double>> Took(JournalScope scope, CancellationToken stop);
}

/// <summary>A journal: its rows in the order of time, and every column and filter that a form may name. It holds no name, number or note of a caller; the title of a case is what its owner wrote.</summary>
internal abstract class Journal
{
    /// <summary>For what is not said, as the value of a filter.</summary>
    public const string None = "-";

    /// <summary>So many values of a filter are named in a refusal.</summary>
    private const int MostNamed = 40;

    public static readonly IReadOnlyList<Journal> All = [new CallJournal(), new OfferJournal(), new CallbackJournal(), new ContactJournal(), new FollowUpJournal(), new ReferralJournal(), new VisitJournal(), new CaseJournal()];

    /// <summary>Names its form and its address.</summary>
    public abstract string Code { get; }
    public abstract IEnumerable<string> ColumnCodes { get; }
    public abstract IEnumerable<string> FilterCodes { get; }

    public static Journal? Find(string code) => All.FirstOrDefault(j => j.Code == code);

    public abstract bool IsNumber(string column);

    public abstract IReadOnlyList<JournalChoice> Choices(string filter, JournalWords words);

    /// <summary>Whether <see cref="None"/> is a value of the filter.</summary>
    public abstract bool TakesNone(string filter);

    /// <summary>How many rows there are.</summary>
    public abstract Task<int> Count(JournalScope scope, CancellationToken stop);

    /// <summary>How many rows each value of a filter has; where a row has several values, it counts for each.</summary>
    public abstract Task<IReadOnlyDictionary<string, int>> CountBy(JournalScope scope, string filter, CancellationToken stop);

    /// <summary>The rows that follow, the oldest first.</summary>
    public abstract Task<JournalSlice> Slice(JournalScope scope, Cursor? after, int size, IReadOnlyList<string> columns, JournalWords words, CancellationToken stop);

    /// <summary>What is wrong with the filters: one of them and why; null when nothing is.</summary>
    public (string Field, string Why)? Wrong(IReadOnlyDictionary<string, string> filters, JournalWords words)
    {
        foreach (var (code, value) in filters)
        {
            if (!FilterCodes.Contains(code)) return (code, $"'{code}' is no filter of the journal {Code}; it has {string.Join(", ", FilterCodes)}.");
            var choices = Choices(code, words);
            if (value == None ? !TakesNone(code) : choices.All(c => c.Code != value))
                return (code, $"'{value}' is no value of the filter '{code}'; it takes {string.Join(", ", choices.Take(MostNamed).Select(c => c.Code).Concat(TakesNone(code) ? [None] : []))}.");
        }
        return null;
    }
}
