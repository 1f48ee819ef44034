using Helpline.Domain.Casework;
using Helpline.Domain.Persons;
using Helpline.Domain.Visits;
using Helpline.Server.Casework;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Browser.Support;

internal static class Visits
{
    /// <summary>Visits around today for a worker, to somebody with an address; once for all stories.</summary>
    public static Task<bool> HasVisits(this Product product, string worker) => product.Services.GetRequiredService<CaseworkDesks>().Open(Reader.System, async desk =>
    {
        // Noon of the day that it is in Almaty: within the hours that the calendar shows, whatever the time is now.
        var noon = desk.Now.AddHours(5).Date.AddHours(7);
        // Other stories keep visits of their own.
        if (await desk.Db.Visits.AnyAsync(v => v.Worker == worker && v.PlannedFrom == noon.AddHours(1))) return false;
        var person = await Person(desk, worker);
        foreach (var (day, priority) in new[] { (-1, 3), (0, 1), (0, 3), (1, 2), (2, 3) })
            await Plan(desk, person, worker, day > 0 ? "north" : "center", priority, noon.AddDays(day).AddHours(priority));
        return true;
    });

    /// <summary>Two days ago she was to go, and has written nothing yet.</summary>
    public static Task<Visit> HasVisitToWrite(this Product product, string worker) => product.Services.GetRequiredService<CaseworkDesks>().Open(Reader.System, async desk =>
        await Plan(desk, await Person(desk, worker), worker, "center", 2, desk.Now.Date.AddDays(-2).AddHours(7)));

    /// <returns>Somebody with an address whom the worker knows.</returns>
    public static Task<Guid> Knows(this Product product, string worker) => product.Services.GetRequiredService<CaseworkDesks>().Open(Reader.System, desk => Person(desk, worker));

    private static async Task<Visit> Plan(CaseworkDesk desk, Guid person, string worker, string area, int priority, DateTime from)
    {
        var visit = new Visit
        {
            Id = Guid.CreateVersion7(),
            Number = await desk.NextNumber(Subject.Visit),
            PersonId = person,
            Area = area,
            Kind = VisitKind.Observation,
            Priority = priority,
            PlannedFrom = from,
            PlannedTo = from.AddHours(1),
            Worker = worker,
            PlannedBy = worker,
            PlannedAt = desk.Now,
        };
        await desk.Plan(visit);
        return visit;
    }

    private static async Task<Guid> Person(CaseworkDesk desk, string worker)
    {
        var id = Guid.CreateVersion7();
        desk.Db.Persons.Add(new()
        {
            Id = id,
            Number = await desk.NextNumber(Subject.Person),
            Name = "Әлия Тест",
            SealedAddress = desk.Vault.Seal("Алматы, Абай даңғылы, 1-үй", $"Persons|SealedAddress|{id:N}"),
            Ground = ConsentGround.Consent,
            GroundAt = desk.Now,
            GroundBy = worker,
            CreatedBy = worker,
            CreatedAt = desk.Now,
        });
        await desk.Grant(worker, Subject.Person, id, GrantGround.Own, desk.Now);
        return id;
    }
}
