using System.Linq.Expressions;
using Helpline.Contracts.Journals;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Journals;

/// <summary>One question by which the rows of a journal are narrowed, and by whose answers they are counted.</summary>
internal abstract class Filter<T>(string code, Func<JournalWords, IEnumerable<JournalChoice>> choices, bool takesNone)
{
    public string Code => code;

    /// <summary>What it asks may be left unsaid, so <see cref="Journal.None"/> is an answer too.</summary>
    public bool TakesNone => takesNone;

    public IEnumerable<JournalChoice> Choices(JournalWords words) => choices(words);

    /// <param name="value">One of the choices, or <see cref="Journal.None"/> where it <see cref="TakesNone"/>.</param>
    public abstract IQueryable<T> Narrow(IQueryable<T> rows, string value, JournalScope scope);

    public abstract Task<IReadOnlyDictionary<string, int>> Count(IQueryable<T> rows, CancellationToken stop);
}

/// <summary>By one value of a row.</summary>
/// <param name="read">The value of a choice.</param>
/// <param name="write">The choice of a value.</param>
/// <param name="alongTime">The value has an index in another order than the journal's: the rows are read along the time and looked through.</param>
internal sealed class ValueFilter<T, TKey>(
    string code, Expression<Func<T, TKey>> of, Func<string, TKey> read, Func<TKey, string> write, Func<JournalWords, IEnumerable<JournalChoice>> choices,
    bool alongTime = false, bool takesNone = false) : Filter<T>(code, choices, takesNone) where T : IJournalRow
{
    public override IQueryable<T> Narrow(IQueryable<T> rows, string value, JournalScope scope)
    {
        var wanted = read(value);
        // A captured variable, so that it becomes a parameter and the statement is compiled once.
        Expression<Func<TKey>> held = () => wanted;
        var right = alongTime ? OfTheRow(held.Body, scope) : held.Body;
        return rows.Where(Expression.Lambda<Func<T, bool>>(Expression.Equal(of.Body, right), of.Parameters));
    }

    // What depends on the row is sought in no index; of every row of the period it is the wanted value.
    private ConditionalExpression OfTheRow(Expression wanted, JournalScope scope)
    {
        var (begin, never) = (scope.From, default(TKey)!);
        Expression<Func<DateTime>> from = () => begin;
        Expression<Func<TKey>> other = () => never;
        return Expression.Condition(Expression.GreaterThanOrEqual(Expression.Property(of.Parameters[0], nameof(IJournalRow.At)), from.Body), wanted, other.Body);
    }

    public override async Task<IReadOnlyDictionary<string, int>> Count(IQueryable<T> rows, CancellationToken stop)
    {
        var counted = await rows.GroupBy(of).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(stop);
        return counted.ToDictionary(g => write(g.Key), g => g.Count);
    }
}

/// <summary>By a code that may be followed by one of what belongs to it, as <c>almaty_region.talgar</c>: the first counts.</summary>
internal sealed class PathFilter<T>(string code, Expression<Func<T, string?>> of, Func<JournalWords, IEnumerable<JournalChoice>> choices) : Filter<T>(code, choices, takesNone: true)
{
    public override IQueryable<T> Narrow(IQueryable<T> rows, string value, JournalScope scope)
    {
        var (whole, within) = (value == Journal.None ? null : value, value + ".");
        Expression<Func<string?, bool>> isIt = path => path == whole || path!.StartsWith(within);
        return rows.Where(Expression.Lambda<Func<T, bool>>(new Swap(isIt.Parameters[0], of.Body).Visit(isIt.Body), of.Parameters));
    }

    public override async Task<IReadOnlyDictionary<string, int>> Count(IQueryable<T> rows, CancellationToken stop)
    {
        var counted = await rows.GroupBy(of).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(stop);
        return counted.GroupBy(g => g.Key?.Split('.')[0] ?? Journal.None).ToDictionary(g => g.Key, g => g.Sum(c => c.Count));
    }

    private sealed class Swap(ParameterExpression from, Expression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}

/// <summary>By a question that has a query of its own.</summary>
internal sealed class RuleFilter<T>(
    string code, Func<IQueryable<T>, string, JournalScope, IQueryable<T>> narrow, Func<IQueryable<T>, CancellationToken, Task<IReadOnlyDictionary<string, int>>>? count,
    Func<JournalWords, IEnumerable<JournalChoice>> choices, bool takesNone = false) : Filter<T>(code, choices, takesNone)
{
    public override IQueryable<T> Narrow(IQueryable<T> rows, string value, JournalScope scope) => narrow(rows, value, scope);

    public override Task<IReadOnlyDictionary<string, int>> Count(IQueryable<T> rows, CancellationToken stop) =>
        count?.Invoke(rows, stop) ?? throw new NotSupportedException($"Nothing is counted by {Code}.");
}

/// <summary>The kinds of filters by what stands in the row.</summary>
internal static class By
{
    public static Filter<T> Code<T>(string code, Expression<Func<T, string?>> of, string list, bool alongTime = false) where T : IJournalRow => Text(code, of, words => words.Codes(list), alongTime);

    public static Filter<T> Person<T>(string code, Expression<Func<T, string?>> of, bool alongTime = false) where T : IJournalRow => Text(code, of, words => words.People, alongTime);

    public static Filter<T> Language<T>(Expression<Func<T, string?>> of) where T : IJournalRow => Text("language", of, words => words.Values("languages"));

    public static Filter<T> Enum<T, TEnum>(string code, Expression<Func<T, TEnum>> of, string values, bool alongTime = false) where T : IJournalRow where TEnum : struct, Enum => new ValueFilter<T, TEnum>(
        code, of, text => System.Enum.TryParse<TEnum>(text, out var value) ? value : default, value => value.ToString(), words => words.Values(values), alongTime);

    /// <param name="yes">The choice for true; the other one is <paramref name="no"/>.</param>
    public static Filter<T> Yes<T>(string code, Expression<Func<T, bool>> of, string values = "answers", string yes = "yes", string no = "no") where T : IJournalRow => new ValueFilter<T, bool>(
        code, of, text => text == yes, value => value ? yes : no, words => words.Values(values).Where(c => c.Code == yes || c.Code == no));

    private static ValueFilter<T, string?> Text<T>(string code, Expression<Func<T, string?>> of, Func<JournalWords, IEnumerable<JournalChoice>> choices, bool alongTime = false) where T : IJournalRow =>
        new(code, of, text => text == Journal.None ? null : text, text => text ?? Journal.None, choices, alongTime, takesNone: true);
}
