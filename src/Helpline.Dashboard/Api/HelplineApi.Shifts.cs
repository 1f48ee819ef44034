using System.Globalization;
using Helpline.Contracts;
using Helpline.Contracts.Shifts;

namespace Helpline.Dashboard.Api;

internal sealed partial class HelplineApi
{
    /// <param name="from">The first of seven days; null for this week.</param>
    public Task<Answer<RotaWeek>> Rota(DateOnly? from) => Get<RotaWeek>(from is { } day ? $"{Routes.Shifts}?from={day:yyyy-MM-dd}" : Routes.Shifts);
    public Task<Answer<MyRota>> MyRota() => Get<MyRota>(Routes.MyShifts);
    public Task<Answer<ShiftCard>> PlanShift(NewShift shift) => Send<ShiftCard>(HttpMethod.Post, Routes.Shifts, shift);
    public Task<Answer<ShiftCard>> ChangeShift(Guid shift, ShiftChange change) => Send<ShiftCard>(HttpMethod.Put, Routes.Shift(shift), change);
    public Task<Answer<ShiftCard>> CancelShift(Guid shift, string? reason) => Send<ShiftCard>(HttpMethod.Post, Routes.CancelShift(shift), new ShiftReason(reason));
    public Task<Answer<ShiftCard>> TakeShift(Guid shift) => Send<ShiftCard>(HttpMethod.Post, Routes.TakeShift(shift));

    public Task<Answer<WeeklyCard[]>> WeeklyShifts() => Get<WeeklyCard[]>(Routes.WeeklyShifts);
    public Task<Answer<WeeklyCard>> BeginWeekly(NewWeekly weekly) => Send<WeeklyCard>(HttpMethod.Post, Routes.WeeklyShifts, weekly);
    public Task<Answer<WeeklyCard>> EndWeekly(Guid weekly, string? reason) => Send<WeeklyCard>(HttpMethod.Post, Routes.EndWeekly(weekly), new ShiftReason(reason));

    public Task<Answer<SwapCard[]>> SwapsToDecide() => Get<SwapCard[]>(Routes.Swaps);
    public Task<Answer<SwapCard>> AskSwap(Guid shift) => Send<SwapCard>(HttpMethod.Post, Routes.AskSwap(shift));
    public Task<Answer<SwapCard>> TakeSwap(Guid swap, Guid? inReturn) => Send<SwapCard>(HttpMethod.Post, Routes.TakeSwap(swap), new SwapTaking(inReturn));
    public Task<Answer<SwapCard>> GiveBackSwap(Guid swap) => Send<SwapCard>(HttpMethod.Post, Routes.GiveBackSwap(swap));
    public Task<Answer<SwapCard>> WithdrawSwap(Guid swap) => Send<SwapCard>(HttpMethod.Post, Routes.WithdrawSwap(swap));
    public Task<Answer<SwapCard>> ApproveSwap(Guid swap, string? reason) => Send<SwapCard>(HttpMethod.Post, Routes.ApproveSwap(swap), new ShiftReason(reason));
    public Task<Answer<SwapCard>> RefuseSwap(Guid swap) => Send<SwapCard>(HttpMethod.Post, Routes.RefuseSwap(swap));

    /// <param name="volume">Percent of the forecast.</param>
    /// <param name="patience">Seconds, 0 when nobody gives up; null as the organization decided.</param>
    /// <param name="handle">Seconds; null as measured.</param>
    public Task<Answer<StaffingCard>> Staffing(DateOnly? from, int volume, int? patience, int? handle) => Get<StaffingCard>(string.Create(
        CultureInfo.InvariantCulture, $"{Routes.Staffing}?volume={volume}{(from is { } day ? $"&from={day:yyyy-MM-dd}" : "")}{(patience is { } p ? $"&patience={p}" : "")}{(handle is { } h ? $"&handle={h}" : "")}"));
}
