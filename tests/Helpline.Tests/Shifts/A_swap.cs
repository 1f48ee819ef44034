using System.Net;
using Helpline.Contracts;
using Helpline.Contracts.Shifts;
using Helpline.Contracts.Work;
using Helpline.Domain.Shifts;
using Helpline.Server.Shifts;
using Helpline.Tests.FollowUps;
using Helpline.Tests.Visits;
using Microsoft.EntityFrameworkCore;
using static Helpline.Tests.Shifts.RotaStory;

namespace Helpline.Tests.Shifts;

public class A_swap
{
    [Fact]
    public async Task Changes_both_shifts_when_a_supervisor_approves_and_nothing_before()
    {
        using var story = Begins();
        var (yerlan, aigul, dana) = await Crew(story);
        var (hers, other) = (await Planned(yerlan, Hours(3, 8, 16, "counselor1")), await Planned(yerlan, Hours(5, 8, 16, "counselor2")));
        var asked = await Swap(aigul.Posts(Routes.AskSwap(hers.Id)));
        Assert.Equal(asked.Id, (await Swap(aigul.Posts(Routes.AskSwap(hers.Id)))).Id);
        Assert.Equal(asked.Id, Assert.Single((await dana.Gets<MyRota>(Routes.MyShifts)).Swaps).Id);
        await Swap(dana.Posts(Routes.TakeSwap(asked.Id), new SwapTaking(other.Id)));
        Assert.Equal(["counselor1", "counselor2"], await Whose(story, hers, other));
        Assert.Equal((asked.Id, other.Id), Assert.Single(await yerlan.Gets<SwapCard[]>(Routes.Swaps)) is var s ? (s.Id, s.InReturn!.Id) : default);
        Assert.Equal(1, (await yerlan.Gets<WorkCard>(Routes.Work)).Of(WorkKind.Swaps));

        await IsRefused(await yerlan.Posts(Routes.ApproveSwap(asked.Id), new ShiftReason()), "reason", ShiftFault.RingsNobody);
        Assert.Equal("Approved", (await Swap(yerlan.Posts(Routes.ApproveSwap(asked.Id), new ShiftReason("nobody else has Russian")))).State);
        Assert.Equal(["counselor2", "counselor1"], await Whose(story, hers, other));
        Assert.Empty(await yerlan.Gets<SwapCard[]>(Routes.Swaps));
    }

    [Fact]
    public async Task That_overlaps_is_refused_naming_the_shift_and_leaves_everything_as_it_was()
    {
        using var story = Begins();
        var (yerlan, aigul, dana) = await Crew(story);
        var (hers, danas) = (await Planned(yerlan, Hours(3, 8, 16, "counselor1")), await Planned(yerlan, Hours(3, 12, 20, "counselor2")));
        var swap = await Swap(aigul.Posts(Routes.AskSwap(hers.Id)));

        var refused = await IsRefused(await dana.Posts(Routes.TakeSwap(swap.Id), new SwapTaking()), "swap", ShiftFault.Overlaps);
        Assert.Equal((danas.Id, "2026-11-03T12:00:00"), (refused.GetProperty("other").GetProperty("id").GetGuid(), refused.GetProperty("other").GetProperty("localFrom").GetString()));
        Assert.Contains("2026-11-03 12:00 to 2026-11-03 20:00", refused.GetProperty("detail").GetString(), StringComparison.Ordinal);
        // What overlaps may be what she gives for it; and what came between taking and approving counts too.
        await Swap(dana.Posts(Routes.TakeSwap(swap.Id), new SwapTaking(danas.Id)));
        await Planned(yerlan, Hours(3, 16, 19, "counselor1"));
        await IsRefused(await yerlan.Posts(Routes.ApproveSwap(swap.Id), new ShiftReason("x")), "inReturn", ShiftFault.Overlaps);
        Assert.Equal(["counselor1", "counselor2"], await Whose(story, hers, danas));
        Assert.Equal("Taken", Assert.Single(await yerlan.Gets<SwapCard[]>(Routes.Swaps)).State);
    }

    [Fact]
    public async Task Is_given_back_refused_or_withdrawn_and_the_shift_stays()
    {
        using var story = Begins();
        var (yerlan, aigul, dana) = await Crew(story);
        var hers = await Planned(yerlan, Hours(3, 8, 16, "counselor1"));
        Assert.Equal(HttpStatusCode.NotFound, (await dana.Posts(Routes.AskSwap(hers.Id))).StatusCode);
        var swap = await Swap(aigul.Posts(Routes.AskSwap(hers.Id)));
        await IsRefused(await aigul.Posts(Routes.TakeSwap(swap.Id), new SwapTaking()), "swap", ShiftFault.NotHers);
        await IsRefused(await dana.Posts(Routes.TakeSwap(swap.Id), new SwapTaking(hers.Id)), "inReturn", ShiftFault.NotHers);
        await Swap(dana.Posts(Routes.TakeSwap(swap.Id), new SwapTaking()));
        Assert.Equal("Asked", (await Swap(dana.Posts(Routes.GiveBackSwap(swap.Id)))).State);
        await IsRefused(await yerlan.Posts(Routes.ApproveSwap(swap.Id), new ShiftReason("x")), "swap", ShiftFault.NotOpen);
        await IsRefused(await dana.Posts(Routes.WithdrawSwap(swap.Id)), "swap", ShiftFault.NotOpen);
        Assert.Equal("Withdrawn", (await Swap(aigul.Posts(Routes.WithdrawSwap(swap.Id)))).State);
        var again = await Swap(aigul.Posts(Routes.AskSwap(hers.Id)));
        Assert.Equal("Refused", (await Swap(yerlan.Posts(Routes.RefuseSwap(again.Id)))).State);
        Assert.Equal(["counselor1"], await Whose(story, hers));
    }

    [Fact]
    public async Task Lapses_when_its_shift_is_changed_or_begins()
    {
        using var story = Begins();
        var (yerlan, aigul, _) = await Crew(story);
        var (first, second) = (await Planned(yerlan, Hours(3, 8, 16, "counselor1")), await Planned(yerlan, Hours(4, 8, 16, "counselor1")));
        var (moved, begun) = (await Swap(aigul.Posts(Routes.AskSwap(first.Id))), await Swap(aigul.Posts(Routes.AskSwap(second.Id))));
        await VisitStory.Answer<ShiftCard>(await yerlan.Puts(Routes.Shift(first.Id), As(first) with { To = new(2026, 11, 3, 17, 0, 0), Version = null }));
        story.Host.LeapsTo(second.From.AddMinutes(1));
        for (var twice = 0; twice < 2; twice++) await story.Host.Job<RemindOfShiftsJob>(job => job.Run(CancellationToken.None));
        Assert.Equal([SwapState.Lapsed, SwapState.Lapsed], await story.Host.Reads(db => db.Swaps.Where(s => s.Id == moved.Id || s.Id == begun.Id).Select(s => s.State).ToListAsync()));
    }

    private static async Task<(Staff Yerlan, Staff Aigul, Staff Dana)> Crew(RotaStory story) => (await story.Enters("supervisor1"), await story.Enters("counselor1"), await story.Enters("counselor2"));

    private static async Task<IEnumerable<string?>> Whose(RotaStory story, params ShiftCard[] shifts)
    {
        var rows = await story.Host.Reads(db => db.Shifts.ToListAsync());
        return shifts.Select(s => rows.Single(r => r.Id == s.Id).Counselor);
    }
}
