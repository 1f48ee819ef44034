using System.Collections.Concurrent;
using System.Data.Common;
using Helpline.Contracts;
using Helpline.Contracts.Persons;
using Helpline.Server.Data;
using Helpline.Tests.Cases;
using Helpline.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Tests.Searching;

public class A_list_or_search
{
    [Theory, InlineData("counselor1", null), InlineData("supervisor1", null), InlineData("supervisor1", "day")]
    public async Task Seeks_an_index_and_scans_no_table_whoever_asks(string userName, string? team)
    {
        var asked = new Listener();
        using var host = HelplineHost.Start(replace: services => services.ConfigureDbContext<SqliteHelplineDb>(o => o.AddInterceptors(asked)));
        if (team is not null) await host.Teams((userName, team));
        await using var aigul = await host.SignIn();
        var opened = await aigul.OpensACase();
        var kept = await aigul.WritesDown(Caseworking.Aliya, of: opened.Id);
        await using var reader = await host.SignIn(userName);
        asked.Statements.Clear();

        foreach (var list in new[] { Routes.Cases, Routes.Cases + "?mine=true&state=Closed", Routes.Contacts, Routes.Contacts + "?channel=Call&from=2026-01-01&to=2027-01-01", Routes.Contacts + "?counselor=counselor1", Routes.CaseTimeline(opened.Id), Routes.Case(opened.Id) })
        {
            await reader.Opens(list);
            await reader.Opens($"{list}{(list.Contains('?') ? '&' : '?')}after=8de0000000000000-{Guid.Empty:N}&before=2026-12-01");
        }
        foreach (var text in new[] { "алия сейт", "87015553322", "20261102", "жилье" })
            foreach (var filter in new[] { "", "&state=Open&risk=low&from=2026-01-01&to=2027-01-01", $"&subject=Case&after={Guid.Empty:N}жилье" })
                await reader.Opens($"{Routes.Search}?text={Uri.EscapeDataString(text)}{filter}");
        await reader.Posts(Routes.Duplicates, new Likeness("Әлия Сейтқызы", 1987, "87015553322"));
        await reader.Opens(Routes.Person(kept.Id) + "?reason=care");

        Assert.True(asked.Statements.Count > 15, $"Only {asked.Statements.Count} statements were heard.");
        foreach (var (sql, values) in asked.Statements)
        {
            var plan = await Plan(host, sql, values);
            Assert.False(plan.Replace("SCAN CONSTANT ROW", "", StringComparison.Ordinal).Contains("SCAN", StringComparison.Ordinal) && !IsNever(sql) && !IsFirstOfAll(sql, plan), $"{sql}\n{plan}");
            if (sql.Contains("FROM \"SearchWords\"", StringComparison.Ordinal)) Assert.Contains("(Subject=? AND Word>? AND Word<?)", plan, StringComparison.Ordinal);
        }
    }

    /// <summary>A question about nobody, which the database does not look at.</summary>
    private static bool IsNever(string sql) => sql.Contains("WHERE 0", StringComparison.Ordinal);

    /// <summary>The first rows of everything in the order of an index.</summary>
    private static bool IsFirstOfAll(string sql, string plan) => !sql.Contains("WHERE", StringComparison.Ordinal) && sql.Contains("LIMIT", StringComparison.Ordinal) && plan.Contains("USING INDEX", StringComparison.Ordinal) && !plan.Contains("TEMP", StringComparison.Ordinal);

    private static Task<string> Plan(HelplineHost host, string sql, IReadOnlyList<(string Name, object? Value)> values) => host.Reads(async db =>
    {
        await db.Database.OpenConnectionAsync();
        await using var command = (SqliteCommand)db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        await using var steps = await command.ExecuteReaderAsync();
        var plan = new List<string>();
        while (await steps.ReadAsync()) plan.Add(steps.GetString(3));
        return string.Join('\n', plan);
    });

    /// <summary>Every question that was put to the tables of people.</summary>
    private sealed class Listener : DbCommandInterceptor
    {
        private static readonly string[] Tables = ["\"Contacts\"", "\"Persons\"", "\"Cases\"", "\"SearchWords\"", "\"Grants\"", "\"History\"", "\"Alerts\"", "\"Households\""];

        public ConcurrentDictionary<string, IReadOnlyList<(string, object?)>> Statements { get; } = new();

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (command.CommandText.StartsWith("SELECT", StringComparison.Ordinal) && Tables.Any(command.CommandText.Contains))
                Statements[command.CommandText] = [.. command.Parameters.Cast<DbParameter>().Select(p => (p.ParameterName, p.Value))];
            return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
        }
    }
}
