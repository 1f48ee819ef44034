using Helpline.Contracts;
using Helpline.Contracts.Calls;
using Helpline.Contracts.Journals;
using Helpline.Contracts.Metrics;
using Helpline.Dashboard.Metrics;
using Helpline.Tests.Support;

namespace Helpline.Tests.Metrics;

/// <summary>Every number on the page of figures, with the page that opens behind it.</summary>
internal static class Shown
{
    // Of seconds, which are summed elsewhere, or of persons where the rows are calls.
    private static readonly string[] NoRows = ["occupancy", "utilization", "repeat_callers"];

    public static IEnumerable<(string Page, double Count)> All(LineMetrics read)
    {
        foreach (var figure in read.Figures.Where(f => !NoRows.Contains(f.Code))) yield return (MetricText.Rows(read, figure.Rows!)!, figure.Unit == "share" ? figure.Numerator : figure.Denominator);
        foreach (var (of, calls) in read.Languages.Select(l => ($"&language={l.Language ?? "-"}", l.Calls)).Concat(read.Hours.Select(h => ($"&hour={h.Local}", h.Calls))).Append(("", read.Calls)))
            foreach (var (result, count) in new[]
            {
                ("offered", calls.Offered), ("answered", calls.Answered), ("abandoned", calls.Abandoned), ("exited", calls.Exited), ("blocked", calls.Blocked), ("failed", calls.Failed), ("open", calls.Open),
                ("abandoned&most=5", calls.ShortAbandons),
            }) yield return (MetricText.Calls(read, result + of), count);
        foreach (var span in read.Spread)
        {
            yield return (MetricText.Calls(read, "answered" + MetricText.Waited(span)), span.Answered);
            yield return (MetricText.Calls(read, "abandoned" + MetricText.Waited(span)), span.Abandoned);
        }
        foreach (var (of, level) in read.Languages.Select(l => ($"&language={l.Language ?? "-"}", l.ServiceLevel)).Concat(read.Hours.Select(h => ($"&hour={h.Local}", h.ServiceLevel))))
            yield return (MetricText.Calls(read, level.Rows + of), level.Numerator);
        foreach (var day in read.Days.Where(d => d.Calls.Offered > 0))
        {
            yield return (MetricText.Calls(day.Begin, day.End, day.ServiceLevel.Rows!), day.ServiceLevel.Numerator);
            yield return (MetricText.Calls(day.Begin, day.End, "offered"), day.Calls.Offered);
            yield return (MetricText.Calls(day.Begin, day.End, "answered"), day.Calls.Answered);
        }
        // Every cell that holds anything, and one that holds nothing.
        foreach (var cell in read.Week.Where(w => w.Calls > 0 || w.Contacts > 0).Append(read.Week[0]))
        {
            yield return (MetricText.Rows(read, MetricText.CallsOf(cell))!, cell.Calls);
            yield return (MetricText.Rows(read, MetricText.ContactsOf(cell))!, cell.Contacts);
        }
        foreach (var part in Parts(read)) yield return part;
        foreach (var kind in read.After)
            foreach (var outcome in kind.Outcomes) yield return (MetricText.Page(read, $"journals/{kind.Journal}?state={outcome.Code}"), outcome.Count);
    }

    public static IEnumerable<(string Page, double Count)> Parts(LineMetrics read) => read.Parts.SelectMany(part => part.Counts.Select(row => (MetricText.Page(read, "journals/contacts?" + part.By switch
    {
        "Topic" => $"topic=service_kinds.{row.Code ?? "-"}",
        "TargetGroup" => $"topic=target_groups.{row.Code ?? "-"}",
        _ => $"{part.By.ToLowerInvariant()}={row.Code ?? "-"}",
    }), (double)row.Contacts)));

    public static async Task<int> Rows(Counselor supervisor, string page) => page.Split('/', 2) is ["journals", var journal]
        ? (await supervisor.Gets<JournalCount>($"{Routes.JournalCount(journal.Split('?')[0])}?{journal.Split('?')[1]}")).Rows
        : (await supervisor.Gets<CallCard[]>(page.Replace("calls?", Routes.Calls + "?", StringComparison.Ordinal))).Length;
}
