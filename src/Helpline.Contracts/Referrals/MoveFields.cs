namespace Helpline.Contracts.Referrals;

/// <summary>What a move asks for: the server refuses it without, and forms show just that.</summary>
/// <param name="Reasons">The list its reason is a code of; null when it needs none.</param>
/// <param name="Remark">May carry words to the other side.</param>
/// <param name="Responsible">Who answers for it.</param>
/// <param name="Visit">From when until when.</param>
/// <param name="Review">When it is looked at again.</param>
/// <param name="Result">Outcome and services given.</param>
/// <param name="Loop">Was the person reached, is the need met.</param>
public sealed record MoveFields(
    string? Reasons = null, bool Remark = false, bool Responsible = false, bool Visit = false, bool Review = false, bool Result = false, bool Loop = false)
{
    public static MoveFields Of(string move) => move switch
    {
        "Accepted" => new(Responsible: true),
        "Rejected" => new("referral_reject_reasons", Remark: true),
        "Scheduled" or "Rescheduled" => new(Visit: true),
        "Held" => new("referral_hold_reasons", Remark: true, Review: true),
        "Completed" => new(Result: true, Remark: true),
        "Reviewed" => new(Loop: true),
        "NotCompleted" => new("referral_not_completed_reasons", Remark: true),
        "Cancelled" => new("referral_cancel_reasons", Remark: true),
        "EnteredInError" => new("referral_error_reasons"),
        _ => new(),
    };
}
