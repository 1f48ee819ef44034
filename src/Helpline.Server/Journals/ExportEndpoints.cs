using Helpline.Contracts;
using Helpline.Contracts.Journals;
using Helpline.Domain.Audit;
using Helpline.Domain.Casework;
using Helpline.Domain.Journals;
using Helpline.Server.Casework;
using Helpline.Server.Data;
using Helpline.Server.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Journals;

/// <summary>Exports of a journal: asked for, looked at, cancelled and fetched by whoever makes them, and by nobody else.</summary>
internal static class ExportEndpoints
{
    private const int Most = 20, MostAtOnce = 3;

    /// <summary>A sheet has 1 048 576 rows (ECMA-376); a few are ours.</summary>
    public const int MostXlsxRows = 1_048_500;

    private const string One = "/" + Routes.Exports + "/{id:guid}";

    public static void Map(IEndpointRouteBuilder journals)
    {
        journals.MapGet("/" + Routes.Exports, Mine).Produces<ExportCard[]>();
        journals.MapPost("/" + Routes.Exports, Make).Produces<ExportCard>().ProducesValidationProblem().ProducesProblem(StatusCodes.Status409Conflict);
        journals.MapGet(One, Look).Produces<ExportCard>();
        journals.MapDelete(One, Cancel).Produces<ExportCard>();
        journals.MapGet(One + "/file", Fetch).Produces(StatusCodes.Status200OK).ProducesProblem(StatusCodes.Status409Conflict);
    }

    public static ExportCard Of(JournalExport e) => new(
        e.Id, e.Journal, e.From, e.To, e.Filter, e.Format.ToString(), e.State.ToString(), e.Rows, e.Total, e.Bytes, e.CreatedAt, e.ExpiresAt);

    private static async Task<IEnumerable<ExportCard>> Mine(HttpContext http, HelplineDb db, CancellationToken stop)
    {
        var me = http.User.Identity!.Name;
        return (await db.JournalExports.AsNoTracking().Where(e => e.Maker == me).OrderByDescending(e => e.CreatedAt).Take(Most).ToListAsync(stop)).ConvertAll(Of);
    }

    private static async Task<IResult> Make(
        NewExport wish, HttpContext http, HelplineDb db, JournalRequests requests, CaseworkDesks desks, ExportJobs jobs, CancellationToken stop)
    {
        if (!Enum.TryParse<ExportFormat>(wish.Format, out var format) || !Enum.IsDefined(format)) return Refusals.Field("format", $"'{wish.Format}' is none of {string.Join(", ", Enum.GetNames<ExportFormat>())}.");
        if (!JournalWords.Languages.Contains(wish.Language)) return Refusals.Field("language", $"'{wish.Language}' is none of {string.Join(", ", JournalWords.Languages)}.");
        var filters = wish.Filter ?? new Dictionary<string, string>();
        var (asked, refused) = await requests.Read(db, Reader.Of(http.User), wish.Journal, wish.From, wish.To, filters, wish.Language, stop);
        if (asked is null) return refused!;
        if (format == ExportFormat.Xlsx && await asked.Journal.Count(asked.Scope, stop) is > MostXlsxRows and var rows)
            return Refusals.Field("format", $"{rows} rows do not fit into one sheet of {MostXlsxRows}: choose Csv, or a shorter period.");
        var (made, answer) = await desks.Open<(Guid?, IResult)>(http, async desk =>
        {
            if (await desk.MadeBefore(http.IdempotencyKey()) is { } before) return (null, TypedResults.Ok(Of((await desk.Db.JournalExports.FindAsync(before))!)));
            var unfinished = await desk.Db.JournalExports.CountAsync(e => e.Maker == desk.Who.UserName && (e.State == ExportState.Queued || e.State == ExportState.Running));
            if (unfinished >= MostAtOnce) return (null, Refusals.Conflict($"{unfinished} exports are under way: wait for one, or cancel it."));
            var export = New(wish, format, filters, desk);
            desk.Db.JournalExports.Add(export);
            desk.Audit(AuditAction.Exported, Subject.Export, export.Id, What(export), AccessReasons.Supervision);
            desk.Remember(http.IdempotencyKey(), export.Id);
            return (export.Id, TypedResults.Ok(Of(export)));
        });
        if (made is { } id) jobs.Start(id);
        return answer;
    }

    /// <summary>In codes: the journal, its days and its filter.</summary>
    private static string What(JournalExport export)
    {
        var what = $"{export.Journal} {export.From:yyyy-MM-dd} {export.To:yyyy-MM-dd} {export.Filter}".TrimEnd();
        return what.Length <= AuditEntry.WhatLength ? what : what[..AuditEntry.WhatLength];
    }

    private static JournalExport New(NewExport wish, ExportFormat format, IReadOnlyDictionary<string, string> filters, CaseworkDesk desk) => new()
    {
        Id = Guid.CreateVersion7(desk.Now),
        Maker = desk.Who.UserName!,
        Journal = wish.Journal,
        Format = format,
        Language = wish.Language,
        From = wish.From,
        To = wish.To,
        Filter = string.Join('&', filters.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}={f.Value}")),
        CreatedAt = desk.Now,
    };

    private static async Task<IResult> Look(Guid id, HttpContext http, HelplineDb db, CancellationToken stop) =>
        await Own(id, http, db, stop) is { } export ? TypedResults.Ok(Of(export)) : Refusals.Unknown("export");

    private static Task<IResult> Cancel(Guid id, HttpContext http, CaseworkDesks desks) => desks.Open<IResult>(http, async desk =>
    {
        if (await Own(id, http, desk.Db, CancellationToken.None, tracked: true) is not { } export) return Refusals.Unknown("export");
        return export.State == ExportState.Cancelled || export.Cancel(desk.Now) ? TypedResults.Ok(Of(export)) : Refusals.Conflict("The export is over already.", ("current", Of(export)));
    });

    /// <summary>Each fetching leaves a line in the audit trail before the first byte goes.</summary>
    private static async Task<IResult> Fetch(Guid id, HttpContext http, CaseworkDesks desks, ExportFiles files)
    {
        var export = await desks.Open(http, async desk =>
        {
            var found = await Own(id, http, desk.Db, CancellationToken.None);
            if (found?.State == ExportState.Done && File.Exists(files.Finished(found))) desk.Audit(AuditAction.Exported, Subject.Export, id, "file", AccessReasons.Supervision);
            return found;
        });
        if (export is null) return Refusals.Unknown("export");
        if (export.State != ExportState.Done || !File.Exists(files.Finished(export))) return Refusals.Conflict("There is no whole file: it is not done, was cancelled, or is kept no longer.", ("current", Of(export)));
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.PhysicalFile(files.Finished(export), ExportFiles.MediaType(export.Format), $"{export.Journal}-{export.From:yyyyMMdd}-{export.To:yyyyMMdd}.{ExportFiles.Extension(export.Format)}");
    }

    private static async Task<JournalExport?> Own(Guid id, HttpContext http, HelplineDb db, CancellationToken stop, bool tracked = false)
    {
        var (exports, me) = (tracked ? db.JournalExports : db.JournalExports.AsNoTracking(), http.User.Identity!.Name);
        return await exports.FirstOrDefaultAsync(e => e.Id == id && e.Maker == me, stop);
    }
}
