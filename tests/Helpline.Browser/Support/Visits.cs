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
        // A story of the journals keeps a visit of its own.
        if (await desk.Db.Visits.AnyAsync(v => v.Worker == worker && v.PersonId != null)) return false;
        var person = Guid.CreateVersion7();
        desk.Db.Persons.Add(new()
        {
            Id = person,
            Number = await desk.NextNumber(Subject.Person),
            Name = "Әлия Тест",
            SealedAddress = desk.Vault.Seal("Алматы, Абай даңғылы, 1-үй", $"Persons|SealedAddress|{person:N}"),
            Ground = ConsentGround.Consent,
            GroundAt = desk.Now,
            GroundBy = worker,
            CreatedBy = worker,
            CreatedAt = desk.Now,
        });
        // Noon in Almaty: within the hours that the calendar shows, whatever the time is now.
        var noon = desk.Now.Date.AddHours(7);
        foreach (var (day, priority) in new[] { (-1, 3), (0, 1), (0, 3), (1, 2), (2, 3) })
            await desk.Plan(new()
            {
                Id = Guid.CreateVersion7(),
                Number = await desk.NextNumber(Subject.Visit),
                PersonId = person,
                Area = day > 0 ? "north" : "center",
                Kind = VisitKind.Observation,
                Priority = priority,
                PlannedFrom = noon.AddDays(day).AddHours(priority),
                PlannedTo = noon.AddDays(day).AddHours(priority + 1),
                Worker = worker,
                PlannedBy = worker,
                PlannedAt = desk.Now,
            });
        return true;
    });
}
