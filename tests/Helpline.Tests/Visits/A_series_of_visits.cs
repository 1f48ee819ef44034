using System.Net;
using Helpline.Contracts;
using Helpline.Contracts.Visits;
using Helpline.Domain.Visits;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Visits;

public class A_series_of_visits
{
    private static readonly SeriesDates Weekly = new(new(2026, 11, 2), new(16, 0), 60, 1, "Weeks", ["Monday", "Thursday"], null, 6);

    [Fact]
    public async Task Has_its_visits_from_the_beginning_and_changes_only_those_ahead()
    {
        using var story = await VisitStory.Begins();
        var aigul = await story.Enters("counselor1");
        var series = await Made(story, aigul);
        Assert.Equal(6, series.Ahead);
        var before = await Rows(story);
        // 16:00 in Almaty, which is UTC+5.
        Assert.All(before, v => Assert.Equal(11, v.PlannedFrom.Hour));
        await VisitStory.Answer<VisitCard>(await aigul.Posts(Routes.ConfirmVisit(before[1].Id)));
        story.Passes(3);

        aigul = await story.Enters("counselor1");
        var changed = await VisitStory.Answer<SeriesCard>(await aigul.Puts(Routes.VisitSeries(series.Id), new SeriesChange(Weekly with { At = new(9, 0), Count = 4 }, "counselor2", series.Version)));
        var after = await Rows(story);
        Assert.Equal((11, "social1"), (after.Single(v => v.Id == before[0].Id).PlannedFrom.Hour, after.Single(v => v.Id == before[0].Id).Worker));
        Assert.Equal((VisitState.Confirmed, 11), (after.Single(v => v.Id == before[1].Id).State, after.Single(v => v.Id == before[1].Id).PlannedFrom.Hour));
        var moved = after.Where(v => v.PlannedFrom.Hour == 4 && v.State == VisitState.Planned).ToList();
        Assert.Equal(2, moved.Count);
        Assert.All(moved, v => Assert.Equal("counselor2", v.Worker));
        Assert.Equal(2, after.Count(v => v.CancelReason == "series_changed"));

        Assert.Equal(HttpStatusCode.Conflict, (await aigul.Puts(Routes.VisitSeries(series.Id), new SeriesChange(Weekly, Version: series.Version))).StatusCode);
        var ended = await VisitStory.Answer<SeriesCard>(await aigul.Posts(Routes.EndSeries(series.Id)));
        Assert.NotNull(ended.EndedAt);
        Assert.Equal(4, (await Rows(story)).Count(v => v.CancelReason == "series_changed"));
        Assert.Equal(changed.Id, ended.Id);
    }

    [Fact]
    public async Task Takes_no_visit_outside_its_days()
    {
        using var story = await VisitStory.Begins();
        var aigul = await story.Enters("counselor1");
        var series = await Made(story, aigul);
        await VisitStory.IsRefused(await aigul.Posts(Routes.VisitsList, story.Wish(24 * 30) with { SeriesId = series.Id }), "from");
        var one = await story.IsPlanned(aigul, story.Wish(24) with { SeriesId = series.Id });
        await VisitStory.IsRefused(await aigul.Puts(Routes.Visit(one.Id), new VisitTime(story.Now.AddDays(60))), "from");
    }

    [Fact]
    public async Task Is_refused_by_the_field_that_is_wrong()
    {
        using var story = await VisitStory.Begins();
        var aigul = await story.Enters("counselor1");
        (string Field, SeriesDates Dates)[] wrong =
        [
            ("unit", Weekly with { Unit = "Years" }), ("unit", Weekly with { Unit = "1" }), ("on", Weekly with { On = ["Someday"] }), ("on", Weekly with { On = ["3"] }), ("dates", null!), ("every", Weekly with { Every = 0 }), ("minutes", Weekly with { Minutes = 1 }),
            ("until", Weekly with { Count = null }), ("until", Weekly with { Until = Weekly.From }), ("until", Weekly with { Count = null, Until = Weekly.From.AddDays(-1) }),
            ("count", Weekly with { Count = 500 }), ("until", Weekly with { Unit = "Days", On = [], Count = null, Until = Weekly.From.AddYears(2) }),
            ("from", Weekly with { From = new(2026, 1, 5), Count = 2 }),
        ];
        foreach (var (field, dates) in wrong) await VisitStory.IsRefused(await aigul.Posts(Routes.VisitSeriesList, Wish(story) with { Dates = dates }), field);
        Assert.Equal(0, await story.Host.Reads(db => db.Visits.CountAsync()));
    }

    private static NewSeries Wish(VisitStory story) => new(story.Case, null, null, "center", Weekly, "social1", Address: VisitStory.Address);

    private static async Task<SeriesCard> Made(VisitStory story, Staff by) => await VisitStory.Answer<SeriesCard>(await by.Posts(Routes.VisitSeriesList, Wish(story)));

    private static Task<List<Visit>> Rows(VisitStory story) => story.Host.Reads(db => db.Visits.AsNoTracking().OrderBy(v => v.PlannedFrom).ToListAsync());
}
