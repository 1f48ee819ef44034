using Helpline.Domain.Journals;
using Helpline.Server.Casework;
using Helpline.Server.Data;
using Helpline.Server.Journals;
using Helpline.Tests.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Journals;

public class A_journal
{
    private static readonly DateTime Now = new(2026, 11, 2, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task Is_read_along_an_index_and_never_sorted()
    {
        await using var database = await TestDatabase.Create("Sqlite");
        await using var db = database.CreateDbContext();
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        foreach (var journal in Journal.All)
            foreach (var team in new[] { null, "north" })
                foreach (var filter in journal.FilterCodes.Prepend(""))
                {
                    var plan = await Plan(db, Ordered(journal, Scope(db, team, filter)).Take(51));
                    var asked = $"{journal.Code} of {team} by {filter}:\n{string.Join('\n', plan.Select(step => step.What))}";
                    // What is looked up for a row of the page may sort the few it finds.
                    Assert.False(plan.Exists(step => step.What.StartsWith("SCAN", StringComparison.Ordinal)), asked);
                    Assert.True(plan[0].What.StartsWith("SEARCH", StringComparison.Ordinal), asked);
                    Assert.False(plan.Contains((0, "USE TEMP B-TREE FOR ORDER BY")), asked);
                }
    }

    private static JournalScope Scope(HelplineDb db, string? team, string filter)
    {
        var (who, zone) = (new Reader("supervisor1", new HashSet<string> { "Supervisor" }, team), TimeZoneInfo.FindSystemTimeZoneById("Asia/Almaty"));
        var filters = new Dictionary<string, string>();
        // What every row has is asked for by a code: "not said" would be nothing, and no index is read for it.
        if (filter.Length > 0) filters[filter] = filter switch
        {
            "clock" => "closed",
            "weekHour" => "1.9",
            "risk" => "none",
            "language" => "kk",
            "urgency" => "urgent",
            "serviceKind" => "social_legal",
            "area" => "center",
            "owner" or "worker" => "counselor1",
            _ => Journal.None,
        };
        return new(db, who, JournalPeriod.Of(new(2026, 11, 1), new(2026, 11, 30), zone), zone, Now, filters);
    }

    /// <returns>Each step, and the one that it is a part of; 0 for the question itself.</returns>
    private static async Task<List<(int Within, string What)>> Plan(HelplineDb db, IQueryable<object> rows)
    {
        await using var command = (SqliteCommand)rows.CreateDbCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        await using var read = await command.ExecuteReaderAsync();
        var plan = new List<(int Within, string What)>();
        while (await read.ReadAsync()) plan.Add((read.GetInt32(1), read.GetString(3)));
        return plan;
    }

    private static IQueryable<object> Ordered(Journal journal, JournalScope scope) => journal switch
    {
        CallJournal calls => calls.Ordered(scope, null),
        OfferJournal offers => offers.Ordered(scope, null),
        CallbackJournal callbacks => callbacks.Ordered(scope, null),
        ContactJournal contacts => contacts.Ordered(scope, null),
        FollowUpJournal followUps => followUps.Ordered(scope, null),
        ReferralJournal referrals => referrals.Ordered(scope, null),
        VisitJournal visits => visits.Ordered(scope, null),
        CaseJournal cases => cases.Ordered(scope, null),
        _ => throw new NotSupportedException(journal.Code),
    };
}

public class Text_in_a_spreadsheet
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+7701", "'+7701")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "'\r=1")]
    [InlineData("\n=1", "'\n=1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("Отбасы = үй", "Отбасы = үй")]
    [InlineData("", "")]
    public void Is_never_a_formula(string text, string written) => Assert.Equal(written, SpreadsheetText.Harmless(text));

    [Theory, InlineData(ExportFormat.Csv), InlineData(ExportFormat.Xlsx)]
    public async Task Is_counted_by_rows_whatever_stands_in_it(ExportFormat format)
    {
        using var stream = new MemoryStream();
        await using (var sheet = Sheet.Of(format, stream))
        {
            foreach (var text in new[] { "a\nb", "\"", "\"\n\"", "a,b\r\n", "\u0001\ud800", "" }) await sheet.Write([new(text), new("5", IsNumber: true)]);
            await sheet.End();
        }
        stream.Position = 0;
        Assert.Equal(6, Sheet.CountRows(format, stream));
    }
}
