using Bunit;
using Helpline.Contracts;
using Helpline.Contracts.Board;
using Helpline.Contracts.Calls;
using Helpline.Contracts.Catalog;
using Helpline.Contracts.Counselors;
using Helpline.Dashboard;
using Helpline.Dashboard.Accounts;
using Helpline.Dashboard.Board;
using Helpline.Dashboard.Calls;
using Helpline.Dashboard.Layout;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Helpline.Tests.Dashboard.Support;

/// <summary>The dashboard's parts without a browser: a fake server, a fake clock, and a page whose script obeys.</summary>
public abstract class DashboardContext : BunitContext
{
    protected const string Me = "counselor1";

    private long version = 1;

    protected DashboardContext()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Page = JSInterop.SetupModule("./js/page.js");
        Page.Mode = JSRuntimeMode.Loose;
        JSInterop.SetupModule("./js/phone.js").Mode = JSRuntimeMode.Loose;
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddSingleton(new HttpClient(Server) { BaseAddress = new("http://localhost/") });
        Services.AddDashboard();
        Server.Answers("GET", Routes.Catalog, Lists);
        Server.Answers("GET", Routes.Phone, new PhoneSettings("Exchange", "/phone.js", Me, "token", null));
    }

    internal FakeServer Server { get; } = new();

    internal FakeTimeProvider Clock { get; } = new(new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero));

    internal BunitJSModuleInterop Page { get; }

    internal Guid CallId { get; } = Guid.NewGuid();

    internal BoardPicture Picture => Services.GetRequiredService<BoardPicture>();

    internal Keys Keys => Services.GetRequiredService<Keys>();

    internal MyCall Mine => Services.GetRequiredService<MyCall>();

    internal DateTime Now => Clock.GetUtcNow().UtcDateTime;

    private static CatalogList[] Lists =>
    [
        List("call_kinds", Item("counseling", false, "1"), Item("silent", true, "3")),
        List("service_kinds", Item("social_legal"), Item("social_psychological")),
        List("risk_levels", Item("none") with { Order = 1 }, Item("high") with { Order = 2 }),
        List("call_outcomes", Item("support_given")),
        List("target_groups", Item("young_mothers")),
        List("safety_steps", Item("emergency_called")),
        List("access_reasons", Item("supervision")),
    ];

    internal CallCard Call(string state, string? counselor = Me) =>
        new(CallId, state, "kk", Now.AddMinutes(-3), Now.AddMinutes(-2), state == "Talking" ? Now : null, null, counselor, false, ++version);

    internal OfferCard Offer() => new(Guid.NewGuid(), CallId, "kk", Now.AddSeconds(20), Now.AddMinutes(-2));

    internal NoteCard Note(long noteVersion, string summary = "", string? kind = null, string? risk = null) =>
        new(CallId, kind, null, risk, summary, null, Now, noteVersion);

    /// <summary>The board as the server tells it from now on.</summary>
    internal BoardSnapshot Sees(OfferCard? offer = null, CallCard? mine = null, params CallCard[] calls)
    {
        var me = new PresenceCard(Me, "Айгүл", "Available", null, Now, ["kk"], ++version);
        var snapshot = new BoardSnapshot(version, Now, me, offer, mine, calls, [me]);
        Server.Answers("GET", Routes.Board, snapshot);
        Picture.Take(snapshot, Picture.Pushes);
        return snapshot;
    }

    internal void SignedIn() => Services.GetRequiredService<CurrentSession>().Enter(new(Me, "Айгүл", ["Counselor"], ["kk"], "en"));

    private static CatalogList List(string code, params CatalogItem[] items) => new(code, Say(code), items);

    private static CatalogItem Item(string code, bool quick = false, string? key = null) => new(code, 1, Say(code), Say(code), quick, key);

    private static Words Say(string word) => new(word, word, word);
}
