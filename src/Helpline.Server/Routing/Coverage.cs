using Helpline.Contracts.Board;
using Helpline.Contracts.Routing;
using Helpline.Domain.Line;
using Helpline.Domain.Routing;
using Helpline.Server.Accounts;
using Helpline.Server.Board;
using Helpline.Server.Data;
using Helpline.Server.Telephony;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Routing;

/// <summary>Finds the calls that could ring for nobody, whoever signs in. Rules are read at start only, so accounts are what changes it.</summary>
internal sealed class Coverage(
    IDbContextFactory<HelplineDb> contexts, Languages languages, RoutingRules rules, LineRules line,
    IHubContext<BoardHub, IBoardClient> hub, ILogger<Coverage> log)
{
    /// <summary>Whose boards show it.</summary>
    public static readonly string[] ToldTo = [Roles.Supervisor, Roles.Administrator];

    public async Task<IReadOnlyList<CoverageGap>> Gaps(CancellationToken stop = default)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var accounts = await db.Users.AsNoTracking().Where(a => !a.Disabled).Select(a => new { a.Roles, a.Languages }).ToListAsync(stop);
        var staff = accounts.ConvertAll(a => new StaffMember(a.Roles.Contains(Roles.Counselor), a.Roles.Contains(Roles.Supervisor), a.Languages));
        return [.. RoutingGaps.Find(rules, line.BackupNumber is not null, languages.All.Select(l => l.Code), staff)
            .Select(g => new CoverageGap(g.Kind.ToString(), g.Language, g.AfterSeconds))];
    }

    /// <summary>Says so at the start and when accounts change: in the log, and on the boards of those who can do something about it.</summary>
    public async Task Check()
    {
        var gaps = await Gaps();
        foreach (var gap in gaps) log.Log(gap.Language is null ? LogLevel.Warning : LogLevel.Error, "{Gap:l}", Told(gap));
        try
        {
            await hub.Clients.Groups(ToldTo).CoverageChanged(gaps);
        }
        catch (Exception error)
        {
            // A server starts though the backplane is away.
            log.LogWarning(error, "Boards could not be told which calls could ring for nobody; they will fetch");
        }
    }

    private static string Told(CoverageGap gap) => Enum.Parse<GapKind>(gap.Kind) switch
    {
        GapKind.NobodySpeaks => $"Nobody could answer a call in {gap.Language}: no enabled counselor or supervisor who is asked speaks it. Give an account this language",
        GapKind.OnlySupervisors => $"No enabled counselor speaks {gap.Language}: calls in it ring only after {gap.AfterSeconds} s, for supervisors. Give a counselor's account this language",
        GapKind.NoSupervisor => $"config/routing.json asks supervisors after {gap.AfterSeconds} s, and no account is a supervisor's: that step can never match. Make one, or take the step out",
        GapKind.NoBackupNumber => $"config/routing.json asks the backup phone after {gap.AfterSeconds} s, and config/line.json, key backupNumber, names none: that step can never match. Set it, or take the step out",
    };
}
