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
    public Func<HelplineDb, string, Task<Call?>> CallOfCaller { get; } = EF.CompileAsyncQuery(
        (HelplineDb db, string leg) => db.Calls.SingleOrDefault(c => c.CallerLeg == leg));

    public Func<HelplineDb, Guid, Task<Call?>> Call { get; } = EF.CompileAsyncQuery(
        (HelplineDb db, Guid id) => db.Calls.SingleOrDefault(c => c.Id == id));
}
