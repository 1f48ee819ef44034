using Helpline.Domain.Contacts;
using Helpline.Server.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Browser.Support;

internal static class PastContacts
{
    /// <summary>So many came on a day at noon in Almaty.</summary>
    public static Task<List<Contact>> Had(this Product product, DateOnly day, Channel channel, int count) => product.Services.GetRequiredService<Transactions>().Run(async db =>
    {
        var noon = day.ToDateTime(new(7, 0), DateTimeKind.Utc);
        var contacts = Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7()).Select(id => new Contact { Id = id, Number = $"{id:N}"[^12..], Channel = channel, StartedAt = noon, Counselor = "counselor1", Language = "kk" }).ToList();
        db.Contacts.AddRange(contacts);
        await db.SaveChangesAsync();
        return contacts;
    });
}
