using Helpline.Server.Accounts;
using Helpline.Server.Board;
using Helpline.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Jobs;

/// <summary>Runs a job that may be repeated. One that fails again and again never loops: it becomes a visible task.</summary>
internal sealed class JobGuard(
    Transactions transactions, IDbContextFactory<HelplineDb> contexts, BoardPublisher boards, TimeProvider clock, ILogger<JobGuard> log)
{
    public const int MostTries = 3;

    public async Task Run(JobKind kind, Guid id, Func<Task> act)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var stuck = await db.StuckJobs.AsNoTracking().SingleOrDefaultAsync(s => s.Kind == kind && s.SubjectId == id);
        if (stuck is { GivenUpAt: not null }) return;
        try
        {
            await act();
        }
        catch (Exception error)
        {
            log.LogError(error, "A job {Kind} failed", kind);
            await Fail(kind, id, error);
            return;
        }
        if (stuck is not null) await Forget(kind, id);
    }

    /// <summary>It works again, or a supervisor wants it tried again.</summary>
    /// <returns>False when there was nothing to forget.</returns>
    public async Task<bool> Forget(JobKind kind, Guid id)
    {
        var forgotten = await transactions.Run(async db =>
        {
            if (await db.StuckJobs.FindAsync(kind, id) is not { } stuck) return false;
            db.StuckJobs.Remove(stuck);
            await db.SaveChangesAsync();
            return true;
        });
        if (forgotten) await Tell();
        return forgotten;
    }

    private async Task Fail(JobKind kind, Guid id, Exception error)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var givenUp = await transactions.Run(async db =>
        {
            var stuck = await db.StuckJobs.FindAsync(kind, id);
            if (stuck is null) db.StuckJobs.Add(stuck = new StuckJob { Kind = kind, SubjectId = id, FirstAt = now, Error = "" });
            (stuck.Times, stuck.LastAt, stuck.Error) = (stuck.Times + 1, now, error.GetType().Name);
            if (stuck.Times >= MostTries) stuck.GivenUpAt ??= now;
            await db.SaveChangesAsync();
            return stuck.GivenUpAt is not null;
        });
        if (givenUp) await Tell();
    }

    private async Task Tell()
    {
        await using var db = await contexts.CreateDbContextAsync();
        var news = new BoardNews();
        foreach (var account in await db.Users.AsNoTracking().Where(a => !a.Disabled).Select(a => new { a.UserName, a.Roles }).ToListAsync())
            if (account.Roles.Contains(Roles.Supervisor)) news.Work(account.UserName);
        await boards.Tell(news);
    }
}
