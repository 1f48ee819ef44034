using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using Helpline.Contracts;
using Helpline.Contracts.Accounts;
using Helpline.Contracts.Metrics;
using Helpline.Load.Lists;
using Helpline.Load.Servers;
using Helpline.Server.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Load.Metrics;

/// <summary>The page of figures over a month and over a year, as a supervisor asks for it, above two years of calls.</summary>
internal sealed class MetricsVerb : Verb
{
    private const double MonthBar = 200, YearBar = 1000;
    private const int WarmUp = 30;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);

    public override string Name => "metrics";
    public override string Measures => "time of the figures of a month and of a year, with 1 000 000 calls";
    public override string Options => "--calls 1000000 --asks 40 (of each) --folder DIR (for the database, kept and used again)";

    public override async Task Run(Options options, Report report)
    {
        var (calls, asks, kept) = (options.Number("--calls", 1_000_000), options.Number("--asks", 40), options.Text("--folder"));
        options.Done();
        using var folder = kept is null ? new TemporaryFolder(null) : null;
        var path = Directory.CreateDirectory(kept ?? folder!.Path).FullName;
        var account = LineAccount.New();
        var settings = new ServerSettings(path, account.Sid, account.Token, new Uri("http://127.0.0.1:9"), new(LineAccount.PublicUrl));
        await Seed(settings, path, calls, report);
        await using var server = await HelplineServer.Start(settings);
        await RollUp(server, report);
        using var http = new HttpClient(new HttpClientHandler { CookieContainer = new() }) { BaseAddress = server.Process.Address };
        (await http.PostAsJsonAsync(Routes.Session, new SignIn("supervisor", Staff.Password))).EnsureSuccessStatusCode();
        await Measure(report, http, "a month", 30, MonthBar, asks);
        await Measure(report, http, "a year", 365, YearBar, asks);
    }

    private static async Task Seed(ServerSettings settings, string folder, int calls, Report report)
    {
        var done = Path.Combine(folder, "seeded");
        if (File.Exists(done))
        {
            await using var db = settings.Open();
            // Sealed with the keys of an earlier run.
            await db.DataProtectionKeys.ExecuteDeleteAsync();
            return;
        }
        var started = Stopwatch.GetTimestamp();
        await SeedVerb.Fill(settings, new(1000, 10_000, 5_000, 10_000, 10_000, 10_000));
        await using (var db = settings.Open())
        {
            await db.Database.OpenConnectionAsync();
            Fill(db, (SqliteConnection)db.Database.GetDbConnection(), new YearsOfCalls(TimeProvider.System.GetUtcNow().UtcDateTime, calls));
        }
        await File.WriteAllTextAsync(done, "");
        report.Add(new("metrics: seeding", Stopwatch.GetElapsedTime(started).TotalSeconds, null, null, "s", 1));
    }

    private static void Fill(HelplineDb db, SqliteConnection connection, YearsOfCalls years)
    {
        Do(connection, "PRAGMA synchronous = OFF; PRAGMA cache_size = -400000");
        var commands = new Dictionary<string, SqliteCommand>();
        using var notes = new NoteInsert(connection);
        foreach (var day in years.EachDay())
        {
            using var transaction = connection.BeginTransaction();
            foreach (var row in day)
            {
                if (row is SeededNote note)
                {
                    notes.Run(note, transaction);
                    continue;
                }
                PlainInsert.Into(db.Model.FindEntityType(row.GetType())!).Run(text => Command(text, transaction), row);
            }
            transaction.Commit();
        }
        foreach (var command in commands.Values) command.Dispose();
        Do(connection, "PRAGMA wal_checkpoint(TRUNCATE)");

        SqliteCommand Command(string text, SqliteTransaction transaction)
        {
            if (!commands.TryGetValue(text, out var command)) commands[text] = command = new SqliteCommand(text, connection);
            command.Transaction = transaction;
            return command;
        }
    }

    /// <summary>The server's own job catches up, as it would after an update.</summary>
    private static async Task RollUp(HelplineServer server, Report report)
    {
        var (started, until) = (Stopwatch.GetTimestamp(), TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-1));
        while (await server.Use(db => db.RollUpMarks.AsNoTracking().Select(m => (DateTime?)m.Until).SingleOrDefaultAsync()) is not { } mark || mark < until)
        {
            if (Stopwatch.GetElapsedTime(started) > Patience) throw new TimeoutException("The roll-ups did not catch up.");
            await Task.Delay(500);
        }
        report.Add(new("metrics: catching up with what is not rolled up", Stopwatch.GetElapsedTime(started).TotalSeconds, null, null, "s", 1));
    }

    private static async Task Measure(Report report, HttpClient http, string name, int days, double bar, int asks)
    {
        var (times, counted) = (new List<double>(asks), 0);
        for (var i = -WarmUp; i < asks; i++)
        {
            var last = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-Math.Abs(i) * 7 % 300);
            var started = Stopwatch.GetTimestamp();
            using var answer = await http.GetAsync($"{Routes.Metrics}?from={last.AddDays(1 - days):yyyy-MM-dd}&to={last:yyyy-MM-dd}");
            await answer.Content.LoadIntoBufferAsync();
            // The first asks find and compile what is hot.
            if (i >= 0) times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            counted = (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<LineMetrics>())!.Calls.Offered;
        }
        var p95 = times.Percentile(0.95);
        report.Add(new($"metrics: {name}, p95", p95, null, null, "ms", asks));
        report.Must(p95 <= bar && counted > 0, string.Create(CultureInfo.InvariantCulture, $"{name} of {counted} calls: p95 {p95:F0} ms, at most {bar}"));
    }

    private static void Do(SqliteConnection connection, string sql)
    {
        using var command = new SqliteCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
