using Helpline.Domain.Calls;
using Helpline.Exchange;
using Helpline.Server.Calls;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Tests.Calls;

public class A_call_whose_end_was_never_reported
{
    [Fact]
    public async Task Is_closed_as_the_provider_remembers_it()
    {
        var reports = new Reports();
        using var host = HelplineHost.Start(replace: services =>
            ((ExchangeOptions)services.Single(s => s.ServiceType == typeof(ExchangeOptions)).ImplementationInstance!).Handler = reports);
        await using var aigul = await host.SignIn();
        await aigul.Says("Break");
        var caller = host.Caller();
        await caller.Ring();
        await caller.Presses("1");
        await caller.Hears("please-hold");
        reports.AreLost = true;
        await caller.HangsUp();
        Assert.Equal(CallState.Waiting, (await TheCall(host)).State);

        await Run(host);
        Assert.Equal(CallState.Waiting, (await TheCall(host)).State);
        var hungUp = host.Clock.GetUtcNow().UtcDateTime;
        // That the line was heard is written every 5 s, with the time of writing: the last mark is let through before the leap.
        await host.Passes(TimeSpan.FromSeconds(6));
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        await Run(host);

        var call = await TheCall(host);
        Assert.Equal(CallState.Abandoned, call.State);
        Assert.InRange((hungUp - call.EndedAt!.Value).TotalSeconds, -1, 5);
    }

    [Fact]
    public async Task And_of_which_the_provider_knows_nothing_has_failed()
    {
        using var host = HelplineHost.Start();
        await host.Provider().Posts("/voice/incoming", ("CallSid", Provider.NewSid()), ("From", "+77010000001"), ("CallStatus", "ringing"));
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        await Run(host);
        Assert.Equal(CallState.Failed, (await TheCall(host)).State);
    }

    private static async Task Run(HelplineHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CloseLostCallsJob>().Run(CancellationToken.None);
    }

    private static Task<Call> TheCall(HelplineHost host) => host.Reads(db => db.Calls.AsNoTracking().SingleAsync());

    /// <summary>The way from the exchange to the server, which can lose what it carries.</summary>
    private sealed class Reports() : DelegatingHandler(new SocketsHttpHandler())
    {
        public bool AreLost { get; set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            AreLost ? Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.OK) { Content = new StringContent("<Response/>", null, "text/xml") }) : base.SendAsync(request, cancellationToken);
    }
}
