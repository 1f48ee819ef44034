using System.Net.Http.Json;
using Helpline.Contracts;
using Helpline.Contracts.ThirdParties;
using Helpline.Contracts.Transfers;

namespace Helpline.Load.Faults;

/// <summary>What happens in a talk beside talking: hold and the way back, a cry for help, somebody called in, and the caller given on.</summary>
internal sealed partial class Seat
{
    private static readonly string[] Languages = ["kk", "ru", "en"];
    private Guid? guest;
    private DateTimeOffset guestUntil;

    private async Task Detours(Guid mine, DateTimeOffset now)
    {
        if (guest is { } third && now >= guestUntil) await TakesOff(third);
        switch (random.NextDouble())
        {
            case < 0.004:
                await Posts(Routes.Hold(mine));
                break;
            case < 0.014:
                await Posts(Routes.Resume(mine));
                break;
            case < 0.0155:
                using (await http.PostAsJsonAsync(Routes.HandOn(mine), new HandOnCall(Language: Languages[random.Next(Languages.Length)])))
                    break;
            case < 0.0165:
                await Posts(Routes.AskForHelp(mine));
                break;
            case < 0.018:
                await CallsIn(mine, now);
                break;
            // Mostly nobody is free to be asked.
            case < 0.04:
                await Asks(mine, now);
                break;
        }
    }

    /// <summary>An interpreter, or an ambulance: the talk takes longer for it.</summary>
    private async Task CallsIn(Guid mine, DateTimeOffset now)
    {
        using var answer = await http.PostAsJsonAsync(Routes.AddThirdParty(mine), new AddThirdParty(null, Guests.Number(random)));
        if (!answer.IsSuccessStatusCode) return;
        guest = (await answer.Content.ReadFromJsonAsync<ThirdPartyCard>())!.Id;
        (guestUntil, actsAt) = (now.AddSeconds(random.Next(4, 60)), actsAt.AddSeconds(15));
    }

    private async Task TakesOff(Guid third)
    {
        guest = null;
        await Posts(Routes.TakeOff(third));
    }
}
