using Helpline.Server.Hosting;
using Helpline.Server.Reports;

namespace Helpline.Server.Journals;

internal static class JournalsSetup
{
    public static void AddJournals(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<JournalRequests>().AddSingleton<ExportJobs>();
        builder.Services.AddSingleton(new ExportFiles(Path.Combine(DataFolder.Of(builder), "exports")));
        builder.Services.AddScoped<ExportJob>().AddScoped<SweepExportsJob>();
        builder.Services.AddSingleton<ReportMaker>();
        builder.Services.AddScoped<FreezeReportsJob>();
    }
}
