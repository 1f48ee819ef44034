using Helpline.Server.Hosting;
using Helpline.Server.Reports;

namespace Helpline.Server.Journals;

internal static class JournalsSetup
{
    private const string FolderKey = "ExportFolder";

    public static void AddJournals(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<JournalRequests>().AddSingleton<ExportJobs>();
        builder.Services.AddSingleton(new ExportFiles(ExportFolder(builder)));
        builder.Services.AddScoped<ExportJob>().AddScoped<SweepExportsJob>();
        builder.Services.AddSingleton<ReportMaker>();
        builder.Services.AddScoped<FreezeReportsJob>();
    }

    /// <summary>Any node may write an export, and any may be asked for its file: several need one folder.</summary>
    private static string ExportFolder(WebApplicationBuilder builder)
    {
        var (named, isOneNode) = (builder.Configuration[FolderKey], string.IsNullOrEmpty(builder.Configuration.GetConnectionString("Redis")));
        if (string.IsNullOrWhiteSpace(named))
            return isOneNode ? Path.Combine(DataFolder.Of(builder), "exports")
                : throw new SettingsException(FolderKey, "is missing, while ConnectionStrings:Redis says that there are several nodes, and an export that one of them wrote is fetched from another", "a folder that all nodes share, such as /mnt/helpline/exports");
        try
        {
            return Directory.CreateDirectory(Path.GetFullPath(named, builder.Environment.ContentRootPath)).FullName;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException(FolderKey, $"cannot be made ({error.Message.TrimEnd('.')})", "a folder that the server may write to, shared by all nodes");
        }
    }
}
