using System.Net.Http.Json;
using Helpline.Contracts;
using Helpline.Contracts.Board;
using Helpline.Contracts.FollowUps;
using Helpline.Contracts.Work;
using Helpline.Server.FollowUps;
using Helpline.Tests.Callbacks;
using Helpline.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Tests.FollowUps;

/// <summary>Somebody who is asked again how she is, in the words of a story.</summary>
internal static class FollowingUp
{
    public const string Number = "+77010000001";

    public static DateTime Now(this HelplineHost host) => host.Clock.GetUtcNow().UtcDateTime;

    /// <summary>A caller talks with the counselor, and the note is finished.</summary>
    /// <returns>The contact that remains of it.</returns>
    public static async Task<Guid> Talked(this HelplineHost host, Counselor counselor, string number = Number)
    {
        await counselor.Says("Available");
        var caller = host.Caller(number);
        await caller.Ring();
        await caller.Presses("2");
        var call = (await counselor.Accepts(await counselor.IsOffered())).CallId;
        await counselor.SeesState(call, "Talking");
        await counselor.Writes(call, new(null, null, null, "medium", "text", null));
        await caller.HangsUp();
        await counselor.SeesState(call, "WrapUp");
        await counselor.Finishes(call, "counseling");
        await counselor.Says("Break");
        return call;
    }

    public static async Task<FollowUpCard> Plans(this Counselor who, NewFollowUp wish) => await Card(await who.Posts(Routes.FollowUps, wish));

    public static async Task<FollowUpCard> Plans(this Counselor who, Guid contact, DateTime? dueAt = null, string risk = "medium") =>
        await who.Plans(new NewFollowUp("Call", "after_risk", risk, ContactId: contact, DueAt: dueAt, MayCall: true));

    public static async Task<FollowUpCard> Tries(this Counselor who, Guid followUp, string result, string? note = null) =>
        await Card(await who.Posts(Routes.Attempts(followUp), new NewAttempt(result, note)));

    public static async Task<FollowUpDetails> Reads(this Counselor who, Guid followUp) => await who.Gets<FollowUpDetails>(Routes.FollowUp(followUp));

    public static async Task<AcceptedOffer> CallsFor(this Counselor who, Guid followUp, string? reason = null) =>
        await Owing.Placed(await who.Posts(Routes.CallOwed(Routes.FollowUps, followUp), reason is null ? null : new CallReason(reason)));

    /// <summary>The clock leaps to that moment, and the alarm rings.</summary>
    public static async Task ItIs(this HelplineHost host, DateTime moment, Guid followUp)
    {
        host.LeapsTo(moment);
        await host.Job<FollowUpDueJob>(job => job.Run(followUp));
    }

    public static Task Sweeps(this HelplineHost host) => host.Job<FollowUpSweepJob>(job => job.Run(CancellationToken.None));

    public static async Task Job<T>(this HelplineHost host, Func<T, Task> run) where T : notnull
    {
        await using var scope = host.Services.CreateAsyncScope();
        await run(scope.ServiceProvider.GetRequiredService<T>());
    }

    public static int Of(this WorkCard work, string kind) => work.Counts.Single(c => c.Kind == kind).Count;

    private static async Task<FollowUpCard> Card(HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<FollowUpCard>())!;
    }
}
