using Helpline.Contracts;
using Helpline.Contracts.Accounts;
using Helpline.Contracts.Line;
using Helpline.Domain.Calls;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Line;

public class A_caller_who_waits
{
    [Fact]
    public async Task Hears_the_place_once_and_again_only_when_it_is_better()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.OnABreak();
        var first = await host.Waiting("+77010000001");
        var second = await host.Waiting("+77010000002");
        await second.Hears("ru/place-2");
        await second.Hears("ru/comfort", TimeSpan.FromMinutes(2));
        Assert.Single(second.Transcript, clip => clip.Contains("place-", StringComparison.Ordinal));
        await first.HangsUp();
        await second.Hears("ru/place-1");
        Assert.True(second.LongestGap <= TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task Behind_more_than_five_hears_that_there_are_several()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.OnABreak();
        for (var i = 1; i <= 5; i++) await host.Waiting($"+7701000000{i}");
        var sixth = await host.Waiting("+77010000006");
        await sixth.Hears("ru/place-several");
    }

    [Fact]
    public async Task Too_long_is_offered_a_callback_or_a_message_and_may_go_on_in_the_old_place()
    {
        using var host = TestLine.Host(line => line with { LongestWait = TimeSpan.FromMinutes(1) });
        await using var aigul = await host.OnABreak();
        var caller = await host.Waiting();
        var queued = (await TheCall(host)).QueuedAt;
        await caller.Hears("ru/waited-long", TimeSpan.FromMinutes(2));
        await caller.Hears("ru/exits-stay");
        await caller.Presses("3");
        await caller.Waits();

        var call = await TheCall(host);
        Assert.Equal((CallState.Waiting, queued), (call.State, call.QueuedAt));
        await aigul.Says("Available");
        await aigul.IsOffered();
        Assert.Empty(host.Exchange.Journal.Errors);
    }

    [Fact]
    public async Task Too_long_and_answers_nothing_goes_on_waiting_and_is_never_hung_up()
    {
        using var host = TestLine.Host(line => line with { LongestWait = TimeSpan.FromSeconds(30) });
        await using var aigul = await host.OnABreak();
        var caller = await host.Waiting();
        await caller.Hears("ru/waited-long", TimeSpan.FromMinutes(2));
        await caller.Waits(TimeSpan.FromMinutes(1));
        Assert.True(caller.IsOnTheLine);
    }

    [Fact]
    public async Task With_nobody_signed_in_is_told_at_once_what_else_can_be_done()
    {
        using var host = HelplineHost.Start();
        var caller = await host.Waiting();
        await caller.Hears("ru/nobody-now");
        Assert.DoesNotContain(caller.Transcript, clip => clip.Contains("please-hold", StringComparison.Ordinal));
        await using var marina = await host.Available("counselor3");
        await marina.IsOffered();
    }

    [Fact]
    public async Task With_nobody_signed_in_who_speaks_her_language_is_told_at_once_too()
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.Available("counselor3");
        var caller = await host.Waiting(digit: "1");
        await caller.Hears("kk/nobody-now");
        Assert.DoesNotContain(caller.Transcript, clip => clip.Contains("please-hold", StringComparison.Ordinal));
        await caller.Presses("1");
        await caller.Hears("kk/callback-confirm");
        Assert.False(marina.HasOffer);
    }

    [Fact]
    public async Task Whose_language_is_led_to_counselors_who_are_there_is_asked_to_hold()
    {
        using var host = HelplineHost.Start();
        await using var supervisor = await host.SignIn("supervisor1");
        await using var marina = await host.OnABreak("counselor3");
        (await supervisor.Posts(Routes.Detours, new NewDetour("Language", "kk", "ru", null))).EnsureSuccessStatusCode();
        var caller = await host.Waiting(digit: "1");
        await caller.Hears("kk/please-hold");
        Assert.DoesNotContain(caller.Transcript, clip => clip.Contains("nobody-now", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Is_told_when_the_only_one_who_is_there_is_disabled()
    {
        using var host = HelplineHost.Start();
        await using var admin = await host.SignIn("admin");
        await using var marina = await host.OnABreak("counselor3");
        var caller = await host.Waiting();
        await caller.Hears("ru/please-hold");
        var account = (await admin.Gets<AccountCard[]>(Routes.Accounts)).Single(a => a.UserName == "counselor3");
        (await admin.Puts(Routes.Account(account.Id), new AccountChange(account.DisplayName, account.Roles, account.Languages, Disabled: true))).EnsureSuccessStatusCode();
        await caller.Hears("ru/nobody-now", TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Is_told_a_minute_after_the_last_counselor_has_left()
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.OnABreak("counselor3");
        var caller = await host.Waiting();
        await caller.Hears("ru/place-1");
        await marina.Says("Offline");
        await host.Passes(TimeSpan.FromSeconds(50));
        Assert.DoesNotContain(caller.Transcript, clip => clip.Contains("nobody-now", StringComparison.Ordinal));
        // The pass that is under way is heard out first.
        await caller.Hears("ru/nobody-now", TimeSpan.FromSeconds(26));
    }

    [Fact]
    public async Task In_danger_presses_nine_and_goes_to_the_head()
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.OnABreak("counselor3");
        await host.Waiting("+77010000001");
        var second = await host.Waiting("+77010000002");
        await second.Hears("ru/place-2");
        await second.Presses("9");
        await second.Hears("ru/emergency");
        await second.Hears("ru/place-1");
    }

    [Fact]
    public async Task While_nobody_is_there_rings_at_the_backup_number_and_after_it_has_the_choice()
    {
        using var host = HelplineHost.StartWithProviderAway(services => Microsoft.Extensions.DependencyInjection.Extensions.ServiceCollectionDescriptorExtensions.Replace(
            services, Microsoft.Extensions.DependencyInjection.ServiceDescriptor.Singleton(TestLine.Shipped with { BackupNumber = "+77172000000" })));
        // Marina is there, and speaks no Kazakh.
        await using var marina = await host.Available("counselor3");
        var (provider, leg) = (host.Provider(), Provider.NewSid());
        await provider.Posts("/voice/incoming", Form(leg));
        Assert.Contains(">+77172000000</Number>", await provider.Posts("/voice/language?try=1", Form(leg, ("Digits", "1"))), StringComparison.Ordinal);
        Assert.Contains("exits-menu", await provider.Posts("/voice/backup-after", Form(leg, ("DialCallStatus", "no-answer"))), StringComparison.Ordinal);
        var key = $"/voice/backup-key?call={(await TheCall(host)).Id:N}";
        Assert.DoesNotContain("<Hangup", await provider.Posts(key, ("CallSid", Provider.NewSid()), ("Digits", "1")), StringComparison.Ordinal);
        Assert.Contains("<Hangup", await provider.Posts("/voice/backup-after", Form(leg, ("DialCallStatus", "completed"))), StringComparison.Ordinal);
        Assert.Equal(CallState.Done, (await TheCall(host)).State);
    }

    private static (string, string)[] Form(string leg, params (string, string)[] more) => [("CallSid", leg), ("From", "+77010000001"), ("CallStatus", "in-progress"), .. more];

    private static Task<Call> TheCall(HelplineHost host) => host.Reads(db => db.Calls.AsNoTracking().SingleAsync());
}
