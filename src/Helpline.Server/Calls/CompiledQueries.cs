using Helpline.Domain.Calls;
using Helpline.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Calls;

/// <summary>
/// What nearly every webhook asks. Compiled once, since taking the expressions apart each time costs more than the answers.
/// One object for a host: a compiled query belongs to the model of one provider.
/// </summary>
internal sealed class CompiledQueries
{
    /// <summary>The reply to a request that was carried out before; null for a new one.</summary>
    public Func<HelplineDb, string, Task<string?>> Reply { get; } = EF.CompileAsyncQuery(
        (HelplineDb db, string key) => db.Inbox.Where(e => e.Key == key).Select(e => e.Reply).SingleOrDefault());

    public Func<HelplineDb, string, Task<Call?>> CallOfCaller { get; } = EF.CompileAsyncQuery(
        (HelplineDb db, string leg) => db.Calls.SingleOrDefault(c => c.CallerLeg == leg));

    public Func<HelplineDb, Guid, Task<Call?>> Call { get; } = EF.CompileAsyncQuery(
        (HelplineDb db, Guid id) => db.Calls.SingleOrDefault(c => c.Id == id));

    /// <summary>Whether this number has called before.</summary>
    public Func<HelplineDb, string, Task<bool>> HasCalled { get; } = EF.CompileAsyncQuery(
        (HelplineDb db, string numberHash) => db.Calls.Any(c => c.NumberHash == numberHash));
}
