namespace Helpline.Contracts;

public static partial class Routes
{
    /// <summary>
    /// GET <see cref="Visits.VisitCard"/>[] of <c>?from=</c> to <c>?to=</c>, of the reader or of <c>?worker=</c>; POST <see cref="Visits.NewVisit"/>,
    /// answers <see cref="Visits.VisitCard"/>.
    /// </summary>
    public const string VisitsList = "api/visits";

    /// <summary>GET <see cref="Visits.VisitSettings"/>.</summary>
    public const string VisitSettings = "api/visits/settings";

    /// <summary>GET <see cref="Visits.VisitPage"/>: what is owed in <c>?area=</c> or <c>?household=</c>, by priority and then by time; <c>?after=</c> goes on.</summary>
    public const string VisitsOwed = "api/visits/owed";

    /// <summary>GET <see cref="Visits.VisitCard"/>[]: what a supervisor is asked to look at. Supervisors only.</summary>
    public const string VisitsToLookAt = "api/visits/attention";

    /// <summary>POST <see cref="Visits.HeldVisit"/>: a visit that nobody had planned, planned and done in one step; answers <see cref="Visits.VisitCard"/>.</summary>
    public const string VisitsHeld = "api/visits/held";

    /// <summary>GET <see cref="Visits.CalendarCard"/>; POST a new link, answers <see cref="Visits.CalendarLink"/>, the old one ends; DELETE it.</summary>
    public const string MyCalendar = "api/visits/calendar";

    /// <summary>GET <see cref="Visits.VisitDetails"/>; PUT <see cref="Visits.VisitTime"/>: another time or worker.</summary>
    public static string Visit(Guid visit) => $"{VisitsList}/{visit}";

    /// <summary>POST: the people know of it.</summary>
    public static string ConfirmVisit(Guid visit) => $"{VisitsList}/{visit}/confirm";

    /// <summary>POST <see cref="Visits.VisitMissed"/>.</summary>
    public static string MissVisit(Guid visit) => $"{VisitsList}/{visit}/missed";

    /// <summary>POST <see cref="Visits.VisitCancelled"/>.</summary>
    public static string CancelVisit(Guid visit) => $"{VisitsList}/{visit}/cancel";

    /// <summary>POST <see cref="Visits.VisitTime"/>, answers the <see cref="Visits.VisitCard"/> of the next attempt.</summary>
    public static string ReplanVisit(Guid visit) => $"{VisitsList}/{visit}/replan";

    /// <summary>POST: looked at, nothing more is tried. Supervisors only.</summary>
    public static string SettleVisit(Guid visit) => $"{VisitsList}/{visit}/settle";

    /// <summary>POST <see cref="Visits.VisitAccess"/>, answers <see cref="Visits.VisitPlace"/>; the reading is recorded.</summary>
    public static string VisitPlace(Guid visit) => $"{VisitsList}/{visit}/place";

    /// <summary>GET <see cref="Visits.VisitFormCard"/>, a supervisor with <c>?reason=</c>; PUT <see cref="Visits.VisitFormChange"/>: the draft; 409 with <c>current</c> for a stale version.</summary>
    public static string VisitForm(Guid visit) => $"{VisitsList}/{visit}/form";

    /// <summary>POST <see cref="Visits.VisitFormChange"/>: the visit is done, and this is its form.</summary>
    public static string VisitDone(Guid visit) => $"{VisitsList}/{visit}/done";

    /// <summary>POST <see cref="Visits.NewSeries"/>, answers <see cref="Visits.SeriesCard"/>.</summary>
    public const string VisitSeriesList = "api/visit-series";

    /// <summary>GET <see cref="Visits.SeriesCard"/>; PUT <see cref="Visits.SeriesChange"/>: only visits still ahead change.</summary>
    public static string VisitSeries(Guid series) => $"{VisitSeriesList}/{series}";

    /// <summary>POST: its visits that are still ahead are cancelled.</summary>
    public static string EndSeries(Guid series) => $"{VisitSeriesList}/{series}/end";

    /// <summary>GET the feed in iCalendar (RFC 5545), for whoever holds the token.</summary>
    public static string Calendar(string token) => $"calendar/{token}.ics";
}
