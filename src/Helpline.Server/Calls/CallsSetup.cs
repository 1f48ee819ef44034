using Helpline.Server.Board;
using Helpline.Server.Counselors;
using Helpline.Server.Notes;
using Helpline.Server.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Helpline.Server.Calls;

internal static class CallsSetup
{
    /// <summary>The desk, the dispatcher and the boards.</summary>
    public static void AddCalls(this WebApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<CallDesks>().AddSingleton<Wakers>().AddSingleton<NoteCards>();
        builder.Services.AddHostedService<Dispatcher>();
        builder.Services.AddSingleton<Coverage>();
        builder.Services.AddSignalR(hub => hub.MaximumReceiveMessageSize = 8 * 1024);
        builder.Services.AddSingleton<IUserIdProvider, UserNames>().AddSingleton<BoardConnections>();
        builder.Services.AddSingleton<BoardPublisher>().AddHostedService(s => s.GetRequiredService<BoardPublisher>());
        builder.Services.AddSingleton<Leases>().AddHostedService(s => s.GetRequiredService<Leases>());
    }
}
