using System.Text.Json;
using Helpline.Contracts;
using Helpline.Contracts.Persons;

namespace Helpline.Load.Lists;

/// <summary>A list, a page or a search as somebody asks for it.</summary>
/// <param name="Address">Of the one that is asked for at that turn.</param>
/// <param name="Body">What is posted; null for a GET.</param>
/// <param name="Next">Reads from the first page what the second one is asked with; null to ask for the first.</param>
internal sealed record Question(string Name, Func<int, string> Address, Func<int, object>? Body = null, Func<JsonElement, string?>? Next = null);

/// <summary>
/// Every list, page and search of what comes after a call, by the addresses of <see cref="Routes"/> for people, cases, follow-ups, referrals,
/// visits, the directory and the audit trail, as each role asks for it.
/// </summary>
internal sealed class Questions(PopulationSize size, DateTime now)
{
    public (string Who, Func<Known, IEnumerable<Question>> Asked)[] All =>
    [
        (Population.Counselor(0), known => [.. People(known), .. Cases(known), .. Work(), .. FollowUps(known), .. Referrals(known), .. Directory(known), .. Calls(known)]),
        (Population.SocialWorker(0), known => [.. Searches(), .. Work(), .. FollowUpLists(), .. Referrals(known), .. Visits(known, null), .. Feeds(), .. Directory(known)]),
        ("supervisor", known => [.. People(known), .. Cases(known), .. Work(), .. FollowUps(known), .. Referrals(known), .. Visits(known, Population.SocialWorker(3)), .. Attention(), .. Proofs()]),
        (SeedVerb.Leader, known => [.. PeopleLists(), .. CaseLists(), .. Work(), .. FollowUpLists(), .. ReferralLists(), .. Visits(known, Population.SocialWorker(3)), .. Attention()]),
        ("admin", known => [.. Directory(known), .. Proofs(), new("catalogs", _ => Routes.CatalogLists), new("a catalog", _ => Routes.CatalogListOf("areas"))]),
        ("auditor", known => Trail(known)),
    ];

    private IEnumerable<Question> Searches() =>
    [
        new("search a name", i => $"{Routes.Search}?text={Text(Population.Name(i * 37 % size.Persons))}"),
        new("search a common word", i => $"{Routes.Search}?text={Text(i % 2 == 0 ? "айгул" : "каз")}"),
        new("search a telephone", i => $"{Routes.Search}?text={Text(Population.Telephone(i * 101 % size.Persons))}"),
        new("search a number", i => $"{Routes.Search}?text=20260{1 + i % 9}{10 + i % 18}-000{1 + i % 9}"),
        new("search a name in open cases", i => $"{Routes.Search}?text={Text("отбасы " + i % 977)}&subject=Case&state=Open&risk=high"),
    ];

    private IEnumerable<Question> PeopleLists() =>
    [
        new("contacts", _ => Routes.Contacts), new("contacts, page 2", _ => Routes.Contacts, Next: After),
        new("contacts of a channel in a month", _ => $"{Routes.Contacts}?channel=WalkIn&from={Day(-60)}&to={Day(-30)}"), new("contacts of a colleague", i => $"{Routes.Contacts}?counselor={Population.Counselor(i)}"),
        .. Searches(),
    ];

    private IEnumerable<Question> People(Known known) =>
    [
        .. PeopleLists(), new("a contact", i => Routes.Contact(known.Contacts.At(i))), new("what was told in a contact", i => Routes.Information(known.Contacts.At(i))),
        new("whom a contact is shared with", i => Routes.Shares(Routes.Contacts, known.Contacts.At(i))),
        new("earlier contacts", i => Routes.EarlierContacts(known.Contacts.At(i))), new("a person", i => Routes.For(Routes.Person(known.Persons.At(i)), "care")),
        new("possible duplicates", _ => Routes.Duplicates, i => new Likeness(Population.Name(i * 53 % size.Persons), 1940 + i % 70, Population.Telephone(i * 101 % size.Persons))),
        new("possible duplicates of a first name", _ => Routes.Duplicates, _ => new Likeness("Айгүл", null, null)),
        new("colleagues", _ => Routes.Colleagues),
    ];

    private static IEnumerable<Question> CaseLists() =>
    [
        new("cases, open", _ => $"{Routes.Cases}?state=Open"), new("cases, closed", _ => $"{Routes.Cases}?state=Closed"), new("cases, closed, page 2", _ => $"{Routes.Cases}?state=Closed", Next: After),
        new("cases, mine", _ => $"{Routes.Cases}?mine=true"),
    ];

    private static IEnumerable<Question> Cases(Known known) =>
    [
        .. CaseLists(), new("a case", i => Routes.Case(known.Cases.At(i))), new("whom a case is shared with", i => Routes.Shares(Routes.Cases, known.Cases.At(i))),
        new("timeline of a case", i => Routes.CaseTimeline(known.Cases.At(i))),
        new("timeline of a long case", _ => Routes.CaseTimeline(known.Busy)), new("timeline of a long case, page 2", _ => Routes.CaseTimeline(known.Busy), Next: page => Next(page, "before")),
    ];

    private static IEnumerable<Question> Work() => [new("my work", _ => Routes.Work), new("work counts", _ => Routes.WorkCounts)];

    private static IEnumerable<Question> FollowUpLists() =>
    [
        new("follow-ups, mine", _ => $"{Routes.FollowUps}?of=mine"), new("follow-ups, mine, page 2", _ => $"{Routes.FollowUps}?of=mine", Next: LastDue),
        new("follow-ups of the team", _ => $"{Routes.FollowUps}?of=team"), new("follow-ups of the team, page 2", _ => $"{Routes.FollowUps}?of=team", Next: LastDue),
        new("follow-ups of the team, ended", _ => $"{Routes.FollowUps}?of=team&state=Cancelled"), new("follow-ups of the team, of a kind that is rare", _ => $"{Routes.FollowUps}?of=team&state=Cancelled&kind=Visit"),
    ];

    private static IEnumerable<Question> FollowUps(Known known) => [.. FollowUpLists(), new("a follow-up", i => Routes.FollowUp(known.FollowUps.At(i)))];

    private static IEnumerable<Question> ReferralLists() =>
        from tab in new[] { "sent", "answer", "work", "all" }
        from one in new[]
        {
            new Question($"referrals, {tab}", _ => $"{Routes.Referrals}?tab={tab}"), new($"referrals, {tab}, page 2", _ => $"{Routes.Referrals}?tab={tab}", Next: page => Next(page, "before")),
            new($"referrals, {tab}, overdue", _ => $"{Routes.Referrals}?tab={tab}&overdue=true"), new($"referrals, {tab}, of a rare state", _ => $"{Routes.Referrals}?tab={tab}&state=OnHold"),
            new($"referrals, {tab}, emergency", _ => $"{Routes.Referrals}?tab={tab}&urgency=emergency"),
        }
        select one;

    private static IEnumerable<Question> Referrals(Known known) =>
        [.. ReferralLists(), new("a referral", i => Routes.For(Routes.Referral(known.Referrals.At(i)), "supervision")), new("who receives referrals", _ => Routes.Receivers)];

    /// <param name="worker">Whose; null for the reader's own.</param>
    private IEnumerable<Question> Visits(Known known, string? worker) =>
    [
        new("visits of a day", i => Days(i % 7, 1, worker)), new("visits of a week", i => Days(i % 4 * 7, 7, worker)), new("visits of a month", i => Days(-31 * (i % 3), 31, worker)),
        new("visits owed in an area", i => $"{Routes.VisitsOwed}?area=area{i % 12}"), new("visits owed in an area, page 2", i => $"{Routes.VisitsOwed}?area=area{i % 12}", Next: After),
        new("visits owed in a household", i => $"{Routes.VisitsOwed}?household={known.Households.At(i)}"),
        new("a visit", i => Routes.Visit(known.Visits.At(i))), new("who goes on visits", _ => Routes.VisitSettings),
    ];

    /// <summary>One link may be looked at so many times a minute, so each asks for another.</summary>
    private static IEnumerable<Question> Feeds() => [new("calendar feed", i => Routes.Calendar(Population.CalendarToken(i)))];

    private static IEnumerable<Question> Attention() => [new("visits to look at", _ => Routes.VisitsToLookAt)];

    private static IEnumerable<Question> Proofs() => [new("proofs of erasure", _ => Routes.Erasures), new("proofs of erasure, earlier", _ => $"{Routes.Erasures}?before=2026-06-01")];

    private static IEnumerable<Question> Calls(Known known) =>
        [new("callbacks owed", _ => Routes.Callbacks), new("messages owed", _ => Routes.Voicemails), new("my topics", _ => Routes.MyTopics)];

    private IEnumerable<Question> Directory(Known known) =>
    [
        new("directory", _ => Routes.Directory), new("directory, page 2", _ => Routes.Directory, Next: After), new("directory, open now", _ => $"{Routes.Directory}?open=true"),
        new("directory, a name", i => $"{Routes.Directory}?q={Text(Population.Place(i * 37 % size.Organizations))}"), new("directory, a common word", i => $"{Routes.Directory}?q={Text(i % 2 == 0 ? "ор" : "көмегі")}"),
        new("directory, a word that nobody has", _ => $"{Routes.Directory}?q=zzz"),
        new("directory, all filters", i => $"{Routes.Directory}?q={Text("орталық")}&kind=social_legal&language=kk&region=astana&open=true"),
        new("directory, a kind in a region", i => $"{Routes.Directory}?kind=social_legal&region=almaty"),
        new("an organization", i => Routes.Organization(known.Organizations.At(i))),
    ];

    private static IEnumerable<Question> Trail(Known known) =>
    [
        new("audit trail", _ => Routes.Audit), new("audit trail, page 2", _ => Routes.Audit, Next: page => Next(page, null)),
        new("audit trail of a colleague", i => $"{Routes.Audit}?actor={Population.Counselor(i)}"), new("audit trail of numbers shown", _ => $"{Routes.Audit}?action=NumberShown"),
        new("audit trail of a kind", _ => $"{Routes.Audit}?subject=Case"), new("audit trail of a case", i => $"{Routes.Audit}?subjectId={known.Cases.At(i)}"),
        new("audit trail of a number", i => $"{Routes.Audit}?number=20260{1 + i % 9}{10 + i % 18}-000{1 + i % 9}"),
        new("audit trail of a reason that is rare", _ => $"{Routes.Audit}?reason=complaint"), new("audit trail of a month", _ => $"{Routes.Audit}?from=2026-03-01&to=2026-03-31"),
        new("audit trail, all filters", i => $"{Routes.Audit}?actor={Population.Counselor(i)}&action=Read&subject=Case&reason=complaint&from=2025-01-01"),
    ];

    private string Days(int from, int days, string? worker) => $"{Routes.VisitsList}?from={Day(from)}&to={Day(from + days)}{(worker is null ? "" : $"&worker={worker}")}";

    private string Day(int offset) => now.Date.AddDays(offset).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private static string? After(JsonElement page) => Next(page, "after");

    /// <param name="name">Of the parameter; null when the page says it itself.</param>
    private static string? Next(JsonElement page, string? name) =>
        !page.TryGetProperty("next", out var said) && !page.TryGetProperty("after", out said) || said.GetString() is not { } next ? null : name is null ? next : $"{name}={Text(next)}";

    private static string? LastDue(JsonElement page) =>
        page.GetArrayLength() == 0 ? null : page[page.GetArrayLength() - 1] is var last ? $"after={Text(last.GetProperty("dueAt").GetString()!)}&afterId={last.GetProperty("id").GetString()}" : null;

    private static string Text(string text) => Uri.EscapeDataString(text);
}
