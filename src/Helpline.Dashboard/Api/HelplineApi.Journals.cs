using Helpline.Contracts;
using Helpline.Contracts.Journals;
using Helpline.Contracts.Reports;
using Helpline.Dashboard.Culture;

namespace Helpline.Dashboard.Api;

internal sealed partial class HelplineApi
{
    public Task<Answer<JournalCard[]>> Journals() => Get<JournalCard[]>($"{Routes.Journals}?language={Languages.Current}");

    /// <param name="query">Period and filters, as of the route.</param>
    public Task<Answer<JournalPage>> Journal(string code, string query, string? after) =>
        Get<JournalPage>($"{Routes.Journal(code)}?{query}&words={Languages.Current}{(after is null ? "" : $"&after={after}")}");

    public Task<Answer<JournalCount>> JournalCount(string code, string query) => Get<JournalCount>($"{Routes.JournalCount(code)}?{query}");

    public Task<Answer<ExportCard[]>> Exports() => Get<ExportCard[]>(Routes.Exports);
    public Task<Answer<ExportCard>> Export(NewExport wish) => Send<ExportCard>(HttpMethod.Post, Routes.Exports, wish);
    public Task<Answer<ExportCard>> CancelExport(Guid export) => Send<ExportCard>(HttpMethod.Delete, Routes.Export(export));

    /// <param name="period">As 2026-11, 2026-Q4 or 2026.</param>
    public Task<Answer<ReportCard>> Report(string period) => Get<ReportCard>($"{Routes.Reports}?period={period}&language={Languages.Current}");
    public Task<Answer<Nothing>> FreezeReport(string period) => Send<Nothing>(HttpMethod.Post, Routes.FreezeReport, new FreezeReport(period));
}
