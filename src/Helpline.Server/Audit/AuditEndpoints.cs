using System.Globalization;
using Helpline.Contracts;
using Helpline.Contracts.Accounts;
using Helpline.Contracts.Audit;
using Helpline.Domain.Audit;
using Helpline.Domain.Casework;
using Helpline.Domain.Line;
using Helpline.Server.Accounts;
using Helpline.Server.Data;
using Helpline.Server.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Audit;

/// <summary>The audit trail, for auditors only: whoever could be in it does not watch over it.</summary>
internal static class AuditEndpoints
{
    private const int PageSize = 50;

    internal sealed record Query
    {
        public string? Actor { get; init; }

        public string? Action { get; init; }

        public string? Subject { get; init; }

        public Guid? SubjectId { get; init; }

        /// <summary>Of what was touched, as 20261125-0001.</summary>
        public string? Number { get; init; }

        /// <summary>A code of <c>access_reasons</c>.</summary>
        public string? Reason { get; init; }

        /// <summary>The first local day.</summary>
        public DateOnly? From { get; init; }

        /// <summary>The last local day.</summary>
        public DateOnly? To { get; init; }

        /// <summary>The time of the last line of the page before, as ticks; with its <see cref="Id"/>.</summary>
        public long? At { get; init; }

        public long? Id { get; init; }
    }

    public static void MapAudit(this IEndpointRouteBuilder routes) => routes.MapGet("/" + Routes.Audit, List).WithTags("Audit").For(Section.Audit).Produces<AuditPage>().ProducesValidationProblem();

    private static async Task<IResult> List([AsParameters] Query asked, HelplineDb db, LineRules line, CancellationToken stop)
    {
        if (asked.Action is { Length: > 0 } && !Enum.TryParse<AuditAction>(asked.Action, out _)) return Refusals.Field("action", $"'{asked.Action}' is none of {string.Join(", ", Enum.GetNames<AuditAction>())}.");
        if (asked.Subject is { Length: > 0 } && !Enum.TryParse<Subject>(asked.Subject, out _)) return Refusals.Field("subject", $"'{asked.Subject}' is none of {string.Join(", ", Enum.GetNames<Subject>())}.");
        if (asked.To < asked.From) return Refusals.Field("to", $"{asked.To:yyyy-MM-dd} is before {asked.From:yyyy-MM-dd}.");
        var trail = db.AuditTrail.AsNoTracking();
        if (asked.Number?.Trim() is { Length: > 0 } number)
        {
            var subjects = await db.Named(number, stop);
            trail = trail.Where(a => subjects.Contains(a.SubjectId));
        }
        var found = await Found(trail, asked, line).OrderByDescending(a => a.At).ThenByDescending(a => a.Id).Take(PageSize + 1).ToListAsync(stop);
        var page = found.Take(PageSize).ToList();
        var (names, numbers) = (await db.Names(page, stop), await db.Numbers(page, line, stop));
        return TypedResults.Ok(new AuditPage(
            [.. page.Select(a => new AuditLine(
                a.Id, a.At, a.Actor, a.Action.ToString(), a.Subject.ToString(), a.SubjectId, a.What, a.Reason, names.GetValueOrDefault(a.Actor ?? ""), numbers.GetValueOrDefault(a.SubjectId)))],
            found.Count > PageSize ? string.Create(CultureInfo.InvariantCulture, $"at={page[^1].At.Ticks}&id={page[^1].Id}") : null));
    }

    private static IQueryable<AuditEntry> Found(IQueryable<AuditEntry> trail, Query asked, LineRules line)
    {
        if (asked.Actor is { Length: > 0 } actor) trail = trail.Where(a => a.Actor == actor);
        if (Enum.TryParse<AuditAction>(asked.Action, out var action)) trail = trail.Where(a => a.Action == action);
        if (Enum.TryParse<Subject>(asked.Subject, out var subject)) trail = trail.Where(a => a.Subject == subject);
        if (asked.Reason is { Length: > 0 } reason) trail = trail.Where(a => a.Reason == reason);
        if (asked.SubjectId is { } id) trail = trail.Where(a => a.SubjectId == id);
        if (asked.From is { } first && Start(first) is var from) trail = trail.Where(a => a.At >= from);
        if (asked.To is { } last && last < DateOnly.MaxValue && Start(last.AddDays(1)) is var until) trail = trail.Where(a => a.At < until);
        if (asked is not { At: { } ticks, Id: { } after } || ticks < 0 || ticks > DateTime.MaxValue.Ticks) return trail;
        var at = new DateTime(ticks, DateTimeKind.Utc);
        return trail.Where(a => a.At <= at && (a.At < at || a.Id < after));

        DateTime Start(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), line.Zone);
    }
}
