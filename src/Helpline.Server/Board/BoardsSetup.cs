using Helpline.Server.Hosting;
using Microsoft.AspNetCore.SignalR;
using StackExchange.Redis;

namespace Helpline.Server.Board;

internal static class BoardsSetup
{
    /// <summary>The hub and who pushes through it; with several nodes, over Redis, so that each reaches the boards of all.</summary>
    public static void AddBoards(this WebApplicationBuilder builder)
    {
        var hub = builder.Services.AddSignalR(o => o.MaximumReceiveMessageSize = 8 * 1024);
        if (builder.Configuration.GetConnectionString("Redis") is { Length: > 0 } redis) hub.AddStackExchangeRedis(o => o.Configuration = Read(redis));
        builder.Services.AddSingleton<IUserIdProvider, UserNames>().AddSingleton<BoardConnections>();
        builder.Services.AddScoped<QueueCards>();
        builder.Services.AddSingleton<BoardPublisher>().AddHostedService(s => s.GetRequiredService<BoardPublisher>());
    }

    /// <summary>A server without its Redis still serves: it starts, comes back by itself, and a push that cannot go out fails at once.</summary>
    private static ConfigurationOptions Read(string text)
    {
        try
        {
            var options = ConfigurationOptions.Parse(text);
            (options.AbortOnConnectFail, options.BacklogPolicy) = (false, BacklogPolicy.FailFast);
            options.ChannelPrefix = RedisChannel.Literal("Helpline");
            return options;
        }
        catch (ArgumentException)
        {
            throw new SettingsException("ConnectionStrings:Redis", "is no address of Redis", "redis.example.org:6379,password=…");
        }
    }
}
