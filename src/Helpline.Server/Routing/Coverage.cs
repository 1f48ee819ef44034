using Helpline.Contracts.Board;
using Helpline.Contracts.Routing;
using Helpline.Domain.Line;
using Helpline.Domain.Routing;
using Helpline.Domain.Shifts;
using Helpline.Server.Accounts;
using Helpline.Server.Board;
using Helpline.Server.Data;
using Helpline.Server.Metrics;
using Helpline.Server.Shifts;
using Helpline.Server.Telephony;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Routing;

/// <summary>
/// Finds the calls that could ring for nobody: whoever signs in, and in the hours that come by the rota. Rules are read at start
/// only, so accounts, shifts and time are what changes it.
/// </summary>
internal sealed class Coverage(
    IDbContextFactory<HelplineDb> contexts, Languages languages, RoutingRules rules, RotaRules rota, LineRules line, TimeProvider clock,
    IHubContext<BoardHub, IBoardClient> hub, ILogger<Coverage> log)
{
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(48);

    /// <summary>Where no shift is so near, nobody keeps a rota.</summary>
    private static readonly TimeSpan Around = TimeSpan.FromDays(7);

    /// <summary>By this node, so that the log does not repeat it.</summary>
    private IReadOnlyList<CoverageGap> told = [];

    /// <summary>Whose boards show it.</summary>
    public static readonly string[] ToldTo = [Roles.Supervisor, Roles.Administrator];

    public async Task<IReadOnlyList<CoverageGap>> Gaps(CancellationToken stop = default)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var accounts = await db.Users.AsNoTracking().Where(a => !a.Disabled).Select(a => new { a.Roles, a.Languages }).ToListAsync(stop);
        var staff = accounts.ConvertAll(a => new StaffMember(a.Roles.Contains(Roles.Counselor), a.Roles.Contains(Roles.Supervisor), a.Languages));
        return [.. RoutingGaps.Find(rules, line.BackupNumber is not null, languages.All.Select(l => l.Code), staff)
            .Select(g => new CoverageGap(g.Kind.ToString(), g.Language, g.AfterSeconds)), .. await OnShift(db, stop)];
    }

    /// <summary>The hours soon in which nobody is on shift; counted in whole hours from now, so that a hole that goes on is told once.</summary>
    private async Task<IEnumerable<CoverageGap>> OnShift(HelplineDb db, CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var hour = MeasuredHours.HourOf(now);
        if (rules.OnShiftWithin is null && !await db.Shifts.Between(now - Around, now + Around).AnyAsync(stop)) return [];
        var duties = await db.Duties(hour, hour + Ahead, stop);
        var holes = duties.Gaps(rota, line, hour, hour + Ahead).Where(g => g.RingsNobody && g.To > now).ToList();
        // Where nobody is, nobody speaks anything.
        return holes.Where(g => g.Language is null || !holes.Exists(h => h.Language is null && h.From <= g.From && g.To <= h.To))
            .Select(g => new CoverageGap(nameof(GapKind.NobodyOnShift), g.Language, null, line.Wall(g.From), line.Wall(g.To))).Distinct();
    }

    /// <summary>Says so at the start, when accounts or shifts change, and each hour: in the log, and on the boards of those who can do something about it.</summary>
    public async Task Check()
    {
        var gaps = await Gaps();
        foreach (var gap in gaps.Except(told)) log.Log(gap.Language is null || gap.LocalFrom is not null ? LogLevel.Warning : LogLevel.Error, "{Gap:l}", Told(gap));
        told = gaps;
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
        GapKind.NobodyOnShift => $"From {gap.LocalFrom:yyyy-MM-dd HH:mm} to {gap.LocalTo:yyyy-MM-dd HH:mm} nobody {(gap.Language is null ? "" : $"who speaks {gap.Language} ")}is on shift. Fill these hours on the page Shifts",
    };
}
