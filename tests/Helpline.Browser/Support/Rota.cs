using Helpline.Domain.Shifts;
using Helpline.Server.Casework;
using Helpline.Server.Shifts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Browser.Support;

internal static class Rota
{
    /// <summary>The next days of a rota with holes: days and a night that are worked, open shifts, a swap that waits; once for all stories.</summary>
    public static Task<bool> HasRota(this Product product) => product.Services.GetRequiredService<ShiftDesks>().Open(Reader.System, async desk =>
    {
        if (await desk.Db.Shifts.AnyAsync()) return false;
        // Midnight in Almaty.
        var tomorrow = desk.Now.Date.AddDays(1).AddHours(-5);
        for (var day = 0; day < 8; day++)
        {
            await Plan(desk, tomorrow.AddDays(day).AddHours(8), 8, day % 2 == 0 ? "counselor1" : "counselor2");
            await Plan(desk, tomorrow.AddDays(day).AddHours(14), 8, day % 3 == 2 ? null : "counselor3");
            if (day % 4 != 3) await Plan(desk, tomorrow.AddDays(day).AddHours(20), 10, null, day % 2 == 0 ? "ru" : null);
        }
        // Days off, on which one more may be taken.
        foreach (var day in new[] { 9, 11 }) await Plan(desk, tomorrow.AddDays(day).AddHours(9), 6, null);
        await desk.Db.SaveChangesAsync();
        var hers = await desk.Db.Shifts.Where(s => s.Counselor == "counselor2").OrderBy(s => s.From).FirstAsync();
        var swap = new Swap { Id = Guid.CreateVersion7(), ShiftId = hers.Id, AskedBy = "counselor2", AskedAt = desk.Now };
        swap.Take("counselor1", null);
        desk.Db.Swaps.Add(swap);
        return true;
    });

    /// <summary>Three hours of a day some weeks ahead, which are somebody's and nobody else's.</summary>
    /// <param name="hour">Local, at which they begin.</param>
    public static Task<Shift> HasShift(this Product product, string counselor, int daysAhead, int hour) => product.Services.GetRequiredService<ShiftDesks>().Open(Reader.System, async desk =>
    {
        var from = desk.Now.Date.AddDays(daysAhead).AddHours(hour - 5);
        await Plan(desk, from, 3, counselor);
        await desk.Db.SaveChangesAsync();
        return await desk.Db.Shifts.SingleAsync(s => s.Counselor == counselor && s.From == from);
    });

    private static async Task Plan(ShiftDesk desk, DateTime from, int hours, string? counselor, string? language = null)
    {
        var shift = new Shift { Id = Guid.CreateVersion7(), From = from, To = from.AddHours(hours), Language = language, MadeBy = "supervisor1", MadeAt = desk.Now };
        await desk.Plan(shift, counselor);
    }
}
