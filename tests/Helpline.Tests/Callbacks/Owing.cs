using System.Net.Http.Json;
using Helpline.Contracts;
using Helpline.Contracts.Board;
using Helpline.Contracts.Work;
using Helpline.Tests.Line;
using Helpline.Tests.Support;

namespace Helpline.Tests.Callbacks;

/// <summary>Somebody who waits to be called back, and the counselor who calls.</summary>
internal static class Owing
{
    public const string Number = "+77010000001";

    public static string Call(Guid owed) => Routes.CallOwed(Routes.Callbacks, owed);

    /// <summary>A callback that this counselor answers for.</summary>
    public static async Task<Guid> Owed(this HelplineHost host, Counselor owner)
    {
        var caller = await host.Waiting(Number);
        await caller.Presses("1");
        await caller.Hears("ru/callback-confirm");
        await caller.Presses("1");
        await caller.Hears("ru/callback-shared");
        await caller.HangsUp();
        var card = Assert.Single(await owner.Gets<List<CallbackCard>>(Routes.Callbacks));
        Assert.Equal(owner.UserName, card.Owner);
        return card.Id;
    }

    public static async Task<AcceptedOffer> Places(this Counselor who, Guid owed, string? reason = null) =>
        await Placed(await who.Posts(Call(owed), reason is null ? null : new CallReason(reason)));

    public static async Task<AcceptedOffer> Placed(HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<AcceptedOffer>())!;
    }
}
