using System.Diagnostics;
using Helpline.Domain.Calls;
using Helpline.Domain.Offers;
using Helpline.Domain.Voicemails;
using Helpline.Exchange;
using Helpline.Load.Witness;
using Helpline.Server.Calls;
using Helpline.Server.Telephony;
using Helpline.Server.Transfers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Load.Faults;

/// <summary>Callers and counselors live their lives, a quarter of a second at a time, and time moves only when nothing is under way.</summary>
internal sealed class Run(Product product, IReadOnlyList<Seat> seats, IReadOnlyList<Overseer> overseers, int seed, double callsASecond)
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(250);

    /// <summary>Longer than every deadline: the wrap-up, the silence after which the provider is asked, a message that never comes.</summary>
    private static readonly TimeSpan LongestEnd = TimeSpan.FromMinutes(45);
    private readonly Random random = new(seed);
    private readonly HashSet<string> callers = [];
    private readonly List<Person> persons = [];
    private readonly Guests guests = new(product, new Random(seed));
    private Task jobs = Task.CompletedTask;
    private long steps;

    public Watch Watch { get; } = new(product.Evidence);

    /// <summary>The legs of everybody who has rung or was called back.</summary>
    public IReadOnlySet<string> Callers => callers;

    /// <summary>Lines on which somebody is left; asked when all is over.</summary>
    public IReadOnlyList<string> LeftOnTheLine => [.. product.Exchange.Legs.Live.Select(l => $"{l.Sid} from {l.From} to {l.To}: {l.Status}, {l.Doing}")];

    /// <summary>How many have rung the line; the others were rung by it.</summary>
    public int Rung { get; private set; }

    /// <summary>So many ring, unless real time runs out before.</summary>
    public async Task Ring(int calls, TimeSpan atMost)
    {
        var (clock, next) = (Stopwatch.StartNew(), product.Now);
        while (Rung < calls && clock.Elapsed < atMost)
        {
            for (; next <= product.Now && Rung < calls; next = next.AddSeconds(-Math.Log(1 - random.NextDouble()) / callsASecond)) Ring();
            await Pass();
            if (steps % 480 == 0) Report.Say($"{clock.Elapsed:mm\\:ss}  {Rung} calls, {product.Now:T} by the made-up clock");
        }
    }

    /// <summary>Everybody hangs up in the end and every deadline passes.</summary>
    public async Task End()
    {
        for (var end = product.Now + LongestEnd; product.Now < end && (steps % 240 != 0 || persons.Count > 0 || await IsOpen());) await Pass();
    }

    private void Ring()
    {
        var leg = product.Exchange.Ring($"+7701{random.Next(5000):D7}", withheld: random.NextDouble() < 0.05);
        callers.Add(leg.Sid);
        Rung++;
        persons.Add(new Person(leg, new Random(random.Next()), product.Now));
    }

    /// <summary>Everybody acts in the same moment, callers beside counselors; then all is let come to rest, and looked at.</summary>
    private async Task Pass()
    {
        persons.RemoveAll(p => p.Leg.IsOver);
        persons.ForEach(p => p.Lives(product.Now));
        await Staff();
        await Quiet();
        Answer();
        guests.Live();
        await Watch.Looks(callers);
        if (++steps % 20 == 0) await Watch.LooksForStuck();
        if (steps % 120 == 0) RunJobs();
        product.Clock.Advance(Step);
    }

    private async Task Staff()
    {
        var (made, transfers) = await product.Evidence.Reads(async db => (
            await db.Offers.Where(o => o.State == OfferState.Made).Select(o => new { o.Counselor, o.Id }).ToDictionaryAsync(o => o.Counselor, o => o.Id),
            await db.Transfers.AsNoTracking().Open().ToListAsync()));
        var (owed, talks) = (await Owed(), await Talks());
        await Task.WhenAll([
            .. seats.Select(s => s.Lives(new(
                made.TryGetValue(s.UserName, out var offer) ? offer : null, owed.TryDequeue(out var callback) ? callback : null,
                transfers.Find(t => t.From == s.UserName || t.To == s.UserName)))),
            .. overseers.Select(o => o.Lives(o.IsIdle && talks.TryDequeue(out var talk) ? talk : null))]);
    }

    /// <summary>No request is under way, and no command that could be carried out at this moment.</summary>
    private async Task Quiet()
    {
        var now = product.Now.UtcDateTime;
        for (var glance = 0; glance < 15; glance++)
        {
            await product.Exchange.Quiet;
            if (!await product.Evidence.Reads(db => db.LineCommands.Due(now).AnyAsync(c => c.Tries == 0))) break;
            await Task.Delay(2);
        }
        await product.Exchange.Quiet;
    }

    /// <summary>Some remember now and then to call those back who asked for it, several in one moment.</summary>
    private async Task<Queue<Guid>> Owed() => steps % 40 != 0 ? [] : new(await product.Evidence.Reads(db =>
        db.Callbacks.Owed().Where(c => c.SealedNumber != null && c.Attempts == 0).OrderBy(c => c.QueuedAt).Select(c => c.Id).Take(seats.Count).ToListAsync()));

    /// <summary>Talks that a supervisor may choose from now and then: where help is wanted, then any.</summary>
    private async Task<Queue<Guid>> Talks()
    {
        if (steps % 20 != 0) return [];
        var talks = await product.Evidence.Reads(db => db.Calls.Where(c => c.State == CallState.Talking).Select(c => new { c.Id, c.HelpAskedAt }).ToListAsync());
        return new(talks.OrderByDescending(t => t.HelpAskedAt).ThenBy(_ => random.Next()).Select(t => t.Id));
    }

    /// <summary>Persons whom the line rings pick up, or are out.</summary>
    private void Answer()
    {
        foreach (var leg in product.Exchange.Legs.Live.Where(l => l.IsRung && l.Identity is null && !Guests.Is(l) && callers.Add(l.Sid)))
        {
            persons.Add(new Person(leg, new Random(random.Next()), product.Now));
            if (random.NextDouble() < 0.7) Switchboard.PickUp(leg);
        }
    }

    // In the product the alarm clock of real time does it each minute; here it is the made-up one. It may have to wait for time to pass.
    private void RunJobs()
    {
        if (jobs.IsCompleted) jobs = Work();

        async Task Work()
        {
            await using var scope = product.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<CloseLostCallsJob>().Run(CancellationToken.None);
            await scope.ServiceProvider.GetRequiredService<EndOrphanedRoomsJob>().Run(CancellationToken.None);
        }
    }

    private async Task<bool> IsOpen() => product.Exchange.Legs.Live.Any() || await product.Evidence.Reads(async db => await db.Calls.Open().AnyAsync() || await db.LineCommands.AnyAsync(c => c.DoneAt == null)
        || await db.Voicemails.AnyAsync(v => v.State == VoicemailState.Expected || v.State == VoicemailState.Announced));
}
