using Helpline.Contracts;
using Helpline.Contracts.Visits;

namespace Helpline.Dashboard.Api;

internal sealed partial class HelplineApi
{
    public Task<Answer<VisitSettings>> VisitSettings() => Get<VisitSettings>(Routes.VisitSettings);

    public Task<Answer<VisitCard[]>> Visits(DateTime from, DateTime to, string? worker) =>
        Get<VisitCard[]>($"{Routes.VisitsList}?from={Moment(from)}&to={Moment(to)}{(worker is null ? "" : $"&worker={Uri.EscapeDataString(worker)}")}");

    /// <param name="where"><c>area</c> or <c>household</c>.</param>
    public Task<Answer<VisitPage>> VisitsOwed(string where, string value, string? after) =>
        Get<VisitPage>($"{Routes.VisitsOwed}?{where}={Uri.EscapeDataString(value)}{(after is null ? "" : $"&after={Uri.EscapeDataString(after)}")}");

    public Task<Answer<VisitCard[]>> VisitsToLookAt() => Get<VisitCard[]>(Routes.VisitsToLookAt);
    public Task<Answer<VisitDetails>> Visit(Guid visit) => Get<VisitDetails>(Routes.Visit(visit));
    public Task<Answer<VisitCard>> PlanVisit(NewVisit visit) => Send<VisitCard>(HttpMethod.Post, Routes.VisitsList, visit);
    public Task<Answer<VisitCard>> EnterVisit(HeldVisit visit) => Send<VisitCard>(HttpMethod.Post, Routes.VisitsHeld, visit);
    public Task<Answer<VisitCard>> MoveVisit(Guid visit, VisitTime time) => Send<VisitCard>(HttpMethod.Put, Routes.Visit(visit), time);
    public Task<Answer<VisitCard>> ConfirmVisit(Guid visit) => Send<VisitCard>(HttpMethod.Post, Routes.ConfirmVisit(visit));
    public Task<Answer<VisitCard>> MissVisit(Guid visit, VisitMissed missed) => Send<VisitCard>(HttpMethod.Post, Routes.MissVisit(visit), missed);
    public Task<Answer<VisitCard>> CancelVisit(Guid visit, string reason) => Send<VisitCard>(HttpMethod.Post, Routes.CancelVisit(visit), new VisitCancelled(reason));
    public Task<Answer<VisitCard>> ReplanVisit(Guid visit, VisitTime time) => Send<VisitCard>(HttpMethod.Post, Routes.ReplanVisit(visit), time);
    public Task<Answer<VisitCard>> SettleVisit(Guid visit) => Send<VisitCard>(HttpMethod.Post, Routes.SettleVisit(visit));
    public Task<Answer<VisitPlace>> VisitPlace(Guid visit, string reason) => Send<VisitPlace>(HttpMethod.Post, Routes.VisitPlace(visit), new VisitAccess(reason));

    public Task<Answer<VisitFormCard>> VisitForm(Guid visit, string? reason = null) => Get<VisitFormCard>(Routes.For(Routes.VisitForm(visit), reason));
    public Task<Answer<VisitFormCard>> SaveVisit(Guid visit, VisitFormChange change) => Send<VisitFormCard>(HttpMethod.Put, Routes.VisitForm(visit), change);
    public Task<Answer<VisitCard>> FinishVisit(Guid visit, VisitFormChange change) => Send<VisitCard>(HttpMethod.Post, Routes.VisitDone(visit), change);

    public Task<Answer<SeriesCard>> MakeSeries(NewSeries series) => Send<SeriesCard>(HttpMethod.Post, Routes.VisitSeriesList, series);
    public Task<Answer<SeriesCard>> ChangeSeries(Guid series, SeriesChange change) => Send<SeriesCard>(HttpMethod.Put, Routes.VisitSeries(series), change);
    public Task<Answer<SeriesCard>> EndSeries(Guid series) => Send<SeriesCard>(HttpMethod.Post, Routes.EndSeries(series));

    public Task<Answer<CalendarCard>> MyCalendar() => Get<CalendarCard>(Routes.MyCalendar);
    public Task<Answer<CalendarLink>> RenewCalendar() => Send<CalendarLink>(HttpMethod.Post, Routes.MyCalendar);
    public Task<Answer<Nothing>> RevokeCalendar() => Send<Nothing>(HttpMethod.Delete, Routes.MyCalendar);

    private static string Moment(DateTime time) => Uri.EscapeDataString(time.ToUniversalTime().ToString("O"));
}
