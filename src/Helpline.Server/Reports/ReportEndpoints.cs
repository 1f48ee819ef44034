using Helpline.Contracts;
using Helpline.Contracts.Accounts;
using Helpline.Contracts.Reports;
using Helpline.Domain.Audit;
using Helpline.Domain.Casework;
using Helpline.Domain.Reports;
using Helpline.Server.Accounts;
using Helpline.Server.Casework;
using Helpline.Server.Data;
using Helpline.Server.Hosting;
using Helpline.Server.Journals;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Reports;

/// <summary>The monthly, quarterly and yearly report. Supervisors only.</summary>
internal static class ReportEndpoints
{
    public static void MapReports(this IEndpointRouteBuilder routes)
    {
        var reports = routes.MapGroup("").WithTags("Reports").For(Section.Reports);
        reports.MapGet("/" + Routes.Reports, Read).Produces<ReportCard>().ProducesValidationProblem();
        reports.MapPost("/" + Routes.FreezeReport, Freeze).Produces(StatusCodes.Status204NoContent).ProducesValidationProblem();
    }

    private static async Task<IResult> Read(HttpContext http, HelplineDb db, ReportMaker maker, JournalRequests requests, CancellationToken stop, string? period = null, string? language = null)
    {
        var (asked, refused) = await Asked(db, maker, requests, period, stop);
        if (asked is null) return refused!;
        var who = Reader.Of(http.User);
        var now = await maker.Count(db, who, asked, stop);
        return TypedResults.Ok(maker.Card(asked, now, await db.Frozen(asked.Code, who.Team ?? "", stop), await requests.Words(db, language, stop)));
    }

    /// <summary>What is frozen stays so: the same again changes nothing.</summary>
    private static async Task<IResult> Freeze(FreezeReport wish, HttpContext http, HelplineDb db, ReportMaker maker, JournalRequests requests, CaseworkDesks desks, CancellationToken stop)
    {
        var (asked, refused) = await Asked(db, maker, requests, wish.Period, stop);
        if (asked is null) return refused!;
        if (!maker.IsOver(asked)) return Refusals.Field("period", $"{asked.Code} is not over yet: its last day is {asked.To:yyyy-MM-dd}.");
        await desks.Freeze(db, Reader.Of(http.User), maker, asked, stop);
        return TypedResults.NoContent();
    }

    private static async Task<(ReportPeriod?, IResult?)> Asked(HelplineDb db, ReportMaker maker, JournalRequests requests, string? text, CancellationToken stop)
    {
        if (ReportPeriod.Parse(text ?? ReportPeriod.Month(maker.Today).Code) is not { } period) return (null, Refusals.Field("period", $"'{text}' is no period; it is like 2026-11, 2026-Q4 or 2026."));
        if (period.From > maker.Today) return (null, Refusals.Field("period", $"{period.Code} has not begun yet."));
        return await requests.TooEarly(db, maker.Days(period), "period", stop) is { } early ? (null, early) : (period, null);
    }
}

/// <summary>Reports of closed periods, kept as they were.</summary>
internal static class FrozenReports
{
    public static async Task<(FrozenReport Report, IReadOnlyList<FrozenNumber> Numbers)?> Frozen(this HelplineDb db, string period, string team, CancellationToken stop)
    {
        if (await db.FrozenReports.AsNoTracking().FirstOrDefaultAsync(r => r.Period == period && r.Team == team, stop) is not { } report) return null;
        return (report, await db.FrozenNumbers.AsNoTracking().Where(n => n.ReportId == report.Id).ToListAsync(stop));
    }

    /// <summary>Counted outside the transaction: on SQLite that would keep every call waiting for a year's rows. What somebody froze meanwhile stays.</summary>
    /// <param name="db">On which it is counted.</param>
    /// <param name="who">Whose team's it is; the system for the whole organization.</param>
    public static async Task<bool> Freeze(this CaseworkDesks desks, HelplineDb db, Reader who, ReportMaker maker, ReportPeriod period, CancellationToken stop)
    {
        var team = who.Team ?? "";
        if (await db.IsFrozen(period, team, stop)) return false;
        var numbers = await maker.Count(db, who, period, stop);
        return await desks.Open(who, async desk =>
        {
            if (await desk.Db.IsFrozen(period, team, stop)) return false;
            var report = new FrozenReport { Id = Guid.CreateVersion7(desk.Now), Period = period.Code, Team = team, FrozenAt = desk.Now, FrozenBy = who.UserName };
            desk.Db.FrozenReports.Add(report);
            foreach (var number in numbers) desk.Db.FrozenNumbers.Add(new FrozenNumber { ReportId = report.Id, Figure = number.Figure, Key = number.Key, Number = number.Number });
            desk.Audit(AuditAction.Changed, Subject.Report, report.Id, $"frozen {period.Code}", AccessReasons.Supervision);
            return true;
        });
    }

    private static Task<bool> IsFrozen(this HelplineDb db, ReportPeriod period, string team, CancellationToken stop) =>
        db.FrozenReports.AnyAsync(r => r.Period == period.Code && r.Team == team, stop);
}
