using System.Globalization;
using Helpline.Contracts.Metrics;
using Helpline.Contracts.Shifts;
using Helpline.Dashboard.Culture;

namespace Helpline.Dashboard.Metrics;

/// <summary>Numbers as readers of figures see them, and the addresses of the rows behind them.</summary>
internal static class MetricText
{
    public static string Share(double share) => share.ToString("P1", CultureInfo.CurrentCulture);

    /// <returns>Nothing when there is no whole to have a share of.</returns>
    public static string Share(int part, int whole) => whole == 0 ? "" : Share((double)part / whole);

    public static string Amount(double amount) => amount.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>A dash when there is no value: neither 0 nor 100 %.</summary>
    public static string Value(FigureCard figure) => figure.Value switch
    {
        null => "–",
        { } share when figure.Unit == "share" => Share(share),
        { } seconds => Spans.Clock(TimeSpan.FromSeconds(seconds)),
    };

    public static string Wait(int? seconds) => seconds is { } known ? Spans.Clock(TimeSpan.FromSeconds(known)) : "–";

    public static string Days(double? days) => days is { } known ? known.ToString("N1", CultureInfo.CurrentCulture) : "–";

    /// <summary>The page of the rows behind a figure of the whole line.</summary>
    /// <returns>Null for a page that would show the rows of the reader's team only.</returns>
    public static string? Rows(LineMetrics metrics, string rows) =>
        !rows.Contains('/', StringComparison.Ordinal) ? Calls(metrics, rows) : metrics.SeesAll ? Page(metrics, rows) : null;

    /// <param name="rows">As journals/visits?state=Done.</param>
    public static string Page(LineMetrics metrics, string rows) => $"{rows}{(rows[^1] == '?' ? "" : "&")}from={metrics.From:yyyy-MM-dd}&to={metrics.To:yyyy-MM-dd}";

    /// <param name="result">offered, or how the calls ended; more that narrows them may follow, as answered&amp;hour=9.</param>
    public static string Calls(LineMetrics metrics, string result) => Calls(metrics.Begin, metrics.End, result);

    /// <param name="begin">UTC, inclusive.</param>
    /// <param name="end">UTC, exclusive.</param>
    /// <param name="result">offered, or how the calls ended.</param>
    public static string Calls(DateTime begin, DateTime end, string result) => $"calls?from={Moment(begin)}&until={Moment(end)}&result={result}";

    /// <summary>Narrows calls to those who waited so long; who waited not at all is among the first.</summary>
    public static string Waited(WaitSpan span) => (span.Above == 0 ? "" : $"&above={span.Above}") + (span.Most is { } most ? $"&most={most}" : "");

    /// <summary>The past calls that the forecast of an hour is the mean of.</summary>
    public static string Calls(StaffingCard staffing, HourNeed hour) =>
        Calls(staffing.Begin, staffing.End, $"answered,abandoned,exited,failed,open&weekday={((int)hour.Day.DayOfWeek + 6) % 7 + 1}&hour={hour.Hour}");

    /// <summary>The shifts that cover the hours of a week.</summary>
    public static string Rota(StaffingCard staffing) => $"shifts?from={staffing.From:yyyy-MM-dd}";

    public static string CallsOf(WeekHour hour) => $"offered&weekday={hour.Day}&hour={hour.Hour}";

    public static string ContactsOf(WeekHour hour) => $"journals/contacts?weekHour={hour.Day}.{hour.Hour}";

    public static string Period(DateOnly from, DateOnly to) => $"metrics?from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}";

    private static string Moment(DateTime utc) => Uri.EscapeDataString(DateTime.SpecifyKind(utc, DateTimeKind.Utc).ToString("O", CultureInfo.InvariantCulture));
}
