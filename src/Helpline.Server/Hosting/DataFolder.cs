namespace Helpline.Server.Hosting;

/// <summary>Where the server keeps its own files: the SQLite database, development keys, logs.</summary>
internal static class DataFolder
{
    /// <summary>Setting <c>DataFolder</c>, or <c>data</c> beside the content root; made when missing.</summary>
    public static string Of(WebApplicationBuilder builder) =>
        Of(builder.Configuration, builder.Environment);

    public static string Of(IConfiguration settings, IHostEnvironment environment)
    {
        var folder = Path.GetFullPath(settings["DataFolder"] ?? "data", environment.ContentRootPath);
        try
        {
            return Directory.CreateDirectory(folder).FullName;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException("DataFolder", $"cannot be made ({error.Message.TrimEnd('.')})", "a folder that the server may write to");
        }
    }
}
