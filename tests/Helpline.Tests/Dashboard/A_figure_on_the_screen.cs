using System.Globalization;
using System.Net;
using Bunit;
using Helpline.Contracts;
using Helpline.Contracts.Journals;
using Helpline.Dashboard.Accounts;
using Helpline.Dashboard.Journals;
using Helpline.Dashboard.Metrics;
using Helpline.Dashboard.Reports;
using Helpline.Tests.Dashboard.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Tests.Dashboard;

public class A_figure_on_the_screen : DashboardContext
{
    [Fact]
    public void Survives_an_address_that_is_mistyped_or_says_a_thing_twice()
    {
        Server.Answers("GET", $"{Routes.Journals}?language={CultureInfo.CurrentUICulture.TwoLetterISOLanguageName}", new[] { new JournalCard("calls", "Journal of calls", [], []) });
        Goes("reports?period=Q1");
        Assert.NotEmpty(Render<ReportsPage>().FindAll("form"));
        Goes("journals/calls?state=a&state=b");
        Assert.NotEmpty(Render<JournalsPage>().FindAll("form"));
        Assert.Contains(Server.Requests, asked => asked.Path.Contains("state=a", StringComparison.Ordinal) && !asked.Path.Contains("state=b", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_a_day_before_the_first_call_says_so_and_not_that_the_server_is_away()
    {
        Server.Refuses("GET", $"{Routes.CrewTime}?from=2026-01-01&to=2026-01-01", HttpStatusCode.BadRequest, new { firstDay = "2026-02-02", errors = new Dictionary<string, string[]> { ["to"] = ["early"] } });
        Goes("metrics/time?from=2026-01-01&to=2026-01-01");
        var page = Render<CrewTimePage>();
        page.WaitForAssertion(() => Assert.Contains("the first call came on", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void Of_today_is_of_the_day_of_the_line_wherever_the_reader_is()
    {
        Clock.SetUtcNow(new(2026, 3, 31, 20, 0, 0, TimeSpan.Zero));
        var session = Services.GetRequiredService<CurrentSession>();
        session.Enter(new(Me, "Айгүл", ["Supervisor"], ["kk"], "en", Zone: "Asia/Almaty"));
        Render<MetricsPage>();
        Render<ReportsPage>();
        Assert.Contains(Server.Requests, asked => asked.Path == $"{Routes.Metrics}?from=2026-04-01&to=2026-04-01");
        Assert.Contains(Server.Requests, asked => asked.Path.StartsWith($"{Routes.Reports}?period=2026-04", StringComparison.Ordinal));
    }

    private void Goes(string address) => Services.GetRequiredService<NavigationManager>().NavigateTo(address);
}
