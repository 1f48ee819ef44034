using Helpline.Domain.Line;
using Helpline.Server.Hosting;
using Helpline.Server.Line;
using Helpline.Server.Telephony;
using Helpline.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Helpline.Tests.Line;

/// <summary>Hosts whose line has other rules than the ones shipped.</summary>
internal static class TestLine
{
    public static readonly OpeningHours Never = new([]);

    public static LineRules Shipped { get; } = LineFile.Read(
        new ConfigFolder(Path.Combine(Repository.Root, "config")), new Languages([new("kk", "1"), new("ru", "2"), new("en", "3")], new("kk", "1")));

    public static HelplineHost Host(Func<LineRules, LineRules> change) =>
        HelplineHost.Start(replace: services => services.Replace(ServiceDescriptor.Singleton(change(Shipped))));

    /// <summary>Somebody who is there and takes no call now.</summary>
    public static async Task<Counselor> OnABreak(this HelplineHost host, string userName = "counselor1")
    {
        var counselor = await host.SignIn(userName);
        await counselor.Says("Break");
        return counselor;
    }

    public static async Task<Helpline.Exchange.Caller> Waiting(this HelplineHost host, string number = "+77010000001", string digit = "2")
    {
        var caller = host.Caller(number);
        await caller.Ring();
        await caller.Presses(digit);
        await caller.Waits();
        return caller;
    }
}
