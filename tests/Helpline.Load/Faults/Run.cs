using System.Diagnostics;
using Helpline.Domain.Offers;
using Helpline.Domain.Voicemails;
using Helpline.Server.Calls;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Load.Faults;

/// <summary>Callers and counselors live their lives, a quarter of a second at a time, and time moves only when nothing is under way.</summary>
internal sealed class Run(Product product, IReadOnlyList<Seat> seats, int seed, double callsASecond)
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(250);

    /// <summary>How far the line crew moves a command ahead that it has taken.</summary>
    private static readonly TimeSpan CommandLease = TimeSpan.FromSeconds(20);

    /// <summary>Longer than every deadline: the wrap-up, the silence after which the provider is asked, a message that never comes.</summary>
    private static readonly TimeSpan LongestEnd = TimeSpan.FromMinutes(45);
    private readonly Random random = new(seed);
    private readonly HashSet<string> callers = [];
    private readonly List<Person> persons = [];
    private Task lostCalls = Task.CompletedTask;
    private long steps;

    public Watch Watch { get; } = new(product);

    /// <summary>The legs of everybody who has rung.</summary>
    public IReadOnlySet<string> Callers => callers;

    /// <summary>So many ring, unless real time runs out before.</summary>
    public async Task Ring(int calls, TimeSpan atMost)
    {
        var (clock, next) = (Stopwatch.StartNew(), product.Now);
        while (callers.Count < calls && clock.Elapsed < atMost)
        {
            for (; next <= product.Now && callers.Count < calls; next = next.AddSeconds(-Math.Log(1 - random.NextDouble()) / callsASecond)) Ring();
            await Pass();
            if (steps % 480 == 0) Report.Say($"{clock.Elapsed:mm\\:ss}  {callers.Count} calls, {product.Now:T} by the made-up clock");
        }
    }

    /// <summary>Everybody hangs up in the end and every deadline passes.</summary>
    public async Task End()
    {
        for (var end = product.Now + LongestEnd; product.Now < end && (steps % 240 != 0 || persons.Count > 0 || await IsOpen());) await Pass();
    }

    private void Ring()
    {
        var leg = product.Exchange.Ring($"+7701{random.Next(5000):D7}", withheld: random.NextDouble() < 0.05, speaks: true);
        callers.Add(leg.Sid);
        persons.Add(new Person(leg, new Random(random.Next()), product.Now));
    }

    private async Task Pass()
    {
        persons.RemoveAll(p => p.Leg.IsOver);
        persons.ForEach(p => p.Lives(product.Now));
        await Quiet();
        var made = await product.Reads(db => db.Offers.Where(o => o.State == OfferState.Made).Select(o => new { o.Counselor, o.Id }).ToDictionaryAsync(o => o.Counselor, o => o.Id));
        await Task.WhenAll(seats.Select(s => s.Lives(made.TryGetValue(s.UserName, out var offer) ? offer : null)));
        await Quiet();
        Watch.Looks(callers);
        if (++steps % 20 == 0) await Watch.LooksForStuck();
        if (steps % 240 == 0) CloseLostCalls();
        product.Clock.Advance(Step);
    }

    /// <summary>No request is under way, and no command that could be carried out at this moment.</summary>
    private async Task Quiet()
    {
        var (now, taken) = (product.Now.UtcDateTime, product.Now.UtcDateTime + CommandLease);
        // A command that the faults do not answer is never over while time stands still.
        for (var glance = 0; glance < 15; glance++)
        {
            await product.Exchange.Quiet;
            if (!await product.Reads(db => db.LineCommands.AnyAsync(c => c.DoneAt == null && (c.Tries == 0 && c.DueAt <= now || c.Tries > 0 && c.DueAt == taken)))) break;
            await Task.Delay(2);
        }
        await product.Exchange.Quiet;
    }

    // In the product the alarm clock of real time does it each minute; here it is the made-up one. It may have to wait for time to pass.
    private void CloseLostCalls()
    {
        if (lostCalls.IsCompleted) lostCalls = Close();

        async Task Close()
        {
            await using var scope = product.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<CloseLostCallsJob>().Run(CancellationToken.None);
        }
    }

    private Task<bool> IsOpen() => product.Reads(async db => await db.Calls.Open().AnyAsync() || await db.LineCommands.AnyAsync(c => c.DoneAt == null)
        || await db.Voicemails.AnyAsync(v => v.State == VoicemailState.Expected || v.State == VoicemailState.Announced));
}
