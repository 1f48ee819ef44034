using Helpline.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Journals;

internal static class FirstRecords
{
    /// <summary>UTC, when the first call came; a walk-in may have been entered for a day before the line opened. Null while there is neither.</summary>
    public static async Task<DateTime?> FirstRecord(this HelplineDb db, CancellationToken stop)
    {
        var call = await db.Calls.OrderBy(c => c.ArrivedAt).Select(c => (DateTime?)c.ArrivedAt).FirstOrDefaultAsync(stop);
        var contact = await db.Contacts.OrderBy(c => c.StartedAt).Select(c => (DateTime?)c.StartedAt).FirstOrDefaultAsync(stop);
        return call < contact ? call : contact ?? call;
    }
}
