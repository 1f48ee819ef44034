using System.Xml.Linq;
using Helpline.Exchange;
using Helpline.Server.Data;
using Helpline.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Helpline.Tests.Telephony;

/// <summary>The provider repeats nothing and gives 15 s: an error inside must never cost the call.</summary>
public class A_webhook_that_fails_inside
{
    private static readonly string[] Documents =
        ["/voice/incoming", "/voice/language?try=1", "/voice/queue-exit", "/voice/join?room=1", "/voice/after?room=1", "/voice/counselor", "/voice/counselor-after"];

    [Fact]
    public async Task Makes_the_caller_hear_an_apology_and_ask_again()
    {
        using var host = HelplineHost.StartWithProviderAway(services => services.Replace(ServiceDescriptor.Singleton<Transactions, Broken>()), ("Demo:Seed", "false"));
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
        foreach (var target in Documents.Append("/voice/fallback")) Assert.StartsWith("<?xml", await host.Provider().Posts(target), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Makes_the_fallback_answer_from_its_file()
    {
        using var host = HelplineHost.StartWithProviderAway(services => services.Replace(ServiceDescriptor.Singleton<Transactions, Broken>()), ("Demo:Seed", "false"));
        Assert.Equal(await FallbackFile(), await Fallback(host));
    }

    [Fact]
    public async Task Makes_the_fallback_answer_from_its_file_within_three_seconds_of_a_locked_database()
    {
        using var host = HelplineHost.StartWithProviderAway();
        await Fallback(host);
        await using var other = new SqliteConnection($"Data Source={Path.Combine(host.Folder, "helpline.db")}");
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await using var held = other.BeginTransaction(deferred: false);
        var (asked, answer) = (host.Clock.GetUtcNow(), Fallback(host));
        await Task.Delay(500, TestContext.Current.CancellationToken);
        while (!answer.IsCompleted && host.Clock.GetUtcNow() - asked < TimeSpan.FromSeconds(3))
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            host.Clock.Advance(TimeSpan.FromMilliseconds(250));
        }
        Assert.Equal(await FallbackFile(), await answer.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Leads_from_the_file_as_shipped_on_from_where_the_call_is_and_never_back_to_the_menu()
    {
        using var host = HelplineHost.StartWithProviderAway(TroubledTransactions.Into);
        await Enters(host);
        TroubledTransactions.Of(host).Breaks();
        var way = XElement.Parse(await Fallback(host)).Element("Redirect")!;
        TroubledTransactions.Of(host).Trouble = Task.CompletedTask;

        var document = XElement.Parse(await host.Provider().Posts(way.Value, Form()));
        Assert.Equal(["Enqueue"], document.Elements().Select(e => e.Name.LocalName));
    }

    [Fact]
    public async Task Does_not_end_the_server_while_callers_wait_and_that_they_were_heard_is_marked_later()
    {
        using var host = HelplineHost.StartWithProviderAway(TroubledTransactions.Into);
        await Enters(host);
        await host.Passes(TimeSpan.FromSeconds(11));
        TroubledTransactions.Of(host).Breaks();
        Assert.Contains("/voice/wait?pass=2", await host.Provider().Posts("/voice/wait?pass=1", Form()), StringComparison.Ordinal);
        await host.Passes(TimeSpan.FromSeconds(11));
        Assert.False(host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested);

        var back = host.Clock.GetUtcNow().UtcDateTime;
        TroubledTransactions.Of(host).Trouble = Task.CompletedTask;
        await host.Until(() => host.Reads(db => db.Calls.AnyAsync(c => c.HeardAt >= back)), "the mark that the line was heard");
    }

    [Fact]
    public async Task Or_takes_too_long_still_does_its_work_after_the_caller_was_told_to_ask_again()
    {
        using var host = HelplineHost.StartWithProviderAway(TroubledTransactions.Into);
        await host.Provider().Posts("/voice/fallback");
        var held = new TaskCompletionSource();
        TroubledTransactions.Of(host).Trouble = held.Task;
        var asked = host.Provider().Posts("/voice/incoming", Form());
        await host.Until(() => Task.FromResult(asked.IsCompleted), "the answer");
        Assert.Contains("/apology.wav", await asked, StringComparison.Ordinal);

        held.SetResult();
        await host.Until(() => host.Reads(db => db.Calls.AnyAsync(c => c.CallerLeg == "CA1" && c.NumberHash != null)), "the call, with the number it came from");
    }

    [Fact]
    public async Task Leads_to_a_file_that_the_provider_understands() => Assert.Empty(
        TwiMlReader.Read(await FallbackFile(), new Uri("https://helpline.example.org/voice/fallback"), Place.Call).Errors);

    private static (string, string)[] Form(params (string, string)[] more) => [("CallSid", "CA1"), ("From", "+77010000001"), ("CallStatus", "in-progress"), .. more];

    private static async Task Enters(HelplineHost host)
    {
        await host.Provider().Posts("/voice/incoming", Form());
        Assert.Contains("<Enqueue", await host.Provider().Posts("/voice/language?try=1", Form(("Digits", "2"))), StringComparison.Ordinal);
    }

    private static Task<string> Fallback(HelplineHost host) =>
        host.Provider().Posts("/voice/fallback", ("CallSid", "CA1"), ("From", "+77010000001"), ("CallStatus", "in-progress"), ("ErrorCode", "11200"));

    private static Task<string> FallbackFile() => File.ReadAllTextAsync(Path.Combine(Repository.Root, "config", "fallback.xml"));

    private sealed class Broken : Transactions
    {
        public override Task<T> Run<T>(Func<HelplineDb, Task<T>> work) => throw new IOException("The disk is full.");
    }
}
