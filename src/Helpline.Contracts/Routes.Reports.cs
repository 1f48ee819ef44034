namespace Helpline.Contracts;

public static partial class Routes
{
    /// <summary>
    /// GET <see cref="Helpline.Contracts.Reports.ReportCard"/> of <c>?period=2026-11</c>, <c>2026-Q4</c> or <c>2026</c> in the words of <c>&amp;language=</c>. Supervisors
    /// only; a supervisor of a team reads her team's.
    /// </summary>
    public const string Reports = "api/reports";

    /// <summary>POST <see cref="Helpline.Contracts.Reports.FreezeReport"/>: the numbers of a period that is over stay as they are now, for ever.</summary>
    public const string FreezeReport = "api/reports/freeze";
}
