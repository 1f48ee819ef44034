namespace Helpline.Server.Live;

internal static class LiveSetup
{
    public static void AddLive(this WebApplicationBuilder builder) => builder.Services.AddSingleton<LiveMeasure>();
}
