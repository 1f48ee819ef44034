using Helpline.Domain.Calls;
using Helpline.Domain.Contacts;
using Helpline.Domain.Notes;
using Helpline.Domain.Routing;
using Helpline.Load.Lists;
using Helpline.Load.Servers;
using Helpline.Server.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Load.Exports;

/// <summary>Made-up calls over two years, every second one answered, with its contact and note; written by one plain statement a row.</summary>
internal sealed class Years(DateTime now, int calls)
{
    public const int Days = 730;
    private const int Batch = 50_000;
    private static readonly string[] Languages = ["kk", "ru", "en"];
    private static readonly string[] Kinds = ["counseling", "information", "silent", "wrong_number"];
    private static readonly CallRules Rules = new RoutingRules().Calls;

    public async Task Write(ServerSettings settings)
    {
        await using var db = settings.Open();
        await db.Database.OpenConnectionAsync();
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        for (var from = 0; from < calls; from += Batch)
        {
            await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync();
            using var writers = new Writers(db, connection, transaction);
            for (var i = from; i < Math.Min(from + Batch, calls); i++)
                foreach (var row in Rows(i)) writers.Write(row);
            await transaction.CommitAsync();
        }
    }

    private IEnumerable<object> Rows(int i)
    {
        var at = now.AddDays(-Days).AddSeconds(Days * 86_400L * i / calls);
        var call = Call.Arrive(Guid.CreateVersion7(at), $"CA{i:D32}", new("k1:sealed", $"{i % 200_000:x64}", i > 200_000), at);
        call.ChooseLanguage(Languages[i % 3], at.AddSeconds(4));
        if (i % 2 == 0)
        {
            call.CallerLeaves(at.AddSeconds(10 + i % 90), at.AddSeconds(10 + i % 90), Rules);
            yield return call;
            yield break;
        }
        var counselor = Population.Counselor(i);
        call.OfferTo(at.AddSeconds(5));
        call.Accept(counselor, at.AddSeconds(9), Rules);
        call.Admit($"CB{i:D32}", 1, at.AddSeconds(10));
        call.CallerJoins(at.AddSeconds(10), at.AddSeconds(10), Rules);
        call.CounselorJoins(at.AddSeconds(10), at.AddSeconds(10), Rules);
        call.CallerLeaves(at.AddMinutes(9), at.AddMinutes(9), Rules);
        call.Finish(at.AddMinutes(14));
        yield return call;
        yield return new Contact { Id = call.Id, Number = $"{at:yyyyMMdd}-{i:D7}", Channel = Channel.Call, StartedAt = at, Counselor = counselor, Language = call.Language, CallerHash = call.NumberHash };
        var note = new Note { CallId = call.Id, Author = counselor, CreatedAt = at, SavedAt = at, Kind = Kinds[i / 2 % 4], Risk = "low", Topics = ["service_kinds.social_legal", "target_groups.young_mothers"] };
        note.Finish(at.AddMinutes(14));
        yield return note;
    }

    /// <summary>Prepares each statement once.</summary>
    private sealed class Writers(HelplineDb db, SqliteConnection connection, SqliteTransaction transaction) : IDisposable
    {
        private readonly Dictionary<string, SqliteCommand> commands = [];

        public void Write(object row) => PlainInsert.Into(db.Model.FindEntityType(row.GetType())!).Run(Command, row);

        public void Dispose()
        {
            foreach (var command in commands.Values) command.Dispose();
        }

        private SqliteCommand Command(string text) =>
            commands.TryGetValue(text, out var command) ? command : commands[text] = new SqliteCommand(text, connection, transaction);
    }
}
