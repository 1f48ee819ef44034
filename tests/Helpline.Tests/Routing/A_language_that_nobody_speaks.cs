using Helpline.Contracts;
using Helpline.Contracts.Accounts;
using Helpline.Contracts.Routing;
using Helpline.Domain.Routing;
using Helpline.Tests.Support;

namespace Helpline.Tests.Routing;

public class A_language_that_nobody_speaks
{
    private static readonly StaffMember Counselor = new(true, false, ["kk"]);
    private static readonly StaffMember Supervisor = new(false, true, ["kk", "ru"]);
    private static readonly RoutingRules WithoutSupervisors = new() { Steps = [new(0, Widening.Exact)] };

    [Fact]
    public void Is_found_and_so_is_one_that_only_supervisors_speak() => Assert.Equal(
        [new(GapKind.OnlySupervisors, "ru", 120), new(GapKind.NobodySpeaks, "en")],
        RoutingGaps.Find(new(), hasBackupNumber: true, ["kk", "ru", "en"], [Counselor, Supervisor]));

    [Fact]
    public void Is_one_that_supervisors_speak_who_are_never_asked() => Assert.Equal(
        [new(GapKind.NobodySpeaks, "ru")], RoutingGaps.Find(WithoutSupervisors, hasBackupNumber: false, ["kk", "ru"], [Counselor, Supervisor]));

    [Fact]
    public void Is_told_with_steps_that_can_never_match() => Assert.Equal(
        [new(GapKind.NoSupervisor, AfterSeconds: 120), new(GapKind.NoBackupNumber, AfterSeconds: 180)],
        RoutingGaps.Find(new(), hasBackupNumber: false, ["kk"], [Counselor]));

    [Fact]
    public async Task Stands_on_the_boards_of_those_who_can_help_until_somebody_speaks_it()
    {
        await using var host = HelplineHost.Start();
        await using var admin = await host.SignIn("admin");
        await using var supervisor = await host.SignIn("supervisor1");
        await using var dana = await host.SignIn("counselor2");
        var marina = (await admin.Gets<AccountCard[]>(Routes.Accounts)).Single(a => a.UserName == "counselor3");

        await Speaks(admin, (await admin.Gets<AccountCard[]>(Routes.Accounts)).Single(a => a.UserName == "counselor1"), "kk");
        await Speaks(admin, marina, "en");

        var gap = new CoverageGap(nameof(GapKind.OnlySupervisors), "ru", 120);
        await host.Until(() => Task.FromResult(supervisor.Gaps.Any(g => g.Contains(gap))), "the supervisor to be told");
        Assert.Contains(gap, (await admin.Board())!.Gaps!);
        Assert.Null((await dana.Board())!.Gaps);

        await Speaks(admin, marina, "ru", "en");
        await host.Until(() => Task.FromResult(!supervisor.Gaps.Last().Contains(gap)), "the supervisor to be told that somebody speaks it");
    }

    private static async Task Speaks(Counselor admin, AccountCard who, params string[] languages)
    {
        using var answer = await admin.Puts($"{Routes.Accounts}/{who.Id}", new AccountChange(who.DisplayName, who.Roles, languages, false));
        answer.EnsureSuccessStatusCode();
    }
}
