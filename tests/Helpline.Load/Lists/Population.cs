using Helpline.Contracts.Search;
using Helpline.Domain.Calls;
using Helpline.Domain.Cases;
using Helpline.Domain.Casework;
using Helpline.Domain.Contacts;
using Helpline.Domain.FollowUps;
using Helpline.Domain.Persons;
using Helpline.Domain.Referrals;
using Helpline.Domain.Visits;
using Helpline.Server.Persons;
using Helpline.Server.Privacy;

namespace Helpline.Load.Lists;

/// <summary>Made-up people and what was done for them over two years; the same seed, the same people.</summary>
internal sealed partial class Population(Vault vault, DateTime now, PopulationSize size)
{
    public const int Counselors = 20, SocialWorkers = 10;
    private const int AtHome = 3;
    private static readonly string[] Given = ["Айгүл", "Әсел", "Дана", "Ерлан", "Нұрлан", "Гүлнар", "Марина", "Сергей", "Олжас", "Жанар", "Тимур", "Алия", "Бақыт", "Ирина", "Қанат", "Шынар"];
    private static readonly string[] Family = ["Сапарова", "Нұрланов", "Омарова", "Ким", "Ахметов", "Жұмабаев", "Иванова", "Әбдіраев", "Петров", "Төлегенова", "Ли", "Қасымов", "Смирнова", "Ысқақов"];
    private static readonly string[] Languages = ["kk", "ru", "en"];
    private static readonly string[] Risks = ["none", "low", "medium", "high"];
    private static readonly string[] Teams = ["north", "south", "east", "west"];
    private readonly Random dice = new(20261125);
    private readonly Dictionary<(Subject, int), NumberSeries> series = [];

    /// <summary>Of a counselor, and of what is hers.</summary>
    public static string Team(int i) => Teams[i % Counselors % Teams.Length];

    public static string Counselor(int i) => $"counselor{i % Counselors:D2}";
    public static string SocialWorker(int i) => $"social{i % SocialWorkers:D2}";
    public static string Telephone(int i) => $"+7701{i:D7}";

    /// <summary>Given and family name and the number of the person, so that a search finds few or many.</summary>
    public static string Name(int i) => $"{Given[i % Given.Length]} {Family[i / Given.Length % Family.Length]} {i / (Given.Length * Family.Length)}";

    public IEnumerable<object> Rows()
    {
        var persons = new List<Person>(size.Persons);
        Household? home = null;
        for (var i = 0; i < size.Persons; i++)
        {
            if (i % AtHome == 0) yield return home = Household(i);
            persons.Add(Person(i, home!));
            foreach (var row in With(persons[i], Subject.Person, persons[i].Id, persons[i].CreatedAt, Counselor(i), null, persons[i].Number, persons[i].Name, persons[i].PhoneHash)) yield return row;
        }
        var cases = new List<Case>(size.Cases);
        for (var i = 0; i < size.Cases; i++)
        {
            cases.Add(Case(i, persons[i % persons.Count]));
            foreach (var row in With(cases[i], Subject.Case, cases[i].Id, cases[i].OpenedAt, cases[i].Owner, null, cases[i].Number, cases[i].Title)) yield return row;
            yield return Moved(Subject.Case, cases[i].Id, cases[i], cases[i].OpenedAt, nameof(CaseEvent.Opened));
        }
        for (var i = 0; i < size.BusyMoves; i++) yield return Moved(Subject.Case, cases[0].Id, cases[0], Moment(), nameof(CaseEvent.Changed));
        foreach (var row in Contacts(cases, persons).Concat(FollowUps(cases)).Concat(Referrals(cases)).Concat(Visits(cases))) yield return row;
        foreach (var row in Work(cases, persons).Concat(Directory()).Concat(Trail(cases, persons))) yield return row;
        foreach (var one in series.Values) yield return one;
    }

    private IEnumerable<object> Contacts(List<Case> cases, List<Person> persons)
    {
        for (var i = 0; i < size.Contacts; i++)
        {
            // The first case is a long one.
            var (at, inCase) = (Moment(), i % 400 == 1 ? cases[0] : i % 3 == 0 ? cases[i / 3 % cases.Count] : null);
            var hash = vault.Hash(CallerNumber.From(Telephone(i % (size.Contacts / 2)))!.Value);
            var contact = new Contact
            {
                Id = Guid.CreateVersion7(at),
                Number = Number(Subject.Contact, at),
                Channel = (Channel)(i % 5),
                StartedAt = at,
                Counselor = Counselor(i),
                Team = Team(i),
                Language = Languages[i % 3],
                CallerHash = hash,
                Alias = CallerAlias.Of(hash),
                CaseId = inCase?.Id,
                PersonId = inCase?.PersonId ?? (i % 7 == 0 ? persons[i % persons.Count].Id : null),
            };
            foreach (var row in With(contact, Subject.Contact, contact.Id, at, Counselor(i), inCase, contact.Number, contact.Alias, hash)) yield return row;
            if (i % 4 == 0) yield return Note(i, contact);
        }
    }

    private IEnumerable<object> FollowUps(List<Case> cases)
    {
        for (var i = 0; i < size.FollowUps; i++)
        {
            var (of, at) = (cases[i % cases.Count], Moment());
            var follow = new FollowUp
            {
                Id = Guid.CreateVersion7(at),
                Number = Number(Subject.FollowUp, at),
                Kind = FollowUpKind.Call,
                About = of.Id,
                CaseId = of.Id,
                PersonId = of.PersonId,
                Why = "promised",
                Risk = of.Risk,
                Language = Languages[i % 3],
                PlannedBy = of.Owner,
                PlannedAt = at,
                Owner = of.Owner,
                Team = of.Team,
                DueAt = now.AddHours(i % 400 - 200),
                MayCall = true,
            };
            // Few are open at a time, as in life.
            if (i % 20 != 0) follow.Cancel(null, at.AddDays(1));
            else follow.ComeDue(now);
            yield return follow;
            foreach (var row in With(null, Subject.FollowUp, follow.Id, at, of.Owner, null)) yield return row;
            yield return Moved(Subject.FollowUp, follow.Id, of, at, nameof(FollowUpEvent.CameDue));
            if (follow.State == FollowUpState.Due) foreach (var row in Overdue(i, follow)) yield return row;
        }
    }

    private IEnumerable<object> Referrals(List<Case> cases)
    {
        for (var i = 0; i < size.Referrals; i++)
        {
            var (of, at) = (cases[i % cases.Count], Moment());
            var referral = new Referral
            {
                Id = Guid.CreateVersion7(at),
                Number = Number(Subject.Referral, at),
                CaseId = of.Id,
                PersonId = of.PersonId,
                Sender = of.Owner,
                Team = of.Team,
                CreatedAt = at,
                Consent = true,
                OrganizationName = $"Центр {i % 300}",
                Receiver = SocialWorker(i),
                ServiceKind = "social_medical",
                Urgency = i % 997 == 0 ? "emergency" : i % 9 == 0 ? "urgent" : "routine",
                SealedReason = "k1:sealed",
            };
            referral.Move(new(ReferralEvent.Sent, of.Owner) { Deadlines = new(at.AddDays(1), at.AddDays(5)) }, at);
            if (i % 10 == 1) referral.Move(new(ReferralEvent.Accepted, SocialWorker(i)) { Responsible = SocialWorker(i) }, at.AddHours(3));
            else if (i % 10 != 0) referral.Move(new(ReferralEvent.Rejected, SocialWorker(i)) { Reason = "no_capacity" }, at.AddHours(3));
            foreach (var row in With(referral, Subject.Referral, referral.Id, at, of.Owner, null, referral.Number, referral.OrganizationName)) yield return row;
            foreach (var row in With(null, Subject.Referral, referral.Id, at, SocialWorker(i), null)) yield return row;
            foreach (var what in new[] { ReferralEvent.Sent, ReferralEvent.Rejected }) yield return Moved(Subject.Referral, referral.Id, of, at, what.ToString());
        }
    }

    private IEnumerable<object> Visits(List<Case> cases)
    {
        for (var i = 0; i < size.Visits; i++)
        {
            var (of, at) = (cases[i % cases.Count], Moment());
            var planned = i % 20 == 0 ? now.AddHours(i % 336 - 100) : at;
            var visit = new Visit
            {
                Id = Guid.CreateVersion7(at),
                Number = Number(Subject.Visit, at),
                CaseId = of.Id,
                PersonId = of.PersonId,
                HouseholdId = of.HouseholdId,
                Area = $"area{i % 12}",
                Kind = VisitKind.Visit,
                Priority = 1 + i % 3,
                PlannedFrom = planned,
                PlannedTo = planned.AddHours(1),
                Worker = SocialWorker(i),
                Team = of.Team,
                PlannedBy = of.Owner,
                PlannedAt = at,
            };
            if (i % 20 != 0) visit.Hold(planned, 60, "cooperative", late: false, planned.AddHours(2));
            if (i % 200 == 0 && planned < now && visit.Miss("nobody_home", null, now)) visit.Escalate(VisitAttention.LastAttemptMissed, now);
            foreach (var row in With(visit, Subject.Visit, visit.Id, planned, SocialWorker(i), of)) yield return row;
            yield return Moved(Subject.Visit, visit.Id, of, at, "Planned");
        }
    }

    private Person Person(int i, Household home)
    {
        var at = Moment();
        var id = Guid.CreateVersion7(at);
        return new()
        {
            Id = id,
            Number = Number(Subject.Person, at),
            Name = Name(i),
            BirthYear = 1940 + i % 70,
            Sex = i % 2 == 0 ? "female" : "male",
            Language = Languages[i % 3],
            PhoneHash = vault.Hash(CallerNumber.From(Telephone(i))!.Value),
            SealedPhone = vault.Seal(Telephone(i), PersonForms.PhonePlace(id)),
            HouseholdId = home.Id,
            Team = Team(i),
            Ground = ConsentGround.Consent,
            GroundAt = at,
            GroundBy = Counselor(i),
            CreatedBy = Counselor(i),
            CreatedAt = at,
        };
    }

    private Case Case(int i, Person person)
    {
        var at = Moment();
        var made = new Case { Id = Guid.CreateVersion7(at), Number = Number(Subject.Case, at), Title = $"Отбасы {i % 977} семья", PersonId = person.Id, HouseholdId = person.HouseholdId, Owner = Counselor(i), Team = Team(i), Risk = Risks[i % 4], OpenedAt = at, TouchedAt = at };
        if (i % 5 != 0) made.Close("need_met", at.AddDays(20) < now ? at.AddDays(20) : now);
        return made;
    }

    private Household Household(int i)
    {
        var at = Moment();
        return new() { Id = Guid.CreateVersion7(at), Number = Number(Subject.Household, at), CreatedBy = Counselor(i), CreatedAt = at };
    }

    private static HistoryEntry Moved(Subject subject, Guid id, Case of, DateTime at, string what) => new() { Subject = subject, SubjectId = id, CaseId = of.Id, At = at, By = of.Owner, What = what };

    /// <summary>A row, whoever may see it, and the words by which it is found.</summary>
    private static IEnumerable<object> With(object? row, Subject subject, Guid id, DateTime at, string owner, Case? inCase, params string?[] texts)
    {
        if (row is not null) yield return row;
        yield return new Grant { UserName = owner, Subject = subject, SubjectId = id, Ground = GrantGround.Own, Notes = true, SortAt = at };
        if (inCase is not null && inCase.Owner != owner)
            yield return new Grant { UserName = inCase.Owner, Subject = subject, SubjectId = id, Ground = GrantGround.Assigned, SortAt = at, CaseId = inCase.Id };
        foreach (var word in texts.OfType<string>().SelectMany(Folding.Words).Distinct()) yield return new SearchWord { Word = word, Subject = subject, SubjectId = id };
    }

    private DateTime Moment() => now.AddSeconds(-dice.Next(600, 730 * 86_400));

    private string Number(Subject subject, DateTime at)
    {
        var day = at.Year * 10000 + at.Month * 100 + at.Day;
        if (!series.TryGetValue((subject, day), out var one)) series[(subject, day)] = one = new NumberSeries { Subject = subject, Day = day };
        return one.Next();
    }
}

/// <summary>How many of each.</summary>
internal sealed record PopulationSize(int Contacts, int Cases, int Persons, int Referrals, int Visits, int FollowUps, int Organizations = 1, int AuditLines = 1)
{
    /// <summary>What happened in the one case that is as long as a case gets.</summary>
    public int BusyMoves => Math.Min(Cases / 10, 5_000);
}
