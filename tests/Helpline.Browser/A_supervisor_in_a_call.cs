using Helpline.Browser.Support;
using Microsoft.Playwright;

namespace Helpline.Browser;

[Collection(Product.Line)]
public class A_supervisor_in_a_call(Product product)
{
    private const int Callers = 440;
    private const int Counselors = 880;
    private const int Supervisors = 660;

    [Fact]
    public async Task Listens_then_coaches_and_only_the_counselor_hears_it_then_both()
    {
        var (seat, caller) = await Talk();
        await seat.Button("Help.Ask").ClickAsync();
        var supervisor = await CounselorSeat.Open(product, "ru", voice: Supervisors);
        await supervisor.TakesPlace("supervisor1");
        await supervisor.Page.GetByRole(AriaRole.Button, new() { Name = supervisor.Words["Listen.Start"] }).First.ClickAsync();
        await supervisor.Page.HearsOnly(Callers, Counselors);
        await caller.Page.HearsOnly(Counselors);
        await supervisor.Page.IsOpenToEverybody("ru-supervisor-listens");

        await supervisor.Button("Listen.Mode.Coach").ClickAsync();
        await seat.Page.HearsOnly(Callers, Supervisors);
        await caller.Page.HearsOnly(Counselors);
        await supervisor.Page.IsOpenToEverybody("ru-supervisor-coaches");

        await supervisor.Button("Listen.Mode.Barge").ClickAsync();
        await caller.Page.HearsOnly(Counselors, Supervisors);

        await supervisor.Button("Listen.Leave").ClickAsync();
        await caller.Page.HearsOnly(Counselors);
        await caller.HangsUp();
        await Finish(seat, caller);
        await supervisor.Leaves();
    }

    private async Task<(CounselorSeat Seat, TestPhone Caller)> Talk()
    {
        var seat = await CounselorSeat.Open(product, "en", voice: Counselors);
        await seat.TakesPlace("counselor2");
        await seat.BecomesAvailable();
        var caller = await TestPhone.Open(product, "en", Callers);
        await caller.Rings("3");
        await seat.Accepts();
        await caller.Page.HearsOnly(Counselors);
        return (seat, caller);
    }

    private static async Task Finish(CounselorSeat seat, TestPhone caller)
    {
        await seat.SeesState("WrapUp");
        await seat.Page.Keyboard.PressAsync("Control+Enter");
        await seat.Leaves();
        await caller.Page.Context.CloseAsync();
    }
}
