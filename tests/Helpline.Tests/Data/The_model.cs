using Helpline.Domain;
using Helpline.Server.Data;
using Helpline.Tests.Data.Paper;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Helpline.Tests.Data;

public class The_model
{
    [Theory, InlineData("Sqlite"), InlineData("SqlServer")]
    public void Is_what_the_newest_migration_makes(string provider)
    {
        using var db = TestDatabase.OnNothing(Enum.Parse<DatabaseProvider>(provider));
        Assert.False(db.Database.HasPendingModelChanges(), "Add a migration to both sets: src/Helpline.Server/Data/README.md");
    }

    [Fact]
    public void Has_the_same_steps_on_both_providers()
    {
        using var sqlite = TestDatabase.OnNothing(DatabaseProvider.Sqlite);
        using var server = TestDatabase.OnNothing(DatabaseProvider.SqlServer);
        Assert.Equal(Steps(sqlite), Steps(server));

        static IEnumerable<string> Steps(HelplineDb db) => db.Database.GetMigrations().Select(m => m.Split('_', 2)[1]);
    }

    [Theory, InlineData("Sqlite"), InlineData("SqlServer")]
    public void Refuses_a_write_on_an_old_version_of_every_row_that_changes(string provider)
    {
        using var db = TestDatabase.OnNothing(Enum.Parse<DatabaseProvider>(provider));
        var changing = db.Model.GetEntityTypes().Where(e => e.ClrType.IsAssignableTo(typeof(IVersioned))).ToList();
        Assert.NotEmpty(changing);
        Assert.All(changing, row => Assert.True(row.FindProperty(nameof(IVersioned.Version))!.IsConcurrencyToken, row.Name));
    }

    [Fact]
    public void Compares_text_byte_by_byte_on_SQL_Server_as_SQLite_does()
    {
        using var db = TestDatabase.OnNothing(DatabaseProvider.SqlServer);
        var model = db.GetService<IDesignTimeModel>().Model;
        var compared = model.GetEntityTypes().SelectMany(e => e.GetKeys().SelectMany(k => k.Properties).Concat(e.GetIndexes().SelectMany(i => i.Properties)))
            .Where(p => p.GetTypeMapping().Converter?.ProviderClrType == typeof(string) || p.ClrType == typeof(string)).Distinct().ToList();
        Assert.NotEmpty(compared);
        Assert.All(compared, p => Assert.True(p.GetCollation() == "Latin1_General_100_BIN2", $"{p.DeclaringType.DisplayName()}.{p.Name}"));
    }

    [Fact]
    public void Stores_no_time_with_an_offset_but_the_frameworks_own()
    {
        using var db = TestDatabase.OnNothing(DatabaseProvider.Sqlite);
        var odd = db.Model.GetEntityTypes().SelectMany(e => e.GetProperties())
            .Where(p => new[] { typeof(DateTimeOffset), typeof(TimeSpan), typeof(decimal), typeof(ulong) }.Contains(Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType))
            .Select(p => p.Name);
        // Identity reads the end of a lockout with the row and never asks for it in a condition.
        Assert.Equal(["LockoutEnd"], odd);
    }
}

public class A_migration_for_SQL_Server
{
    [Theory, InlineData(MigrationsSqlGenerationOptions.Default), InlineData(MigrationsSqlGenerationOptions.Idempotent)]
    public void Is_good_T_SQL_as_the_whole_script(MigrationsSqlGenerationOptions options)
    {
        using var db = TestDatabase.OnNothing(DatabaseProvider.SqlServer);
        var script = db.GetService<IMigrator>().GenerateScript(options: options);
        Assert.Contains("CREATE TABLE [Calls]", script);
        Assert.Empty(TransactSql.Faults(script));
    }

    [Fact]
    public void Is_good_T_SQL_step_by_step_up_and_down()
    {
        using var db = TestDatabase.OnNothing(DatabaseProvider.SqlServer);
        var migrator = db.GetService<IMigrator>();
        string[] steps = [Migration.InitialDatabase, .. db.Database.GetMigrations()];
        foreach (var (from, to) in steps.Zip(steps.Skip(1)))
        {
            Assert.Empty(TransactSql.Faults(migrator.GenerateScript(from, to)));
            Assert.Empty(TransactSql.Faults(migrator.GenerateScript(to, from)));
        }
    }
}

public class The_check_of_T_SQL
{
    [Theory]
    [InlineData("SELEC 1", "'SELEC' is no statement")]
    [InlineData("SELEC t; SELECT 1", "'SELEC' is no statement")]
    [InlineData("EXEC(N'CREAT INDEX')", "")]
    [InlineData("SELECT FROM", "")]
    [InlineData("UPDATE t SET At = SYSUTCDATETIME()", "asks the database for the time")]
    [InlineData("SELECT getdate()", "asks the database for the time")]
    [InlineData("SELECT CURRENT_TIMESTAMP", "asks the database for the time")]
    public void Catches(string sql, string fault) => Assert.Contains(fault, Assert.Single(TransactSql.Faults(sql)));

    [Theory]
    [InlineData("SELECT 1")]
    [InlineData("EXEC sp_rename N'a', N'b'")]
    [InlineData("execute(N'SELECT 1')")]
    [InlineData("CREATE UNIQUE INDEX a ON b (c) WHERE [State] IN ('Made', 'Shown')")]
    public void Lets_pass(string sql) => Assert.Empty(TransactSql.Faults(sql));
}
