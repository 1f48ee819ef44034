using System.Reflection;
using Helpline.Server.Data;
using Helpline.Tests.Data.Paper;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Data;

public class A_clash_on_SQL_Server
{
    [Theory]
    [InlineData(2627, "two rows with one key")]
    [InlineData(2601, "two rows in one unique index")]
    [InlineData(1205, "a deadlock")]
    [InlineData(3960, "a snapshot that is no more")]
    public async Task Starts_the_work_again(int number, string what) =>
        Assert.True(await Tries(() => new DbUpdateException(what, Error(number))) == 3, what);

    [Fact]
    public async Task Of_versions_starts_the_work_again() => Assert.Equal(3, await Tries(() => new DbUpdateConcurrencyException()));

    [Theory]
    [InlineData(-2, "a timeout, after which the work may have been done")]
    [InlineData(547, "a reference to nothing")]
    public async Task Is_not_what_this_is(int number, string what)
    {
        var tries = 0;
        await Assert.ThrowsAsync<DbUpdateException>(() => new SqlServerTransactions(new OnPaper()).Run<bool>(_ =>
        {
            tries++;
            throw new DbUpdateException(what, Error(number));
        }));
        Assert.Equal(1, tries);
    }

    [Fact]
    public async Task That_never_ends_is_told_after_some_tries()
    {
        var tries = 0;
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => new SqlServerTransactions(new OnPaper()).Run<bool>(_ =>
        {
            tries++;
            throw new DbUpdateConcurrencyException();
        }));
        Assert.Equal(8, tries);
    }

    /// <summary>How often work is started that fails twice.</summary>
    private static async Task<int> Tries(Func<Exception> fails)
    {
        var tries = 0;
        await new SqlServerTransactions(new OnPaper()).Run(_ => ++tries < 3 ? throw fails() : Task.FromResult(true));
        return tries;
    }

    // The driver lets nobody else make its exceptions.
    private static SqlException Error(int number)
    {
        const BindingFlags Hidden = BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;
        var make = typeof(SqlError).GetConstructors(Hidden).MaxBy(c => c.GetParameters().Length)!;
        var error = make.Invoke([.. make.GetParameters().Select((p, i) => i == 0 ? number : p.ParameterType == typeof(string) ? "" : p.ParameterType.IsValueType ? Activator.CreateInstance(p.ParameterType) : null)]);
        var errors = (SqlErrorCollection)Activator.CreateInstance(typeof(SqlErrorCollection), nonPublic: true)!;
        typeof(SqlErrorCollection).GetMethod("Add", Hidden)!.Invoke(errors, [error]);
        var create = typeof(SqlException).GetMethods(Hidden).First(m => m.Name == "CreateException" && m.GetParameters() is [{ ParameterType: var first }, { ParameterType: var second }] && first == typeof(SqlErrorCollection) && second == typeof(string));
        return (SqlException)create.Invoke(null, [errors, ""])!;
    }

    private sealed class OnPaper : IDbContextFactory<HelplineDb>
    {
        public HelplineDb CreateDbContext()
        {
            var options = new DbContextOptionsBuilder<SqlServerHelplineDb>();
            options.UseHelplineSqlServer("Server=nothing", new());
            options.AddInterceptors(new Recorder(new PaperRows()));
            return new SqlServerHelplineDb(options.Options);
        }
    }
}
