using Helpline.Contracts;
using Helpline.Contracts.Metrics;
using Helpline.Dashboard.Metrics;
using Helpline.Domain.Counselors;
using Helpline.Domain.Ledger;
using Helpline.Domain.Metrics;
using Helpline.Tests.Support;
using static Helpline.Tests.Journals.Journaling;
using static Helpline.Tests.Metrics.MeasuredNovember;

namespace Helpline.Tests.Metrics;

public class The_time_of_the_crew
{
    [Fact]
    public async Task Is_what_occupancy_and_utilization_are_made_of()
    {
        using var host = HelplineHost.Start();
        await host.Writes([.. TheDay(), Says("counselor1", Noon, PresenceState.Available), Says("counselor1", Noon.AddMinutes(40), PresenceState.Break), Says("counselor1", Noon.AddHours(2), PresenceState.Offline),
            Says("counselor2", Noon.AddHours(10), PresenceState.Available), Says("counselor2", Noon.AddHours(15), PresenceState.Offline)]);
        await using var supervisor = await host.SignIn("supervisor1");
        var read = await supervisor.Gets<LineMetrics>(Routes.Metrics + November);

        var figures = read.Figures.Where(f => f.Code is "occupancy" or "utilization").Concat(read.Hours.Select(h => h.Occupancy)).ToList();
        Assert.Equal((26, 9), (figures.Count, figures.Count(f => f.Denominator > 0)));
        foreach (var figure in figures)
        {
            var opened = await Time(supervisor, MetricText.Rows(read, figure.Rows!)!);
            Is(figure, opened.Days.Select(d => d.Sums));
            Is(figure.Code == "occupancy" ? opened.Occupancy : opened.Utilization, [opened.Total]);
            foreach (var day in opened.Days)
            {
                var stretches = (await Time(supervisor, $"metrics/time?from={day.Day:yyyy-MM-dd}&to={day.Day:yyyy-MM-dd}&hour={opened.Hour}")).Stretches;
                Assert.Equal(day.Sums.SignedIn, stretches.Sum(s => s.Sums.SignedIn), 1e-6);
                Assert.Equal(day.Sums.Ready, stretches.Sum(s => s.Sums.Ready), 1e-6);
                Assert.Equal(day.Sums.Work, stretches.Sum(s => s.Sums.Work), 1e-6);
                Assert.All(stretches, s => Assert.True((s.Presence is null) != (s.Part is null) && (opened.Hour is null || s.LocalFrom.Hour == opened.Hour)));
            }
        }

        void Is(FigureCard figure, IEnumerable<TimeSums> rows)
        {
            var crew = rows.Aggregate(CrewSums.None, (sums, r) => sums + new CrewSums { SignedIn = r.SignedIn, Ready = r.Ready, Work = r.Work });
            var made = figure.Code == "occupancy" ? LineFigures.Occupancy(crew) : LineFigures.Utilization(crew);
            Assert.Equal(figure.Numerator, made.Numerator, 1e-6);
            Assert.Equal(figure.Denominator, made.Denominator, 1e-6);
        }
    }

    private static Task<CrewTime> Time(Counselor supervisor, string page) => supervisor.Gets<CrewTime>(page.Replace("metrics/time?", Routes.CrewTime + "?", StringComparison.Ordinal));

    private static LedgerEntry Says(string counselor, DateTime at, PresenceState state) => new() { At = at, Counselor = counselor, What = state.ToString() };
}
