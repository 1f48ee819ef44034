namespace Helpline.Contracts;

/// <summary>People, their contacts and cases.</summary>
public static partial class Routes
{
    /// <summary>GET <see cref="Page{T}"/> of <see cref="Cases.CaseCard"/>: <c>?state=Open|Closed&amp;mine=true&amp;after=</c>; POST <see cref="Cases.NewCase"/>.</summary>
    public const string Cases = "api/cases";

    /// <summary>GET <see cref="Page{T}"/> of <see cref="Contacts.ContactCard"/>: <c>?channel=&amp;from=&amp;to=&amp;counselor=&amp;after=</c>; POST <see cref="Contacts.WalkIn"/>.</summary>
    public const string Contacts = "api/contacts";

    /// <summary>POST <see cref="Persons.NewPerson"/>, answers <see cref="Persons.PersonCard"/>.</summary>
    public const string Persons = "api/persons";

    /// <summary>POST <see cref="Persons.Likeness"/>, answers <see cref="Persons.PersonName"/>[]: who may be the same person.</summary>
    public const string Duplicates = "api/persons/duplicates";

    /// <summary>GET <see cref="Searching.FoundGroup"/>[]: <c>?text=&amp;subject=&amp;state=&amp;risk=&amp;from=&amp;to=&amp;after=</c>.</summary>
    public const string Search = "api/search";

    /// <summary>GET <see cref="Cases.ColleagueCard"/>[]: to whom a case may be given or a thing shared.</summary>
    public const string Colleagues = "api/colleagues";

    /// <summary>GET <see cref="Cases.CaseDetails"/>, PUT <see cref="Cases.CaseChange"/>; 409 with <c>current</c> for a stale version, with <c>state</c> when it is closed.</summary>
    public static string Case(Guid id) => $"{Cases}/{id}";

    /// <summary>GET <see cref="Page{T}"/> of <see cref="Cases.Moment"/>, newest first; <c>?before=</c> goes on.</summary>
    public static string CaseTimeline(Guid id) => $"{Cases}/{id}/timeline";

    /// <summary>POST <see cref="Cases.GiveCase"/>.</summary>
    public static string GiveCase(Guid id) => $"{Cases}/{id}/give";

    /// <summary>POST <see cref="Cases.JoinContact"/>.</summary>
    public static string JoinContact(Guid id) => $"{Cases}/{id}/contacts";

    /// <summary>POST <see cref="Cases.CloseCase"/>, answers <see cref="Cases.ClosedCase"/>.</summary>
    public static string CloseCase(Guid id) => $"{Cases}/{id}/close";

    /// <summary>POST.</summary>
    public static string ReopenCase(Guid id) => $"{Cases}/{id}/reopen";

    /// <summary>GET <see cref="Contacts.ContactDetails"/>.</summary>
    public static string Contact(Guid id) => $"{Contacts}/{id}";

    /// <summary>PUT <see cref="Contacts.ContactPerson"/>: who it was.</summary>
    public static string ContactPerson(Guid id) => $"{Contacts}/{id}/person";

    /// <summary>POST <see cref="Persons.NewAlert"/>: an alert on the telephone.</summary>
    public static string ContactAlerts(Guid id) => $"{Contacts}/{id}/alerts";

    /// <summary>GET <see cref="Persons.PersonDetails"/>, <c>?reason=</c> a code of <c>access_reasons</c>, needed by whoever does not care for the person herself; PUT <see cref="Persons.PersonChange"/>.</summary>
    public static string Person(Guid id) => $"{Persons}/{id}";

    /// <summary>POST <see cref="Persons.Access"/>, answers <see cref="Persons.PersonNumber"/>; the look is recorded.</summary>
    public static string PersonNumber(Guid id) => $"{Persons}/{id}/number";

    /// <summary>POST: the person takes the consent back.</summary>
    public static string Withdraw(Guid id) => $"{Persons}/{id}/withdraw";

    /// <summary>PUT <see cref="Persons.LivesWith"/>; with null she lives alone.</summary>
    public static string PersonHousehold(Guid id) => $"{Persons}/{id}/household";

    /// <summary>POST <see cref="Persons.NewAlert"/>.</summary>
    public static string PersonAlerts(Guid id) => $"{Persons}/{id}/alerts";

    /// <summary>DELETE: it holds no more.</summary>
    public static string Alert(Guid id) => $"api/alerts/{id}";

    /// <summary>GET <see cref="Sharing.ShareCard"/>[], POST <see cref="Sharing.Share"/>.</summary>
    /// <param name="things"><see cref="Cases"/> or <see cref="Contacts"/>.</param>
    public static string Shares(string things, Guid id) => $"{things}/{id}/shares";

    /// <summary>DELETE: she sees it no more.</summary>
    public static string Share(string things, Guid id, string userName) => $"{things}/{id}/shares/{userName}";
}
