using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.RegularExpressions;
using Helpline.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Helpline.Tests.Searching;

/// <summary>Hears every question that is put to the big tables, by requests and by the jobs that run meanwhile, and asks the database how it would go about it.</summary>
internal sealed partial class Plans : DbCommandInterceptor
{
    private static readonly string[] Big =
    [
        "Contacts", "Persons", "Cases", "SearchWords", "Grants", "History", "Alerts", "Households", "FollowUps", "FollowUpAttempts", "Escalations", "Referrals", "PartnerLinks", "Visits", "Notes",
        "Callbacks", "Voicemails", "Offers", "Calls", "Shifts", "AuditTrail", "Organizations", "OrganizationMarks", "Services", "Locations", "OpenTimes", "ContactResources", "Erasures",
    ];

    private static readonly HttpContextAccessor Http = new();
    private readonly ConcurrentDictionary<string, IReadOnlyList<(string Name, object? Value)>> statements = new();
    private readonly ConcurrentDictionary<string, bool> ofRequests = new();

    public int Count => statements.Count;

    /// <summary>Those put by requests themselves, not by jobs and not within a write.</summary>
    public int OfRequests => ofRequests.Count;

    public void Clear()
    {
        statements.Clear();
        ofRequests.Clear();
    }

    /// <summary>No big table is read from one end to the other, but for the first rows of everything in the order of an index.</summary>
    /// <returns>Every statement with its plan.</returns>
    public async Task<IReadOnlyList<(string Sql, string Plan)>> SeekAnIndex(HelplineHost host)
    {
        await Forget(host);
        var plans = new List<(string Sql, string Plan)>();
        foreach (var (sql, values) in statements)
        {
            var steps = await Steps(host, sql, values);
            var plan = string.Join('\n', steps);
            foreach (var step in steps)
                if (Scan().Match(step) is { Success: true } scan && IsBig(sql, scan.Groups[1].Value))
                    Assert.True(IsNever(sql) || IsFirstOfAll(sql, plan), $"{step}\n\n{sql}\n\n{plan}");
            plans.Add((sql, plan));
        }
        return plans;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (command.CommandText.StartsWith("SELECT", StringComparison.Ordinal) && Big.Any(table => command.CommandText.Contains($"\"{table}\"", StringComparison.Ordinal)))
        {
            statements[command.CommandText] = [.. command.Parameters.Cast<DbParameter>().Select(p => (p.ParameterName, p.Value))];
            if (Http.HttpContext is not null) ofRequests[command.CommandText] = true;
        }
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    /// <summary>A plan calls a table by its name in the statement.</summary>
    private static bool IsBig(string sql, string alias) => Big.Any(table => alias == table || sql.Contains($"\"{table}\" AS \"{alias}\"", StringComparison.Ordinal));

    /// <summary>A question about nobody, which the database does not look at.</summary>
    private static bool IsNever(string sql) => sql.Contains("WHERE 0", StringComparison.Ordinal);

    /// <summary>The first rows of everything in the order of an index.</summary>
    private static bool IsFirstOfAll(string sql, string plan) => !sql.Contains("WHERE", StringComparison.Ordinal) && sql.Contains("LIMIT", StringComparison.Ordinal) && plan.Contains("USING INDEX", StringComparison.Ordinal) && !plan.Contains("TEMP", StringComparison.Ordinal);

    /// <summary>Of the few rows of a story the database would rather read all, were it told how few they are.</summary>
    private static Task<int> Forget(HelplineHost host) => host.Reads(async db =>
    {
        var forgotten = await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS sqlite_stat1; DROP TABLE IF EXISTS sqlite_stat4;");
        SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
        return forgotten;
    });

    private static Task<List<string>> Steps(HelplineHost host, string sql, IReadOnlyList<(string Name, object? Value)> values) => host.Reads(async db =>
    {
        await db.Database.OpenConnectionAsync();
        await using var command = (SqliteCommand)db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        await using var read = await command.ExecuteReaderAsync();
        var steps = new List<string>();
        while (await read.ReadAsync()) steps.Add(read.GetString(3));
        return steps;
    });

    [GeneratedRegex(@"^SCAN (\w+)")]
    private static partial Regex Scan();
}
