using Helpline.Domain.Calls;
using Helpline.Server.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Browser.Support;

internal static class PastCalls
{
    /// <summary>Eight weeks of callers who gave up: more in the evening and on Mondays; once for all stories.</summary>
    public static async Task HasCalls(this Product product)
    {
        await using var db = await product.Services.GetRequiredService<IDbContextFactory<HelplineDb>>().CreateDbContextAsync();
        var yesterday = TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddDays(-1);
        if (await db.Calls.AnyAsync(c => c.ArrivedAt < yesterday.AddDays(-7))) return;
        for (var hour = 0; hour < 24 * 7 * 8; hour++)
        {
            var at = yesterday.AddHours(-hour);
            var local = at.AddHours(5);
            var calls = local.Hour is >= 18 and < 23 ? 3 : local.Hour is >= 8 and < 18 ? 2 : hour % 3 == 0 ? 1 : 0;
            if (local.DayOfWeek == DayOfWeek.Monday) calls *= 2;
            for (var i = 0; i < calls; i++)
            {
                var call = Call.Arrive(Guid.CreateVersion7(), $"CA{Guid.NewGuid():N}", default, at.AddMinutes(i * 7));
                call.ChooseLanguage("kk", at.AddMinutes(i * 7));
                call.CallerLeaves(at.AddMinutes(i * 7 + 2), at.AddMinutes(i * 7 + 2), new Helpline.Domain.Routing.RoutingRules().Calls);
                db.Calls.Add(call);
            }
        }
        await db.SaveChangesAsync();
    }
}
