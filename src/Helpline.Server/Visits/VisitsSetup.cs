using Helpline.Contracts.Accounts;
using Helpline.Server.Accounts;

namespace Helpline.Server.Visits;

internal static class VisitsSetup
{
    public static void AddVisits(this WebApplicationBuilder builder) =>
        builder.Services.AddSingleton<VisitChecks>().AddSingleton<TellVisits>().AddHostedService(s => s.GetRequiredService<TellVisits>());

    public static void MapVisits(this WebApplication app)
    {
        var visits = app.MapGroup("").WithTags("Visits").For(Section.Visits);
        VisitEndpoints.Map(visits);
        VisitLists.Map(visits);
        VisitFormEndpoints.Map(visits);
        SeriesEndpoints.Map(visits);
        CalendarEndpoints.Map(visits, app);
    }
}
