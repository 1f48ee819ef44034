using System.Net;
using System.Net.Http.Json;
using Helpline.Contracts;
using Helpline.Contracts.Accounts;
using Helpline.Server.Accounts;
using Helpline.Tests.Data.Paper;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Helpline.Tests.Data;

/// <summary>
/// Asks the server everything it can be asked, on a made-up SQL Server, and reads what it sends. The rows are there to lead
/// it to its statements; what it makes of them is for other tests.
/// </summary>
public sealed partial class What_SQL_Server_is_asked : IDisposable
{
    private const string Password = "correct horse battery";

    // Every sign-in costs two hashes, and none of them guards anything.
    private static readonly PasswordHasher<Account> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = 1000 }));
    private readonly ServerOnPaper paper = new();

    [Fact]
    public async Task Is_good_T_SQL_and_never_the_time()
    {
        await Webhooks();
        await Boards();
        await Calls();
        await Notes();
        await Transfers();
        await OwnPhones();
        await ThirdParties();
        await CallersLine();
        await Accounts();
        await People();
        await Directory();
        await Catalogs();
        await Privacy();
        await Loops();
        await Referrals();
        await Jobs();
        await Metrics();
        await Live();
        await FollowUps();
        await Visits();
        await Shifts();
        await Journals();

        Assert.Empty(paper.NeverAsked);
        Assert.Empty(paper.Statements.SelectMany(sql => TransactSql.Faults(sql).Select(fault => $"{fault}\n{sql}")));
        foreach (var table in new[] { "Calls", "Offers", "Presences", "Notes", "Inbox", "LineCommands", "Accounts" })
            Assert.Contains(paper.Statements, sql => sql.Contains($"UPDATE [{table}]") || sql.Contains($"DELETE FROM") && sql.Contains($"[{table}]"));
        Assert.True(paper.Statements.Count > 80, $"Only {paper.Statements.Count} statements were seen.");
    }

    public void Dispose() => paper.Dispose();

    private static Account Account(string userName, params string[] roles)
    {
        var account = new Account
        {
            Id = Guid.CreateVersion7(),
            UserName = userName,
            NormalizedUserName = userName.ToUpperInvariant(),
            DisplayName = userName,
            Roles = [.. roles],
            Languages = ["kk"],
            SecurityStamp = "stamp",
            LockoutEnabled = true,
        };
        account.PasswordHash = Hasher.HashPassword(account, Password);
        return account;
    }

    private Task<Account> SignsIn(string userName, params string[] roles) => SignsIn(Account(userName, roles.Length == 0 ? [Roles.Counselor] : roles));

    private async Task<Account> SignsIn(Account account, string? team = null)
    {
        account.Team = team;
        paper.Holds(account);
        Assert.Equal(HttpStatusCode.OK, await Asks(HttpMethod.Post, Routes.Session, new SignIn(account.UserName!, Password)));
        return account;
    }

    private async Task<HttpStatusCode> Asks(HttpMethod method, string address, object? body = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, address) { Content = body is null ? null : JsonContent.Create(body) };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        using var answer = await paper.Http.SendAsync(request);
        Assert.True((int)answer.StatusCode < 500, $"{method} {address}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return answer.StatusCode;
    }

    private async Task Answers(string address, params (string, string)[] fields) =>
        Assert.True((int)await paper.Webhook(address, fields) < 400, address);
}
