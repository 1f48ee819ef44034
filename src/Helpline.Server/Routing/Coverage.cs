using Helpline.Server.Accounts;
using Helpline.Server.Data;
using Helpline.Server.Telephony;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Routing;

/// <summary>Finds the languages of the line in which a call could ring for nobody, whoever signs in.</summary>
internal sealed class Coverage(IDbContextFactory<HelplineDb> contexts, Languages languages, ILogger<Coverage> log)
{
    /// <returns>Codes of languages that no enabled counselor or supervisor speaks.</returns>
    public async Task<IReadOnlyList<string>> Unspoken(CancellationToken stop = default)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var staff = await db.Users.AsNoTracking().Where(a => !a.Disabled).Select(a => new { a.Roles, a.Languages }).ToListAsync(stop);
        var spoken = staff.Where(a => a.Roles.Contains(Roles.Counselor) || a.Roles.Contains(Roles.Supervisor)).SelectMany(a => a.Languages).ToHashSet();
        return [.. languages.All.Select(l => l.Code).Where(code => !spoken.Contains(code))];
    }

    /// <summary>Says so at the start and when accounts change: a caller would wait for nobody.</summary>
    public async Task Check()
    {
        foreach (var language in await Unspoken())
            log.LogError("Nobody could answer a call in {Language}: no enabled counselor or supervisor speaks it. Calls in it wait until somebody does", language);
    }
}
