using System.Xml.Linq;
using Helpline.Server.Data;
using Helpline.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Helpline.Tests.Telephony;

/// <summary>The provider repeats nothing and gives 15 s: an error inside must never cost the call.</summary>
public class A_webhook_that_fails_inside
{
    private static readonly string[] Documents =
        ["/voice/incoming", "/voice/language?try=1", "/voice/queue-exit", "/voice/join?room=1", "/voice/after?room=1", "/voice/fallback", "/voice/counselor", "/voice/counselor-after"];

    [Fact]
    public async Task Makes_the_caller_hear_an_apology_and_ask_again()
    {
        using var host = HelplineHost.StartWithProviderAway(services => services.Replace(ServiceDescriptor.Singleton<Transactions, Broken>()));
        foreach (var target in Documents)
        {
            var document = XElement.Parse(await host.Provider().Posts(target, ("CallSid", "CA1"), ("From", "+77010000001"), ("CallStatus", "in-progress")));
            Assert.Equal(["Play", "Pause", "Redirect"], document.Elements().Select(e => e.Name.LocalName));
            Assert.EndsWith("/apology.wav", document.Element("Play")!.Value, StringComparison.Ordinal);
            Assert.Equal(target, document.Element("Redirect")!.Value);
        }
        foreach (var report in new[] { "/voice/status", "/voice/conference" })
            await host.Provider().Posts(report, ("CallSid", "CA1"), ("From", "+77010000001"), ("CallStatus", "completed"), ("FriendlyName", $"hl-{Guid.Empty:N}-1"));
    }

    [Fact]
    public async Task Answers_even_a_form_with_nothing_in_it()
    {
        using var host = HelplineHost.StartWithProviderAway();
        foreach (var target in Documents) Assert.StartsWith("<?xml", await host.Provider().Posts(target), StringComparison.Ordinal);
    }

    private sealed class Broken : Transactions
    {
        public override Task<T> Run<T>(Func<HelplineDb, Task<T>> work) => throw new IOException("The disk is full.");
    }
}
