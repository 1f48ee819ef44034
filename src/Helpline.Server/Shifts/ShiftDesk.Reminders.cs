using Helpline.Domain.Casework;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Shifts;

internal sealed partial class ShiftDesk
{
    /// <summary>A shift that comes stands in its counselor's work; her board is told once.</summary>
    /// <param name="coming">Shifts of which to remind.</param>
    /// <param name="begun">Shifts that have begun before their swaps were decided.</param>
    /// <returns>How many were reminded.</returns>
    public async Task<int> Remind(IReadOnlyCollection<Guid> coming, IReadOnlyCollection<Guid> begun)
    {
        var reminded = 0;
        foreach (var shift in await db.Shifts.Where(s => coming.Contains(s.Id)).ToListAsync())
        {
            if (!shift.Remind(now)) continue;
            Record(Subject.Shift, shift.Id, "Reminded", null, shift.Counselor);
            Tell(shift.Counselor);
            reminded++;
        }
        foreach (var shift in await db.Shifts.Where(s => begun.Contains(s.Id)).ToListAsync()) await LapseSwaps(shift);
        return reminded;
    }
}
