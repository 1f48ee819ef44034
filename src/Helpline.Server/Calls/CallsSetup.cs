using Helpline.Server.Board;
using Helpline.Server.Casework;
using Helpline.Server.Counselors;
using Helpline.Server.Notes;
using Helpline.Server.Persons;
using Helpline.Server.Routing;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Helpline.Server.Calls;

internal static class CallsSetup
{
    /// <summary>The desk, the dispatcher and the boards.</summary>
    public static void AddCalls(this WebApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<CompiledQueries>().AddSingleton<CallDesks>().AddSingleton<CaseworkDesks>().AddSingleton<PersonForms>().AddSingleton<Wakers>().AddSingleton<NoteCards>().AddSingleton<NoteChecks>();
        builder.Services.AddHostedService<Dispatcher>();
        builder.Services.AddSingleton<Coverage>();
        builder.AddBoards();
        builder.Services.AddSingleton<Leases>().AddHostedService(s => s.GetRequiredService<Leases>());
    }
}
