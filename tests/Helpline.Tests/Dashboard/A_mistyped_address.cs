using Bunit;
using Helpline.Contracts;
using Helpline.Dashboard.Calls;
using Helpline.Dashboard.Metrics;
using Helpline.Dashboard.People;
using Helpline.Dashboard.Referrals;
using Helpline.Dashboard.Visits;
using Helpline.Tests.Dashboard.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Tests.Dashboard;

public class A_mistyped_address : DashboardContext
{
    [Fact]
    public void Opens_its_page_as_if_what_cannot_be_read_were_not_asked()
    {
        SignedIn();
        Opens<NewVisitPage>("visits/new?case=abc&person=1&household=%20&referral=");
        Opens<NewPersonPage>("persons/new?contact=abc&case=12");
        Opens<NewReferralPage>("referrals/new?contact=abc&case=-&person=1&organization=x&replaces=y&draft=z");
        Opens<ContactsPage>("contacts?from=soon&to=2026-02-30");
        Opens<CallsPage>("calls?from=soon&until=later&weekday=Mon&hour=x&above=long&most=%2B");
        Opens<CrewTimePage>("metrics/time?from=soon&to=later&hour=noon");
        Assert.All(Server.Requests.Where(asked => asked.Path.Contains("soon", StringComparison.Ordinal)), asked => Assert.StartsWith(Routes.CrewTime, asked.Path, StringComparison.Ordinal));
    }

    private void Opens<T>(string address)
        where T : IComponent
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        Assert.NotEmpty(Render<T>().FindAll("h1"));
    }
}
