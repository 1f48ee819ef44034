using System.Linq.Expressions;
using Helpline.Contracts.Contacts;
using Helpline.Domain.Contacts;

namespace Helpline.Server.Contacts;

/// <summary>A contact as its readers see it.</summary>
internal static class ContactCards
{
    public static readonly Expression<Func<Contact, ContactCard>> FromContact = c => new ContactCard(
        c.Id, c.Number, c.Channel.ToString(), c.StartedAt, c.EnteredLateAt, c.Counselor, c.Language, c.Alias, c.PersonId, c.CaseId, c.Version);

    /// <summary>The same, of a row in hand.</summary>
    public static readonly Func<Contact, ContactCard> Of = FromContact.Compile();
}
