using Helpline.Contracts.Journals;
using Helpline.Server.Casework;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Journals;

/// <summary>A row of a journal.</summary>
internal interface IJournalRow
{
    Guid Id { get; }

    /// <summary>UTC, by which the journal is kept.</summary>
    DateTime At { get; }
}

/// <param name="Text">In words; null for an empty cell.</param>
internal sealed record Column<T>(string Code, Func<T, JournalWords, string?> Text, bool IsNumber = false);

/// <summary>A journal of one kind of rows. Everything is filtered in the query, the rights too.</summary>
internal abstract class Journal<T> : Journal where T : class, IJournalRow
{
    public sealed override IEnumerable<string> ColumnCodes => Columns.Select(c => c.Code);
    public sealed override IEnumerable<string> FilterCodes => Filters.Select(f => f.Code);

    protected abstract IReadOnlyList<Column<T>> Columns { get; }
    protected abstract IReadOnlyList<Filter<T>> Filters { get; }

    /// <summary>Those of the period that the reader may see.</summary>
    protected abstract IQueryable<T> Rows(JournalScope scope);

    /// <summary>The page of what the row is about, as contacts/id; null when there is none that the reader may see.</summary>
    protected virtual string? Page(T row) => $"{Code}/{row.Id}";

    /// <summary>Adds what no join can.</summary>
    protected virtual Task Complete(JournalScope scope, IReadOnlyList<T> rows, CancellationToken stop) => Task.CompletedTask;

    public sealed override bool IsNumber(string column) => Columns.Single(c => c.Code == column).IsNumber;

    public sealed override IReadOnlyList<JournalChoice> Choices(string filter, JournalWords words) => [.. Named(filter).Choices(words)];

    public sealed override bool TakesNone(string filter) => Named(filter).TakesNone;

    public sealed override Task<int> Count(JournalScope scope, CancellationToken stop) => Narrowed(scope).CountAsync(stop);

    public sealed override Task<IReadOnlyDictionary<string, int>> CountBy(JournalScope scope, string filter, CancellationToken stop) =>
        Named(filter).Count(Narrowed(scope), stop);

    public sealed override async Task<JournalSlice> Slice(JournalScope scope, Cursor? after, int size, IReadOnlyList<string> columns, JournalWords words, CancellationToken stop)
    {
        var rows = await Ordered(scope, after).Take(size + 1).ToListAsync(stop);
        var more = rows.Count > size;
        if (more) rows.RemoveAt(size);
        await Complete(scope, rows, stop);
        Column<T>[] shown = [.. columns.Select(code => Columns.Single(c => c.Code == code))];
        return new([.. rows.Select(r => new JournalLine(r.Id, [.. shown.Select(c => c.Text(r, words))], Page(r)))], more ? new Cursor(rows[^1].At, rows[^1].Id) : null);
    }

    /// <summary>In the order of the index they are read by.</summary>
    internal IQueryable<T> Ordered(JournalScope scope, Cursor? after)
    {
        var rows = after is null ? Narrowed(scope) : Narrowed(scope with { From = after.Value.At });
        if (after is { At: var at, Id: var id }) rows = rows.Where(r => r.At >= at && (r.At > at || r.Id > id));
        return rows.OrderBy(r => r.At).ThenBy(r => r.Id);
    }

    protected IQueryable<T> Narrowed(JournalScope scope) =>
        scope.Filters.Aggregate(Rows(scope), (rows, filter) => Named(filter.Key).Narrow(rows, filter.Value, scope));

    private Filter<T> Named(string code) => Filters.Single(f => f.Code == code);
}
