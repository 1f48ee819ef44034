using Helpline.Domain.Visits;
using Helpline.Server.Casework;
using Helpline.Server.Data;
using Helpline.Server.Visits;
using Helpline.Tests.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Visits;

public class The_lists_of_visits
{
    private static readonly DateTime Now = new(2026, 11, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Reader Gulnar = new("social1", new HashSet<string> { "SocialWorker" }, null);
    private static readonly Reader Yerlan = new("supervisor1", new HashSet<string> { "Supervisor" }, "north");

    [Fact]
    public async Task Are_found_and_sorted_by_an_index()
    {
        await using var database = await TestDatabase.Create("Sqlite");
        await using var db = database.CreateDbContext();
        IQueryable<Visit>[] lists =
        [
            db.Visits.OfWorker("social1", Now, Now.AddDays(7)).VisibleTo(db, Gulnar, Now), db.Visits.Owed("center", null).VisibleTo(db, Gulnar, Now),
            db.Visits.Owed(null, Guid.NewGuid()).VisibleTo(db, Gulnar, Now), db.Visits.ToLookAt().VisibleTo(db, Yerlan, Now), db.Visits.Unreported(Now),
        ];
        foreach (var list in lists) Assert.DoesNotContain(await Plan(db, list), step => step.StartsWith("SCAN", StringComparison.Ordinal) || step.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_those_that_nobody_answered_are_sought_in_what_is_owed_and_not_in_all_that_was_ever_missed()
    {
        await using var database = await TestDatabase.Create("Sqlite");
        await using var db = database.CreateDbContext();
        Assert.Contains(await Plan(db, db.Visits.Unanswered(db, Now)), step => step.Contains("IX_Visits_Worker_IsOwed_PlannedFrom (Worker=? AND IsOwed=? AND PlannedFrom<?)", StringComparison.Ordinal));
    }

    private static async Task<List<string>> Plan(HelplineDb db, IQueryable<Visit> list)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = (SqliteCommand)list.CreateDbCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        await using var rows = await command.ExecuteReaderAsync();
        var steps = new List<string>();
        while (await rows.ReadAsync()) steps.Add(rows.GetString(3));
        return steps;
    }
}
