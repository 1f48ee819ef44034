using Helpline.Server.Data;

namespace Helpline.Tests.FollowUps;

/// <summary>The server was killed.</summary>
internal sealed class Killed() : Exception("killed");

internal enum Death { None, BeforeCommit, AfterCommit }

/// <summary>The real transactions of a server that may be killed just before a commit, or after it and before anybody heard of it.</summary>
internal sealed class KilledTransactions(Transactions inner) : Transactions
{
    private static readonly AsyncLocal<Death> Now = new();

    /// <summary>How what is done from here on dies; others live on.</summary>
    public static void Dies(Death how) => Now.Value = how;

    public override async Task<T> Run<T>(Func<HelplineDb, Task<T>> work)
    {
        var how = Now.Value;
        var result = await inner.Run(async db =>
        {
            var done = await work(db);
            return how == Death.BeforeCommit ? throw new Killed() : done;
        });
        return how == Death.AfterCommit ? throw new Killed() : result;
    }
}
