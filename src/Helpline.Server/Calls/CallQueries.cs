using Helpline.Domain.Calls;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Calls;

internal static class CallQueries
{
    /// <summary>Every call that is not over.</summary>
    public static IQueryable<Call> Open(this IQueryable<Call> calls) => calls.Where(c =>
        c.State == CallState.Greeting || c.State == CallState.Waiting || c.State == CallState.Offered
        || c.State == CallState.Connecting || c.State == CallState.Talking || c.State == CallState.WrapUp);

    /// <summary>The caller's place among those who wait in the same language, by our own order; 1 for the next.</summary>
    public static Task<int> Place(this IQueryable<Call> calls, Call call) => calls.CountAsync(c =>
        (c.State == CallState.Waiting || c.State == CallState.Offered) && c.Language == call.Language
        && (c.Priority > call.Priority || (c.Priority == call.Priority && c.QueuedAt <= call.QueuedAt)));
}
