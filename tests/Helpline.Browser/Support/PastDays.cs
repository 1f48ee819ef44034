using Helpline.Domain.Metrics;
using Helpline.Server.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Browser.Support;

/// <summary>Thirty days of the line as its roll-ups hold them, so that a page of figures has something to show; the same ones every time.</summary>
internal static class PastDays
{
    private static readonly int[] Busy = [4, 2, 1, 1, 1, 2, 3, 5, 8, 11, 12, 12, 10, 11, 12, 13, 14, 15, 17, 19, 20, 17, 12, 7];
    private static readonly string[] Topics = ["social_psychological", "social_legal", "social_labour", "social_economic", ""];
    private static readonly string[] Regions = ["almaty", "astana", "shymkent", "almaty_region", "karaganda_region", ""];

    public static async Task Fill(Product product)
    {
        await using var db = await product.Services.GetRequiredService<IDbContextFactory<HelplineDb>>().CreateDbContextAsync();
        var now = product.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var (today, dice) = (now.Date, new Random(7));
        if (await db.HourRollUps.AnyAsync(h => h.Hour < today.AddDays(-2))) return;
        if (!await db.RollUpMarks.AnyAsync()) db.Add(new RollUpMark { Until = now.Date.AddHours(now.Hour), Ledger = 0, Notes = now, Rules = RollUpMark.Definitions });
        for (var hour = today.AddDays(-31); hour < today.AddDays(-1); hour = hour.AddHours(1))
        {
            var count = Busy[(hour.Hour + 5) % 24] * (hour.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 2 : 3) / 3 + dice.Next(3);
            foreach (var language in new[] { "kk", "ru", "en" })
                db.Add(CallRollUp.Of(hour, language, [.. Enumerable.Range(0, language == "en" ? count / 6 : count / 2).Select(_ => Call(dice, count))]));
            db.Add(new HourRollUp { Hour = hour, Crew = Crew(count), Contacts = count, Tallies = Said(dice, count) });
        }
        await db.SaveChangesAsync();
    }

    private static MeasuredCall Call(Random dice, int busy)
    {
        var wait = dice.Next(5) == 0 ? dice.Next(20, 25 + 15 * busy) : dice.NextDouble() * 22;
        return dice.Next(12) switch
        {
            0 => new(CallResult.Exited, wait + 60),
            1 or 2 => new(CallResult.Abandoned, wait),
            _ => new(CallResult.Answered, wait, 300 + dice.Next(600), dice.Next(40), 60 + dice.Next(60)),
        };
    }

    private static CrewSums Crew(int calls) => new()
    {
        SignedIn = 4 * 3600,
        Work = Math.Min(600 * calls * 0.8, 12_500),
        Ready = 13_500 - Math.Min(600 * calls * 0.8, 12_500),
        Offers = calls,
        Missed = calls / 8,
        MissedThoughCallerStayed = calls / 12,
        Accepted = calls - calls / 8,
        Ring = 6.0 * calls,
    };

    private static string Said(Random dice, int contacts)
    {
        var tallies = new Tallies();
        for (var i = 0; i < contacts; i++)
        {
            tallies.Add(Parting.Channel, i % 9 == 0 ? "WalkIn" : "Call");
            tallies.Add(Parting.Language, One(dice, "kk", "ru", "ru", "en"));
            tallies.Add(Parting.Region, One(dice, Regions));
            tallies.Add(Parting.Age, One(dice, "", "a13_15", "a18_28", "a29_45", "a29_45", "a63_plus"));
            tallies.Add(Parting.Sex, One(dice, "female", "female", "male", ""));
            tallies.Add(Parting.Topic, One(dice, Topics));
            tallies.Add(Parting.TargetGroup, One(dice, "", "", "families_in_distress", "low_income_families"));
            tallies.Add(Parting.Risk, One(dice, "none", "low", "low", "medium", "high", ""));
        }
        return tallies.ToString();
    }

    private static string One(Random dice, params string[] some) => some[dice.Next(some.Length)];
}
