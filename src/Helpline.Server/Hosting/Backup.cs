using System.Data.Common;
using Helpline.Server.Data;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Hosting;

/// <summary>
/// The database into one file and back, by one command each. SQLite is copied here, also while the server runs; SQL Server copies
/// itself, and the line that tells it to is printed. The privacy keys are never in it.
/// </summary>
internal static class Backup
{
    private const string Keys = "The privacy keys (Privacy:Keys, Privacy:HashKey) are NOT in it: without them its notes and numbers cannot be read. Keep them apart from it.";

    /// <param name="file">Must not be there yet.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> Make(HelplineDb db, string file)
    {
        if (db is SqlServerHelplineDb) return Tell(db, "BACKUP DATABASE [{0}] TO DISK = N'{1}' WITH CHECKSUM, INIT", file);
        if (File.Exists(file)) return Refuse($"{file} is there already; name a file that is not.");
        await db.Database.ExecuteSqlAsync($"VACUUM INTO {Path.GetFullPath(file)}");
        Flush(file);
        if (await Wrong(db, file) is { } wrong) return Refuse(wrong);
        Console.WriteLine($"The database is in {Path.GetFullPath(file)}, {new FileInfo(file).Length:N0} bytes, and was found whole.{Environment.NewLine}{Keys}");
        return 0;
    }

    /// <param name="force">A database that holds something already is replaced.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> Restore(HelplineDb db, string file, bool force)
    {
        if (db is SqlServerHelplineDb) return Tell(db, "ALTER DATABASE [{0}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE; RESTORE DATABASE [{0}] FROM DISK = N'{1}' WITH REPLACE, CHECKSUM; ALTER DATABASE [{0}] SET MULTI_USER", file);
        if (!File.Exists(file)) return Refuse($"{file} is not there.");
        if (await Wrong(db, file) is { } wrong) return Refuse(wrong);
        var target = Path.GetFullPath(new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource);
        if (File.Exists(target) && new FileInfo(target).Length > 0)
        {
            if (await IsInUse(target)) return Refuse($"{target} is in use: stop every server on it first.");
            if (!force) return Refuse($"{target} holds a database already; add --force to replace it.");
        }
        Put(file, target);
        await Scalar(target, SqliteOpenMode.ReadWrite, "PRAGMA journal_mode = WAL");
        Console.WriteLine($"{target} is now what {file} holds. Start the server with the privacy keys of that time.");
        return 0;
    }

    /// <summary>Why the file is no backup that this program can read; null when it is one.</summary>
    private static async Task<string?> Wrong(HelplineDb db, string file)
    {
        try
        {
            if (await Scalar(file, SqliteOpenMode.ReadOnly, "PRAGMA integrity_check") is not "ok") return $"{file} is damaged: SQLite finds it not whole.";
            var newest = await Scalar(file, SqliteOpenMode.ReadOnly, "SELECT MAX(MigrationId) FROM __EFMigrationsHistory") as string;
            return newest is not null && db.Database.GetMigrations().Contains(newest) ? null : $"{file} was made by a newer version: it knows the migration {newest}.";
        }
        catch (SqliteException error)
        {
            return $"{file} is no database of ours ({error.Message.TrimEnd('.')}).";
        }
    }

    /// <summary>A database leaves its journal only when nobody else has it open.</summary>
    private static async Task<bool> IsInUse(string target)
    {
        try
        {
            return await Scalar(target, SqliteOpenMode.ReadWrite, "PRAGMA journal_mode = DELETE") is not "delete";
        }
        catch (SqliteException error) when (error.SqliteErrorCode is 5 or 6)
        {
            return true;
        }
    }

    private static async Task<object?> Scalar(string file, SqliteOpenMode mode, string sql)
    {
        var place = new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false, DefaultTimeout = 1 };
        await using DbConnection connection = new SqliteConnection(place.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Whole or not at all: a copy beside it takes its place in one step.</summary>
    private static void Put(string file, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var copy = target + ".restoring";
        File.Copy(file, copy, overwrite: true);
        Flush(copy);
        foreach (var journal in new[] { target + "-wal", target + "-shm" }) File.Delete(journal);
        File.Move(copy, target, overwrite: true);
    }

    private static void Flush(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Prints the line for an administrator of SQL Server, who has the rights; no password stands in it.</summary>
    private static int Tell(HelplineDb db, string sql, string file)
    {
        var place = new SqlConnectionStringBuilder(db.Database.GetConnectionString());
        var statement = string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, place.InitialCatalog.Replace("]", "]]", StringComparison.Ordinal), file.Replace("'", "''", StringComparison.Ordinal));
        Console.WriteLine($"SQL Server copies itself. Run, with the rights to do so (the file is on its machine):{Environment.NewLine}sqlcmd -S {place.DataSource} -d master -I -b -Q \"{statement}\"{Environment.NewLine}{Keys}");
        return 0;
    }

    private static int Refuse(string why)
    {
        Console.Error.WriteLine($"Nothing was done. {why}");
        return 1;
    }
}
