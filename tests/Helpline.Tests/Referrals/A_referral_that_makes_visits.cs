using System.Net;
using Helpline.Contracts;
using Helpline.Contracts.Visits;
using Helpline.Tests.Cases;
using Helpline.Tests.FollowUps;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Referrals;

public class A_referral_that_makes_visits
{
    private static readonly Dictionary<string, bool> NoSigns =
        new[] { "violence", "suicidal_thoughts", "illness_untreated", "child_alone", "no_food_or_heat", "home_unsafe" }.ToDictionary(s => s, _ => false);

    [Fact]
    public async Task Leads_whoever_accepted_it_to_a_case_that_she_does_not_see_and_goes_with_the_visit()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn(hasPulse: false);
        await using var gulnar = await host.SignIn("social1", hasPulse: false);
        var opened = await aigul.OpensACase();
        var id = (await aigul.Sends(Referring.Form(null, receiver: "social1", ofCase: opened.Id))).Card.Id;
        var tomorrow = host.Now().AddDays(1);
        var wish = new NewVisit(opened.Id, null, null, "center", tomorrow, ReferralId: id);
        await gulnar.Posts(Routes.VisitsList, wish).IsRefused(HttpStatusCode.Conflict, "Sent");
        await gulnar.Moves(id, new("Accepted", Responsible: "Гүлнар Омарова"));
        await aigul.Posts(Routes.VisitsList, wish with { Worker = "social1" }).IsRefused(HttpStatusCode.BadRequest, "referralId");
        await gulnar.Posts(Routes.VisitsList, wish with { ReferralId = null }).IsRefused(HttpStatusCode.BadRequest, "caseId");
        await gulnar.Posts(Routes.VisitsList, wish with { CaseId = Guid.NewGuid() }).IsRefused(HttpStatusCode.BadRequest, "caseId");

        var visit = await gulnar.Makes<VisitCard>(Routes.VisitsList, wish with { CaseId = null });
        Assert.Equal((opened.Id, id), (visit.CaseId!.Value, visit.ReferralId!.Value));
        Assert.Equal(("Scheduled", tomorrow, tomorrow.AddHours(1)), await Standing(gulnar, id));
        await gulnar.Changes<VisitCard>(Routes.Visit(visit.Id), new VisitTime(host.Now().AddHours(1)));
        Assert.Equal(host.Now().AddHours(1), (await Standing(gulnar, id)).From);

        host.Leaps(TimeSpan.FromHours(2));
        var form = VisitFields.Empty with { Seen = "the mother", Result = "cooperative", Services = ["social_domestic"], Arrived = host.Now().AddMinutes(-30), DangerSigns = NoSigns };
        await gulnar.Makes<VisitCard>(Routes.VisitDone(visit.Id), new VisitFormChange(form));
        Assert.Equal("InProgress", (await Standing(gulnar, id)).State);
        await gulnar.Makes<VisitCard>(Routes.VisitsHeld, new HeldVisit(null, null, null, "center", form, ReferralId: id));
        Assert.Equal(2, await host.Reads(db => db.Visits.CountAsync(v => v.CaseId == opened.Id)));
    }

    [Fact]
    public async Task Sends_nobody_any_more_when_it_is_cancelled()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn(hasPulse: false);
        await using var gulnar = await host.SignIn("social1", hasPulse: false);
        var id = (await aigul.Sends(Referring.Form(await host.Contact(), receiver: "social1"))).Card.Id;
        await gulnar.Moves(id, new("Accepted", Responsible: "Гүлнар Омарова"));
        var dates = new SeriesDates(DateOnly.FromDateTime(host.Now()).AddDays(1), new(10, 0), 60, 1, "Weeks", [], null, 3);
        var series = await gulnar.Makes<SeriesCard>(Routes.VisitSeriesList, new NewSeries(null, null, null, "center", dates, ReferralId: id));
        await gulnar.Makes<VisitCard>(Routes.VisitsList, new NewVisit(null, null, null, "center", host.Now().AddHours(3), ReferralId: id));
        await aigul.Moves(id, new("Cancelled", Reason: "not_needed"));

        Assert.Equal(["referral_ended"], await host.Reads(db => db.Visits.Select(v => v.CancelReason!).Distinct().ToListAsync()));
        Assert.NotNull((await gulnar.Gets<SeriesCard>(Routes.VisitSeries(series.Id))).EndedAt);
    }

    [Fact]
    public async Task Lends_its_series_to_nobody_else()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn(hasPulse: false);
        await using var dana = await host.SignIn("counselor2", hasPulse: false);
        var (hers, others) = (await aigul.OpensACase(), await dana.OpensACase());
        var dates = new SeriesDates(DateOnly.FromDateTime(host.Now()).AddDays(1), new(10, 0), 60, 1, "Weeks", [], null, 3);
        var series = await aigul.Makes<SeriesCard>(Routes.VisitSeriesList, new NewSeries(hers.Id, null, null, "center", dates, Worker: "social1"));
        var wish = new NewVisit(others.Id, null, null, "center", host.Now().AddDays(2), SeriesId: series.Id);
        await dana.Posts(Routes.VisitsList, wish).IsRefused(HttpStatusCode.BadRequest, "seriesId");
        await aigul.Makes<VisitCard>(Routes.VisitsList, wish with { CaseId = hers.Id });
    }

    private static async Task<(string State, DateTime? From, DateTime? Until)> Standing(Counselor who, Guid referral)
    {
        var card = (await who.Looks(referral)).Card;
        return (card.State, card.VisitFrom, card.VisitUntil);
    }
}
