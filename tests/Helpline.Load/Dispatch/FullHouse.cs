using System.Diagnostics;
using Helpline.Domain.Calls;
using Helpline.Domain.Counselors;
using Helpline.Domain.Offers;
using Helpline.Load.Servers;
using Helpline.Server.Accounts;
using Helpline.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Load.Dispatch;

/// <summary>
/// So many who wait and so many counselors: one of ten on a break, all others in calls. One after the other a counselor becomes
/// free and is offered the call at the head; a new caller takes the last place, so the house stays as full as it was.
/// </summary>
internal sealed class FullHouse : IAsyncDisposable
{
    private static readonly TimeSpan Shift = TimeSpan.FromHours(12);
    private static readonly string[][] Spoken = [["kk", "ru"], ["kk", "en"], ["ru", "en"]];
    private static readonly string[] Chosen = ["kk", "ru", "en"];
    private readonly DeskOnFile database;
    private readonly int counselors;
    private int turn = -1;
    private int callers;

    private FullHouse(DeskOnFile database, int counselors) => (this.database, this.counselors) = (database, counselors);

    public static async Task<FullHouse> Fill(string file, int waiting, int counselors)
    {
        var house = new FullHouse(await DeskOnFile.Create(file), counselors);
        await house.database.Use(async db =>
        {
            var now = TimeProvider.System.GetUtcNow().UtcDateTime;
            for (var i = 0; i < counselors; i++) db.AddRange(Account(i), Seat(i, now));
            // The longest wait first, a second apart.
            for (var i = 0; i < waiting; i++) db.Add(house.Caller(now.AddSeconds(i - waiting)));
            await db.SaveChangesAsync();
        });
        return house;
    }

    /// <summary>Frees the next counselor, unmeasured, and then measures how long it takes to decide and to write her offer durably.</summary>
    /// <returns>Milliseconds.</returns>
    public async Task<double> Next()
    {
        // In turn, past those on a break.
        if (++turn % 10 == 9) turn++;
        var userName = Name(turn % counselors);
        await database.Use(db => Free(db, userName));
        var started = Stopwatch.GetTimestamp();
        await database.Desks.Open(desk => desk.Dispatch());
        var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        var isOffered = await database.Ask(db => db.Offers.AnyAsync(o => o.Counselor == userName && o.State == OfferState.Made));
        return isOffered ? took : throw new InvalidOperationException($"{userName} was free and was offered nothing.");
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private async Task Free(HelplineDb db, string userName)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var seat = await db.Presences.SingleAsync(p => p.UserName == userName);
        if (await db.Offers.SingleOrDefaultAsync(o => o.Counselor == userName && o.State == OfferState.Made) is { } offer)
        {
            offer.Close(OfferState.Withdrawn, now);
            (await db.Calls.SingleAsync(c => c.Id == offer.CallId)).CallerLeaves(now, now, DeskOnFile.Rules.Calls);
        }
        seat.Release(seat.CallId!.Value, now, afterWork: true);
        db.Add(Caller(now));
        await db.SaveChangesAsync();
    }

    private Call Caller(DateTime now)
    {
        var call = Call.Arrive(Guid.CreateVersion7(now), LineAccount.NewSid("CA"), new("k1:sealed", $"hash{callers}", false), now);
        call.Queue(Chosen[callers++ % Chosen.Length], now, Shift);
        return call;
    }

    // The tenth of each ten is on a break.
    private static Presence Seat(int i, DateTime now)
    {
        var seat = new Presence { UserName = Name(i) };
        seat.Say(i % 10 == 9 ? PresenceState.Break : PresenceState.Available, now);
        seat.RenewLease(now + Shift);
        if (i % 10 != 9) seat.Engage(Guid.CreateVersion7(now), now);
        return seat;
    }

    private static Account Account(int i) => new()
    {
        Id = Guid.CreateVersion7(),
        UserName = Name(i),
        NormalizedUserName = Name(i).ToUpperInvariant(),
        DisplayName = Name(i),
        Roles = [Roles.Counselor],
        Languages = [.. Spoken[i % Spoken.Length]],
    };

    private static string Name(int i) => $"counselor{i:D4}";
}
