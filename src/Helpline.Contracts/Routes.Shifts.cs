namespace Helpline.Contracts;

public static partial class Routes
{
    /// <summary>GET <see cref="Shifts.RotaWeek"/>: seven local days from <c>?from=2026-11-02</c>, this week without it; POST <see cref="Shifts.NewShift"/>, answers <see cref="Shifts.ShiftCard"/>, supervisors only.</summary>
    public const string Shifts = "api/shifts";

    /// <summary>GET <see cref="Shifts.MyRota"/>.</summary>
    public const string MyShifts = "api/shifts/mine";

    /// <summary>GET <see cref="Shifts.WeeklyCard"/>[]; POST <see cref="Shifts.NewWeekly"/>, answers <see cref="Shifts.WeeklyCard"/>. Supervisors only.</summary>
    public const string WeeklyShifts = "api/shifts/weekly";

    /// <summary>GET <see cref="Shifts.SwapCard"/>[]: those on which a supervisor is to decide. Supervisors only.</summary>
    public const string Swaps = "api/swaps";

    /// <summary>GET <see cref="Shifts.StaffingCard"/> of the week of <c>?from=2026-11-02</c>; <c>volume</c> in percent, <c>patience</c>, <c>handle</c> in seconds say what if. Supervisors only.</summary>
    public const string Staffing = "api/staffing";

    /// <summary>PUT <see cref="Shifts.ShiftChange"/>: other hours, another counselor, or nobody. Supervisors only.</summary>
    public static string Shift(Guid shift) => $"{Shifts}/{shift}";

    /// <summary>POST: the reader signs up for an open shift.</summary>
    public static string TakeShift(Guid shift) => $"{Shifts}/{shift}/take";

    /// <summary>POST <see cref="Shifts.ShiftReason"/>. Supervisors only.</summary>
    public static string CancelShift(Guid shift) => $"{Shifts}/{shift}/cancel";

    /// <summary>POST: the reader wants to give her shift away; answers <see cref="Shifts.SwapCard"/>.</summary>
    public static string AskSwap(Guid shift) => $"{Shifts}/{shift}/swap";

    /// <summary>POST <see cref="Shifts.ShiftReason"/>: no more shifts come of it, and those ahead are cancelled. Supervisors only.</summary>
    public static string EndWeekly(Guid weekly) => $"{WeeklyShifts}/{weekly}/end";

    /// <summary>POST <see cref="Shifts.SwapTaking"/>: the reader would work it.</summary>
    public static string TakeSwap(Guid swap) => $"{Swaps}/{swap}/take";

    /// <summary>POST: the reader would not after all.</summary>
    public static string GiveBackSwap(Guid swap) => $"{Swaps}/{swap}/give-back";

    /// <summary>POST: whoever asked keeps her shift.</summary>
    public static string WithdrawSwap(Guid swap) => $"{Swaps}/{swap}/withdraw";

    /// <summary>POST <see cref="Shifts.ShiftReason"/>: the rota changes, both ways at once. Supervisors only.</summary>
    public static string ApproveSwap(Guid swap) => $"{Swaps}/{swap}/approve";

    /// <summary>POST: everything stays as it was. Supervisors only.</summary>
    public static string RefuseSwap(Guid swap) => $"{Swaps}/{swap}/refuse";
}
