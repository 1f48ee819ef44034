using Helpline.Domain.Calls;
using Helpline.Domain.ThirdParties;
using Helpline.Server.Telephony;
using Helpline.Server.ThirdParties;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Calls;

/// <summary>Somebody who is called into a talk. Whatever becomes of that line, caller and counselor talk on.</summary>
internal sealed partial class CallDesk
{
    public async Task<ThirdParty?> OpenThirdPartyOf(Call call) =>
        (await db.ThirdParties.Open().Where(t => t.CallId == call.Id).ToListAsync()).Find(t => ThirdPartyFlow.IsOpen(t.State));

    /// <param name="partner">Null for a number that was typed.</param>
    /// <returns>The third party, once the wish is granted.</returns>
    public async Task<(Admission Answer, ThirdParty? Third)> Add(Call call, CallerNumber number, string? partner)
    {
        var answer = ThirdPartyFlow.Admits(call, await OpenThirdPartyOf(call) is not null, await OpenTransferOf(call) is not null);
        if (answer != Admission.Granted) return (answer, null);
        var id = Guid.CreateVersion7(now);
        var third = ThirdParty.Call(id, call.Id, call.Counselor!, partner, vault.Seal(number.E164, ThirdPlace(id)), now, rules.Calls.ConnectWithin);
        db.ThirdParties.Add(third);
        Command(LineCommandKind.RingThird, call, id.ToString("N"));
        Tell(third, call);
        return (answer, third);
    }

    /// <summary>The provider says which line it is. One that nobody wants any more is ended.</summary>
    public async Task RingsOn(ThirdParty third, string leg)
    {
        if (!third.RingsOn(leg) && await Find(third.CallId) is { } call) Command(LineCommandKind.End, call, leg);
    }

    /// <summary>Picked up: all three hear each other.</summary>
    public async Task<bool> Join(ThirdParty third)
    {
        if (!third.Join()) return false;
        if (await Find(third.CallId) is { } call) Tell(third, call);
        return true;
    }

    /// <summary>The line ended by itself, or never came about.</summary>
    /// <param name="how">Left, or unreached.</param>
    public async Task<bool> Lose(ThirdParty third, ThirdPartyState how)
    {
        if (!third.Close(how, now)) return false;
        if (await Find(third.CallId) is { } call) Tell(third, call);
        return true;
    }

    /// <summary>The counselor goes on with the caller alone. The same again is no mistake.</summary>
    public bool TakeOff(ThirdParty third, Call call)
    {
        if (!third.Close(ThirdPartyState.TakenOff, now)) return third.State == ThirdPartyState.TakenOff;
        if (third.Leg is { } leg) Command(LineCommandKind.End, call, leg);
        Tell(third, call);
        return true;
    }

    private async Task LapseThirdParties()
    {
        foreach (var third in await db.ThirdParties.Overdue(now).ToListAsync())
        {
            if (!await Lose(third, ThirdPartyState.Unreached) || third.Leg is not { } leg || await Find(third.CallId) is not { } call) continue;
            Command(LineCommandKind.End, call, leg);
        }
    }

    /// <summary>However the talk ended, nobody stays behind in its room.</summary>
    private async Task EndThirdParty(Call call)
    {
        if (await OpenThirdPartyOf(call) is { } third) TakeOff(third, call);
    }

    private void Tell(ThirdParty third, Call call)
    {
        Record($"ThirdParty{third.State}", call.Id, third.AddedBy, to: third.Partner);
        News.ThirdParties.Add((call.Counselor ?? third.AddedBy, third));
    }

    /// <summary>Where the number of a third party is sealed to.</summary>
    public static string ThirdPlace(Guid third) => $"ThirdParties|SealedNumber|{third:N}";
}
