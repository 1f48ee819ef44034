using Helpline.Contracts;
using Helpline.Contracts.Cases;
using Helpline.Contracts.Contacts;
using Helpline.Contracts.Persons;
using Helpline.Contracts.Searching;
using Helpline.Contracts.Sharing;

namespace Helpline.Dashboard.Api;

/// <summary>People, their contacts and cases.</summary>
internal sealed partial class HelplineApi
{
    public Task<Answer<ColleagueCard[]>> Colleagues() => Get<ColleagueCard[]>(Routes.Colleagues);

    public Task<Answer<Page<CaseCard>>> Cases(string state, bool mine, string? after = null) =>
        Get<Page<CaseCard>>(Query(Routes.Cases, ("state", state), ("mine", mine ? "true" : "false"), ("after", after)));

    public Task<Answer<CaseDetails>> Case(Guid id) => Get<CaseDetails>(Routes.Case(id));

    /// <param name="before">Where the page before ended; null for the newest.</param>
    public Task<Answer<Page<Moment>>> CaseTimeline(Guid id, string? before) => Get<Page<Moment>>(Query(Routes.CaseTimeline(id), ("before", before)));
    public Task<Answer<CaseCard>> Open(NewCase wish) => Send<CaseCard>(HttpMethod.Post, Routes.Cases, wish);
    public Task<Answer<CaseCard>> ChangeCase(Guid id, CaseChange change) => Send<CaseCard>(HttpMethod.Put, Routes.Case(id), change);
    public Task<Answer<CaseCard>> Give(Guid id, GiveCase to) => Send<CaseCard>(HttpMethod.Post, Routes.GiveCase(id), to);
    public Task<Answer<CaseCard>> Join(Guid id, Guid contact) => Send<CaseCard>(HttpMethod.Post, Routes.JoinContact(id), new JoinContact(contact));
    public Task<Answer<ClosedCase>> Close(Guid id, CloseCase close) => Send<ClosedCase>(HttpMethod.Post, Routes.CloseCase(id), close);
    public Task<Answer<CaseCard>> Reopen(Guid id) => Send<CaseCard>(HttpMethod.Post, Routes.ReopenCase(id));

    /// <param name="from">UTC, inclusive.</param>
    /// <param name="to">UTC, exclusive.</param>
    public Task<Answer<Page<ContactCard>>> Contacts(string? channel, string? counselor, DateTime? from, DateTime? to, string? after = null) => Get<Page<ContactCard>>(
        Query(Routes.Contacts, ("channel", channel), ("counselor", counselor), ("from", Exact(from)), ("to", Exact(to)), ("after", after)));

    public Task<Answer<ContactDetails>> Contact(Guid id) => Get<ContactDetails>(Routes.Contact(id));
    public Task<Answer<ContactCard>> Enter(WalkIn walkIn) => Send<ContactCard>(HttpMethod.Post, Routes.Contacts, walkIn);
    public Task<Answer<ContactCard>> Name(Guid contact, ContactPerson person) => Send<ContactCard>(HttpMethod.Put, Routes.ContactPerson(contact), person);

    /// <param name="reason">Null for whoever cares for the person.</param>
    public Task<Answer<PersonDetails>> Person(Guid id, string? reason) => Get<PersonDetails>(Query(Routes.Person(id), ("reason", reason)));
    public Task<Answer<PersonCard>> Keep(NewPerson person) => Send<PersonCard>(HttpMethod.Post, Routes.Persons, person);
    public Task<Answer<PersonCard>> ChangePerson(Guid id, PersonChange change) => Send<PersonCard>(HttpMethod.Put, Routes.Person(id), change);
    public Task<Answer<PersonNumber>> PersonNumber(Guid id, string reason) => Send<PersonNumber>(HttpMethod.Post, Routes.PersonNumber(id), new Access(reason));
    public Task<Answer<PersonCard>> Withdraw(Guid id) => Send<PersonCard>(HttpMethod.Post, Routes.Withdraw(id));
    public Task<Answer<PersonCard>> LiveWith(Guid id, Guid? other) => Send<PersonCard>(HttpMethod.Put, Routes.PersonHousehold(id), new LivesWith(other));
    public Task<Answer<PersonName[]>> Alike(Likeness typed) => Send<PersonName[]>(HttpMethod.Post, Routes.Duplicates, typed);

    /// <param name="alerts">Of a person or of a contact.</param>
    public Task<Answer<AlertCard>> Warn(string alerts, NewAlert alert) => Send<AlertCard>(HttpMethod.Post, alerts, alert);
    public Task<Answer<Nothing>> TakeDown(Guid alert) => Send<Nothing>(HttpMethod.Delete, Routes.Alert(alert));

    public Task<Answer<ShareCard[]>> Shares(string things, Guid id) => Get<ShareCard[]>(Routes.Shares(things, id));
    public Task<Answer<ShareCard[]>> Share(string things, Guid id, Share share) => Send<ShareCard[]>(HttpMethod.Post, Routes.Shares(things, id), share);
    public Task<Answer<Nothing>> TakeBack(string things, Guid id, string userName) => Send<Nothing>(HttpMethod.Delete, Routes.Share(things, id, userName));

    /// <param name="subject">One kind only, or null; needed with <paramref name="after"/>.</param>
    public Task<Answer<FoundGroup[]>> Search(string text, string? subject = null, string? state = null, string? risk = null, DateTime? from = null, DateTime? to = null, string? after = null) => Get<FoundGroup[]>(
        Query(Routes.Search, ("text", text), ("subject", subject), ("state", state), ("risk", risk), ("from", Exact(from)), ("to", Exact(to)), ("after", after)));

    private static string Query(string path, params (string Name, string? Value)[] values)
    {
        var given = string.Join('&', values.Where(v => !string.IsNullOrEmpty(v.Value)).Select(v => $"{v.Name}={Uri.EscapeDataString(v.Value!)}"));
        return given.Length == 0 ? path : $"{path}?{given}";
    }

    private static string? Exact(DateTime? utc) => utc?.ToString("O");
}
