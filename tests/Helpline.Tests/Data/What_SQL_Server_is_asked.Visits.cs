using Helpline.Contracts;
using Helpline.Contracts.Referrals;
using Helpline.Contracts.Visits;
using Helpline.Domain.Cases;
using Helpline.Domain.Casework;
using Helpline.Domain.Referrals;
using Helpline.Domain.Visits;
using Helpline.Server.Accounts;
using Helpline.Server.Casework;
using Helpline.Server.Visits;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Tests.Data;

public sealed partial class What_SQL_Server_is_asked
{
    private async Task Visits()
    {
        foreach (var role in new[] { Roles.SocialWorker, Roles.Supervisor }) await VisitsOf(role);
        var worker = Account("social1", Roles.SocialWorker);
        paper.Holds(worker, new CalendarFeed { UserName = "social1", TokenHash = new('a', 64), MadeAt = paper.Now }, Made.Visit(paper.Now));
        await Asks(HttpMethod.Get, Routes.Calendar(new('a', 43)));
        paper.Holds(worker, Made.Visit(paper.Now.AddDays(-2)));
        await using var scope = paper.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<NoticeMissedVisitsJob>().Run(CancellationToken.None);
        await paper.Services.GetRequiredService<TellVisits>().Run(CancellationToken.None);
        await paper.Services.GetRequiredService<CaseworkDesks>().Open(Reader.System, desk => desk.CancelVisitsOf(Guid.NewGuid()));
    }

    private async Task VisitsOf(string role)
    {
        var (me, series, form) = (await SignsIn("social1", role, Roles.SocialWorker), Made.Series(paper.Now), new VisitFormChange(VisitFields.Empty));
        var dates = new SeriesDates(DateOnly.FromDateTime(paper.Now).AddDays(1), new(10, 0), 60, 1, "Weeks", [], null, 3);
        var owned = new Case { Id = Guid.CreateVersion7(), Number = "20261102-0001", Title = "t", Owner = "social1", Risk = "low", OpenedAt = paper.Now, TouchedAt = paper.Now };
        foreach (var visit in new[] { Made.Visit(paper.Now.AddMinutes(5), seriesId: series.Id), Made.Visit(paper.Now.AddHours(-1), missed: true) })
        {
            var grant = new Grant { UserName = "social1", Subject = Subject.Visit, SubjectId = visit.Id, Ground = GrantGround.Own, SortAt = visit.PlannedFrom };
            object[] rows = [me, series, owned, visit, grant];
            foreach (var (method, address, body) in Wishes(visit.Id, form))
            {
                paper.Holds(rows);
                await Asks(method, address, body, key: $"{Guid.NewGuid():N}");
            }
            paper.Holds(rows);
            await Asks(HttpMethod.Post, Routes.VisitsList, new NewVisit(owned.Id, null, null, "center", paper.Now.AddHours(1)));
            await Asks(HttpMethod.Post, Routes.VisitsList, new NewVisit(null, null, owned.Id, "center", paper.Now.AddHours(1)));
            await Asks(HttpMethod.Post, Routes.VisitsHeld, new HeldVisit(owned.Id, null, null, "center", Finished(form.Form).Form));
            await Asks(HttpMethod.Post, Routes.VisitSeriesList, new NewSeries(owned.Id, null, null, "center", dates));
            var referral = Made.Referral(paper.Now, ReferralState.Accepted, receiver: "social1");
            paper.Holds([.. rows, referral]);
            await Asks(HttpMethod.Post, Routes.VisitsList, new NewVisit(null, null, null, "center", paper.Now.AddHours(1), ReferralId: referral.Id));
            await Asks(HttpMethod.Post, Routes.ReferralMoves(referral.Id), new ReferralMove("NotCompleted", Reason: "moved"));
            paper.Holds(rows);
            await Asks(HttpMethod.Get, Routes.VisitSeries(series.Id));
            await Asks(HttpMethod.Put, Routes.VisitSeries(series.Id), new SeriesChange(dates));
            await Asks(HttpMethod.Post, Routes.EndSeries(series.Id));
        }
    }

    private IEnumerable<(HttpMethod Method, string Address, object? Body)> Wishes(Guid visit, VisitFormChange form)
    {
        var (soon, place) = (new VisitTime(paper.Now.AddHours(2)), $"1-{paper.Now.Ticks}-{visit:N}");
        yield return (HttpMethod.Get, $"{Routes.VisitsList}?from={paper.Now:O}&to={paper.Now.AddDays(7):O}", null);
        yield return (HttpMethod.Get, $"{Routes.VisitsOwed}?area=center&after={place}", null);
        yield return (HttpMethod.Get, $"{Routes.VisitsOwed}?household={visit}", null);
        yield return (HttpMethod.Get, Routes.VisitsToLookAt, null);
        yield return (HttpMethod.Get, Routes.VisitSettings, null);
        yield return (HttpMethod.Get, Routes.Visit(visit), null);
        yield return (HttpMethod.Get, Routes.For(Routes.VisitForm(visit), "care"), null);
        yield return (HttpMethod.Put, Routes.VisitForm(visit), form);
        yield return (HttpMethod.Put, Routes.Visit(visit), soon);
        yield return (HttpMethod.Post, Routes.ConfirmVisit(visit), null);
        yield return (HttpMethod.Post, Routes.CancelVisit(visit), new VisitCancelled("other"));
        yield return (HttpMethod.Post, Routes.MissVisit(visit), new VisitMissed("refused", null, paper.Now.AddDays(1)));
        yield return (HttpMethod.Post, Routes.ReplanVisit(visit), soon);
        yield return (HttpMethod.Post, Routes.SettleVisit(visit), null);
        yield return (HttpMethod.Post, Routes.VisitPlace(visit), new VisitAccess("care"));
        yield return (HttpMethod.Post, Routes.VisitDone(visit), Finished(form.Form));
        yield return (HttpMethod.Get, Routes.MyCalendar, null);
        yield return (HttpMethod.Post, Routes.MyCalendar, null);
        yield return (HttpMethod.Delete, Routes.MyCalendar, null);
    }

    private VisitFormChange Finished(VisitFields form) => new(form with
    {
        Seen = "x",
        Result = "cooperative",
        Arrived = paper.Now.AddMinutes(-20),
        NextFrom = paper.Now.AddDays(3),
        DangerSigns = new[] { "violence", "suicidal_thoughts", "illness_untreated", "child_alone", "no_food_or_heat", "home_unsafe" }.ToDictionary(s => s, _ => true),
    });
}
