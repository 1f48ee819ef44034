using Helpline.Domain.Calls;
using Helpline.Domain.FollowUps;
using Helpline.Domain.Line;
using Helpline.Domain.Routing;
using Helpline.Server.Board;
using Helpline.Server.Data;
using Helpline.Server.FollowUps;
using Helpline.Server.Privacy;
using Helpline.Server.Routing;
using Helpline.Server.Telephony;

namespace Helpline.Server.Calls;

/// <summary>Opens the <see cref="CallDesk"/> for one transaction and, after its commit, tells everybody concerned.</summary>
internal sealed class CallDesks(
    Transactions transactions, CompiledQueries queries, TimeProvider clock, RoutingRules rules, LineRules line, FollowUpRules followUps, Vault vault, BoardPublisher boards,
    FollowUpAlarms alarms, Wakers wake, ILogger<CallDesk> log)
{
    public Newcomer Seal(CallerNumber? number) => Newcomer.Seal(number, vault, clock.GetUtcNow().UtcDateTime);

    public async Task<T> Open<T>(Func<CallDesk, Task<T>> act)
    {
        var (result, desk) = await transactions.Run(async db =>
        {
            var desk = new CallDesk(db, queries, clock.GetUtcNow().UtcDateTime, rules, line, followUps, vault, log);
            var result = await act(desk);
            await desk.Save();
            return (result, desk);
        });
        await boards.Tell(desk.News);
        alarms.Set(desk.Alarms);
        if (desk.HasCommands) wake.LineCrew.Set();
        return result;
    }

    public Task Open(Func<CallDesk, Task> act) => Open(async desk =>
    {
        await act(desk);
        return true;
    });

    /// <summary>Carries a request out once: its key and its reply are written in the transaction of its change, and the same key again gets the same reply.</summary>
    /// <param name="key">Unique to the request; at most 256 characters, no personal data.</param>
    public Task<string> Once(string key, Func<CallDesk, Task<string>> act) => Open(async desk =>
    {
        if (await desk.Db.Ask("SELECT [Reply] AS [Value] FROM [Inbox] WHERE [Key] = @value", key) is { } known) return known;
        var reply = await act(desk);
        desk.Db.Append(new InboxEntry { Key = key, Reply = reply, At = desk.Now });
        return reply;
    });
}
