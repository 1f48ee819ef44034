using System.Net;
using System.Net.Http.Json;
using Helpline.Contracts;
using Helpline.Contracts.Line;
using Helpline.Contracts.Missed;
using Helpline.Contracts.Routing;
using Helpline.Domain.Calls;
using Helpline.Domain.Line;
using Helpline.Domain.Routing;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Line;

public class A_detour
{
    [Fact]
    public async Task Leads_callers_of_a_language_to_counselors_of_another_those_who_wait_too_until_it_is_lifted()
    {
        using var host = HelplineHost.Start();
        await using var erlan = await host.SignIn("supervisor1");
        await using var asel = await host.Available("counselor3");
        var caller = await host.Waiting(digit: "1");
        await host.Passes(TimeSpan.FromSeconds(5));
        Assert.False(asel.HasOffer);

        var detour = await Makes(erlan, new("Language", "kk", "ru", "Aigul is ill"));
        var offer = await asel.IsOffered();
        Assert.Equal("kk", offer.Language);
        var decided = await erlan.Gets<RoutingTimeline>(Routes.RoutingTimeline(offer.CallId));
        Assert.Contains(decided.Moments.Single(m => m.What == "Asked").Verdicts!, v => v is { UserName: "counselor3", Verdict: nameof(Verdict.Ask) });
        await caller.HangsUp();
        await host.Until(async () => (await asel.Board())!.Offer is null, "the card to go");

        Assert.Equal(detour, Assert.Single(await erlan.Gets<DetourCard[]>(Routes.Detours)));
        Assert.Equal(HttpStatusCode.NoContent, (await erlan.Http.DeleteAsync($"{Routes.Detours}/{detour.Id}", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Empty(await erlan.Gets<DetourCard[]>(Routes.Detours));
        await host.Waiting("+77010000002", "1");
        await host.Passes(TimeSpan.FromSeconds(5));
        Assert.Null((await asel.Board())!.Offer);
    }

    [Fact]
    public async Task Puts_whoever_is_led_into_one_queue_with_those_who_wait_for_the_same_counselors()
    {
        using var host = HelplineHost.Start();
        await using var erlan = await host.SignIn("supervisor1");
        await using var asel = await host.OnABreak("counselor3");
        await Makes(erlan, new("Language", "kk", "ru", null));
        await host.Waiting("+77010000001", "2");
        var led = await host.Waiting("+77010000002", "1");
        await led.Hears("kk/place-2");
    }

    [Fact]
    public async Task Makes_those_who_are_asked_instead_the_ones_who_were_busy_when_nobody_came()
    {
        using var host = HelplineHost.Start();
        await using var erlan = await host.SignIn("supervisor1");
        await using var asel = await host.OnABreak("counselor3");
        var detour = await Makes(erlan, new("Language", "kk", "ru", null));
        Assert.Equal("AllBusy", await Misses("+77010000001"));
        await erlan.Http.DeleteAsync($"{Routes.Detours}/{detour.Id}", TestContext.Current.CancellationToken);
        Assert.Equal("NobodySignedIn", await Misses("+77010000002"));

        async Task<string> Misses(string number)
        {
            await (await host.Waiting(number, "1")).HangsUp();
            MissedCallCard? missed = null;
            await host.Until(async () => (missed = (await erlan.Gets<List<MissedCallCard>>(Routes.MissedCalls)).Find(m => m.Ending == number[^2..])) is not null, "the call to be missed");
            return missed!.Cause;
        }
    }

    [Fact]
    public async Task May_lead_out_of_the_queue_to_something_useful()
    {
        using var host = HelplineHost.Start();
        await using var erlan = await host.SignIn("supervisor1");
        var waiting = await host.Waiting(digit: "1");
        var other = await host.Waiting("+77010000002");
        await Makes(erlan, new("Language", "kk", null, null));
        await waiting.Hears("kk/exits-menu");

        var next = host.Caller("+77010000003");
        await next.Ring();
        await next.Presses("1");
        await next.Hears("kk/exits-menu");
        Assert.True(other.IsWaiting);
        Assert.Equal(2, await host.Reads(db => db.Calls.CountAsync(c => c.State == CallState.Diverted && c.Language == "kk")));
    }

    [Fact]
    public void Of_a_topic_changes_whose_counselors_are_asked_and_is_never_followed_by_another()
    {
        var call = new WaitingCall(Guid.NewGuid(), "kk", 0, DateTime.UnixEpoch) { Topic = "social_legal" };
        Detour[] standing = [Of(DetourOf.Topic, "social_legal", "social_economic"), Of(DetourOf.Topic, "social_economic", "social_labour"), Of(DetourOf.Language, "ru", "en")];
        Assert.Equal(call with { Topic = "social_economic" }, call.Led(standing));
        Assert.Equal(call, call.Led([]));
    }

    [Fact]
    public async Task Is_refused_with_the_field_that_is_wrong_and_to_whoever_is_no_supervisor()
    {
        using var host = HelplineHost.Start();
        await using var erlan = await host.SignIn("supervisor1");
        await using var aigul = await host.SignIn("counselor1");
        Assert.Equal(HttpStatusCode.Forbidden, (await aigul.Posts(Routes.Detours, new NewDetour("Language", "kk", "ru", null))).StatusCode);
        foreach (var (wrong, field) in new[]
        {
            (new NewDetour("Weather", "kk", "ru", null), "of"),
            (new NewDetour("Language", "de", "ru", null), "code"),
            (new NewDetour("Language", "kk", "de", null), "to"),
            (new NewDetour("Language", "kk", "kk", null), "to"),
            (new NewDetour("Topic", "social_legal", null, null), "to"),
            (new NewDetour("Topic", "weather", "social_legal", null), "code"),
            (new NewDetour("Language", "kk", "ru", new string('я', 501)), "reason"),
        })
        {
            var answer = await erlan.Posts(Routes.Detours, wrong);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains($"\"{field}\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
        await Makes(erlan, new("Language", "kk", "ru", null));
        Assert.Equal(HttpStatusCode.Conflict, (await erlan.Posts(Routes.Detours, new NewDetour("Language", "kk", "en", null))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await erlan.Http.DeleteAsync($"{Routes.Detours}/{Guid.NewGuid()}", TestContext.Current.CancellationToken)).StatusCode);
    }

    private static Detour Of(DetourOf of, string code, string to) => new() { Id = Guid.NewGuid(), Of = of, Code = code, To = to, By = "supervisor1", At = DateTime.UnixEpoch };

    private static async Task<DetourCard> Makes(Counselor supervisor, NewDetour detour)
    {
        var answer = await supervisor.Posts(Routes.Detours, detour);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<DetourCard>())!;
    }
}
