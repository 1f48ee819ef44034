using Helpline.Contracts;
using Helpline.Contracts.Counselors;
using Helpline.Exchange;
using Helpline.Tests.Support;

namespace Helpline.Tests.Counselors;

/// <summary>A counselor whose own telephone rings, and somebody who calls.</summary>
internal static class ByPhone
{
    public const string Number = "+77017654321";

    /// <summary>Available, and rung on her telephone too.</summary>
    public static async Task<Counselor> AvailableByPhone(this HelplineHost host, string userName = "counselor1", string number = Number)
    {
        var counselor = await host.Available(userName);
        var answer = await counselor.Puts(Routes.MyPhone, new OwnPhoneChange(number, ByPhone: true));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return counselor;
    }

    /// <summary>In the queue, in Kazakh.</summary>
    public static async Task<Caller> Waits(this HelplineHost host, string number = "+77010000001")
    {
        var caller = host.Caller(number);
        await caller.Ring();
        await caller.Presses("1");
        return caller;
    }

    /// <summary>Her telephone, once it rings.</summary>
    public static async Task<Phone> Rings(this HelplineHost host, string number = Number)
    {
        var phone = host.Exchange.Phone(number);
        await phone.IsRung();
        return phone;
    }
}
