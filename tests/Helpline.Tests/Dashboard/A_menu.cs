using System.Collections.Concurrent;
using System.Net;
using System.Reflection;
using Bunit;
using Helpline.Contracts;
using Helpline.Contracts.Accounts;
using Helpline.Dashboard.Accounts;
using Helpline.Dashboard.Layout;
using Helpline.Tests.Dashboard.Support;
using Helpline.Tests.Referrals;
using Helpline.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Tests.Dashboard;

/// <summary>The pages of the dashboard over a whole server, as each role opens them from the menu.</summary>
public class A_menu
{
    private static readonly (string Who, string[] Pages)[] Shown =
    [
        ("counselor1", ["", "calls", "work", "people", "referrals", "visits", "shifts", "directory", "reference"]),
        ("social1", ["work", "people", "referrals", "visits", "directory", "reference"]),
        ("supervisor1", ["", "calls", "work", "people", "referrals", "visits", "shifts", "directory", "live", "missed", "metrics", "staffing", "journals", "reports", "flags", "reference", "privacy"]),
        ("admin", ["", "calls", "directory", "accounts", "reference", "catalogs", "privacy"]),
        ("auditor1", ["reference", "audit"]),
        ("umit1", ["work", "referrals", "reference"]),
    ];

    [Fact]
    public async Task Shows_each_role_its_pages_and_none_that_refuses_it_anything()
    {
        using var host = HelplineHost.Start();
        foreach (var (userName, pages) in Shown)
        {
            await using var who = userName == "umit1" ? await host.OfOrganization(userName, Guid.CreateVersion7()) : await host.SignIn(userName, hasPulse: false);
            await using var screen = new Screen(who.Http);
            await screen.Services.GetRequiredService<CurrentSession>().Load();
            Assert.Equal(pages, screen.Links());
            foreach (var page in pages) Assert.Equal((userName, page, ""), (userName, page, await screen.Opens(page)));
        }
    }

    [Fact]
    public async Task Leaves_out_what_the_server_refuses()
    {
        using var host = HelplineHost.Start();
        (Section Of, string Asks)[] addresses =
        [
            (Section.Calls, Routes.Calls), (Section.Work, Routes.Work), (Section.People, Routes.Contacts), (Section.People, Routes.FollowUps), (Section.Referrals, Routes.Referrals),
            (Section.Visits, Routes.VisitSettings), (Section.Shifts, Routes.Shifts), (Section.Directory, Routes.Directory), (Section.Live, Routes.LiveCalls), (Section.Metrics, Routes.Metrics),
            (Section.Staffing, Routes.Staffing), (Section.Journals, Routes.Journals), (Section.Reports, Routes.Reports), (Section.Flags, Routes.Flags), (Section.Accounts, Routes.Accounts),
            (Section.Reference, Routes.Reference), (Section.Catalogs, Routes.CatalogLists), (Section.Privacy, Routes.Erasures), (Section.Audit, Routes.Audit),
        ];
        foreach (var (userName, pages) in Shown)
        {
            await using var who = userName == "umit1" ? await host.OfOrganization(userName, Guid.CreateVersion7()) : await host.SignIn(userName, hasPulse: false);
            foreach (var (section, address) in addresses)
            {
                using var answer = await who.Opens(address);
                Assert.Equal((userName, address, pages.Contains(section.Page)), (userName, address, answer.StatusCode != HttpStatusCode.Forbidden));
            }
        }
    }

    /// <summary>A window whose requests go to the server.</summary>
    private sealed class Screen : DashboardContext
    {
        private static readonly Dictionary<string, Type> Pages = typeof(Menu).Assembly.GetTypes()
            .SelectMany(type => type.GetCustomAttributes<RouteAttribute>().Select(route => (route.Template, type))).ToDictionary(page => page.Template.TrimStart('/'), page => page.type);

        private const int Patience = 3000;
        private readonly Watch watch;

        public Screen(HttpClient http)
        {
            watch = new(http);
            Services.AddSingleton(new HttpClient(watch) { BaseAddress = http.BaseAddress });
        }

        public IEnumerable<string> Links() => Render<Menu>().FindAll("a").Concat(Render<UserMenu>().FindAll("a")).Select(link => link.GetAttribute("href")!);

        /// <returns>What was refused.</returns>
        public async Task<string> Opens(string page)
        {
            watch.Refused.Clear();
            Services.GetRequiredService<NavigationManager>().NavigateTo(page);
            Render(screen =>
            {
                screen.OpenComponent(0, Pages[page]);
                screen.CloseComponent();
            });
            for (var (quiet, turn) = (0, 0); quiet < 3; (quiet, turn) = (watch.UnderWay == 0 ? quiet + 1 : 0, turn + 1))
            {
                if (turn > Patience) return "asks without end";
                await Task.Delay(10, TestContext.Current.CancellationToken);
            }
            await DisposeComponentsAsync();
            return string.Join(' ', watch.Refused);
        }
    }

    private sealed class Watch(HttpClient http) : HttpMessageHandler
    {
        private int underWay;

        public int UnderWay => underWay;
        public ConcurrentQueue<string> Refused { get; } = new();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref underWay);
            try
            {
                var copy = new HttpRequestMessage(request.Method, request.RequestUri) { Content = request.Content };
                foreach (var header in request.Headers) copy.Headers.TryAddWithoutValidation(header.Key, header.Value);
                var answer = await http.SendAsync(copy, cancellationToken);
                if (answer.StatusCode == HttpStatusCode.Forbidden) Refused.Enqueue($"{request.Method} {request.RequestUri!.PathAndQuery}");
                return answer;
            }
            finally
            {
                Interlocked.Decrement(ref underWay);
            }
        }
    }
}
