namespace Helpline.Contracts.Accounts;

/// <summary>A part of the dashboard with its addresses of the API. The menu shows it by the rule by which the server answers.</summary>
/// <param name="Name">In the menu it is called by the word <c>Nav.</c> and this.</param>
/// <param name="Page">Its address in the dashboard.</param>
/// <param name="Roles">One of these is enough; none for whoever is signed in.</param>
/// <param name="AdmitsPartners">Also those of another organization.</param>
public sealed record Section(string Name, string Page, IReadOnlyList<string> Roles, bool AdmitsPartners = false)
{
    private const string Counselor = nameof(Counselor), SocialWorker = nameof(SocialWorker), Supervisor = nameof(Supervisor), Administrator = nameof(Administrator), Auditor = nameof(Auditor);

    public static readonly Section Board = new(nameof(Board), "", [Counselor, Supervisor, Administrator]);
    public static readonly Section Calls = new(nameof(Calls), "calls", [Counselor, Supervisor, Administrator]);
    public static readonly Section Work = new(nameof(Work), "work", [Counselor, SocialWorker, Supervisor], AdmitsPartners: true);

    /// <summary>Contacts, persons, cases and follow-ups. Administrators and auditors see no people.</summary>
    public static readonly Section People = new(nameof(People), "people", [Counselor, SocialWorker, Supervisor]);
    public static readonly Section Referrals = new(nameof(Referrals), "referrals", [Counselor, SocialWorker, Supervisor], AdmitsPartners: true);
    public static readonly Section Visits = new(nameof(Visits), "visits", [Counselor, SocialWorker, Supervisor]);
    public static readonly Section Shifts = new(nameof(Shifts), "shifts", [Counselor, Supervisor]);
    public static readonly Section Directory = new(nameof(Directory), "directory", [Counselor, SocialWorker, Supervisor, Administrator]);
    public static readonly Section Live = new(nameof(Live), "live", [Supervisor]);
    public static readonly Section Missed = new(nameof(Missed), "missed", [Supervisor]);
    public static readonly Section Metrics = new(nameof(Metrics), "metrics", [Supervisor]);
    public static readonly Section Staffing = new(nameof(Staffing), "staffing", [Supervisor]);
    public static readonly Section Journals = new(nameof(Journals), "journals", [Supervisor]);
    public static readonly Section Reports = new(nameof(Reports), "reports", [Supervisor]);
    public static readonly Section Flags = new(nameof(Flags), "flags", [Supervisor]);
    public static readonly Section Accounts = new(nameof(Accounts), "accounts", [Administrator]);
    public static readonly Section Reference = new(nameof(Reference), "reference", [], AdmitsPartners: true);
    public static readonly Section Catalogs = new(nameof(Catalogs), "catalogs", [Administrator]);
    public static readonly Section Privacy = new(nameof(Privacy), "privacy", [Supervisor, Administrator]);
    public static readonly Section Audit = new(nameof(Audit), "audit", [Auditor]);

    /// <summary>In the order of the menu.</summary>
    public static readonly IReadOnlyList<Section> Menu =
        [Board, Calls, Work, People, Referrals, Visits, Shifts, Directory, Live, Missed, Metrics, Staffing, Journals, Reports, Flags, Accounts];

    /// <summary>Behind the name of whoever is signed in.</summary>
    public static readonly IReadOnlyList<Section> Aside = [Reference, Catalogs, Privacy, Audit];

    public bool Admits(IEnumerable<string> roles, bool isPartner) => (AdmitsPartners || !isPartner) && (Roles.Count == 0 || roles.Any(Roles.Contains));
}
