using Helpline.Domain.Calls;
using Helpline.Domain.Casework;
using Helpline.Domain.Contacts;
using Helpline.Server.Casework;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Calls;

/// <summary>What remains of a call when it is over: the contact, in the hands of whoever talks with the caller.</summary>
internal sealed partial class CallDesk
{
    /// <summary>The door for what comes after a call, in this transaction.</summary>
    private CaseworkDesk AfterCall(string counselor) => Casework(new Reader(counselor, new HashSet<string>(), null));

    private async Task OpenContact(Call call, string counselor)
    {
        var contact = await db.Contacts.FindAsync(call.Id);
        if (contact?.Counselor == counselor) return;
        var team = await db.Users.Where(a => a.UserName == counselor).Select(a => a.Team).FirstOrDefaultAsync();
        if (contact is null) await AddContact(call, counselor, team);
        else (contact.Counselor, contact.Team) = (counselor, team);
        if (await db.Grants.FindAsync(counselor, Subject.Contact, call.Id) is null)
            db.Grants.Add(new Grant { UserName = counselor, Subject = Subject.Contact, SubjectId = call.Id, Ground = GrantGround.Own, Notes = true, SortAt = call.ArrivedAt });
    }

    private async Task AddContact(Call call, string counselor, string? team)
    {
        var contact = new Contact
        {
            Id = call.Id,
            Number = await db.NextNumber(Subject.Contact, line.Local(now)),
            Channel = call.Outbound ? Channel.Outbound : Channel.Call,
            StartedAt = call.ArrivedAt,
            Counselor = counselor,
            Team = team,
            Language = call.Language,
            CallerHash = call.NumberHash,
            Alias = call.NumberHash is { } hash ? CallerAlias.Of(hash) : null,
        };
        db.Contacts.Add(contact);
        foreach (var word in new[] { contact.Number, contact.Alias?.ToLowerInvariant(), contact.CallerHash }.OfType<string>())
            db.SearchWords.Add(new SearchWord { Word = word, Subject = Subject.Contact, SubjectId = contact.Id });
    }
}
