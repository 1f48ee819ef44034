using Helpline.Browser.Support;

namespace Helpline.Browser;

/// <summary>Three people, each before a browser of her own; the exchange is told by REST what becomes of them.</summary>
[Collection(Product.Line)]
public sealed class A_conference_of_voices : IAsyncLifetime
{
    private const int Callers = 440;
    private const int Counselors = 880;
    private const int Supervisors = 1400;
    private BareExchange exchange = null!;
    private Browsers browsers = null!;

    public async ValueTask InitializeAsync()
    {
        exchange = await BareExchange.Start();
        browsers = await Browsers.Start();
    }

    public async ValueTask DisposeAsync()
    {
        await browsers.DisposeAsync();
        await exchange.DisposeAsync();
    }

    [Fact]
    public async Task Everybody_hears_whom_the_exchange_lets_them_hear()
    {
        var caller = await exchange.Joins(browsers, Callers);
        var counselor = await exchange.Joins(browsers, Counselors);
        await caller.Page.HearsOnly(Counselors);
        await counselor.Page.HearsOnly(Callers);

        await exchange.Change(caller, ("Hold", "true"), ("HoldUrl", new Uri(exchange.Address, "hold").ToString()));
        await caller.Page.HearsOnly(BareExchange.Music);
        await counselor.Page.HearsOnly();
        await exchange.Change(caller, ("Hold", "false"));
        await caller.Page.HearsOnly(Counselors);
        await counselor.Page.HearsOnly(Callers);

        var supervisor = await exchange.Joins(browsers, Supervisors);
        await caller.Page.HearsOnly(Counselors, Supervisors);
        await counselor.Page.HearsOnly(Callers, Supervisors);
        await supervisor.Page.HearsOnly(Callers, Counselors);

        await exchange.Change(supervisor, ("Muted", "true"));
        await caller.Page.HearsOnly(Counselors);
        await supervisor.Page.HearsOnly(Callers, Counselors);

        await exchange.Change(supervisor, ("Coaching", "true"), ("CallSidToCoach", counselor.CallSid));
        await exchange.Change(supervisor, ("Muted", "false"));
        await counselor.Page.HearsOnly(Callers, Supervisors);
        await caller.Page.HearsOnly(Counselors);
        await supervisor.Page.HearsOnly(Callers, Counselors);

        await counselor.Page.ReloadAsync();
        await counselor.Page.HearsOnly(Callers, Supervisors);
        await caller.Page.HearsOnly(Counselors);
    }

    [Fact]
    public async Task A_telephone_sounds_in_the_window_where_it_was_touched_last()
    {
        var caller = await exchange.Joins(browsers, Callers);
        var counselor = await exchange.Joins(browsers, Counselors);
        await caller.Page.HearsOnly(Counselors);

        var window = await caller.Page.Context.NewPageAsync();
        await window.GotoAsync("/exchange");
        await window.Locator($".phone:has(h3:text-is('{caller.Number}')) .keys button").First.ClickAsync();

        await window.HearsOnly(Counselors);
        await caller.Page.HearsOnly();
        await counselor.Page.HearsOnly(Callers);
        await caller.Page.Locator(".keys button").First.ClickAsync();
        await caller.Page.HearsOnly(Counselors);
        await window.HearsOnly();
    }
}
