namespace Helpline.Domain.Transfers;

/// <summary>The life of a transfer. The last five are ends.</summary>
public enum TransferState
{
    /// <summary>It rings on the colleague's board.</summary>
    Asked,

    /// <summary>The colleague's line is on its way into the room.</summary>
    Accepted,

    /// <summary>Both are in the room, and the caller hears music.</summary>
    Consulting,

    /// <summary>The call is the colleague's.</summary>
    Completed,

    /// <summary>Taken back, or the talk ended.</summary>
    Cancelled,

    /// <summary>The colleague does not take the call.</summary>
    Refused,

    /// <summary>The colleague did not answer, or did not come into the room in time.</summary>
    Lapsed,

    /// <summary>The colleague's line ended.</summary>
    Broken,
}

/// <summary>The only list of a transfer's legal moves.</summary>
public static class TransferFlow
{
    public static bool IsOpen(TransferState state) => state <= TransferState.Consulting;

    /// <summary>Whether a transfer may go from <paramref name="state"/> to <paramref name="next"/>.</summary>
    public static bool Allows(TransferState state, TransferState next) => (state, next) switch
    {
        (TransferState.Asked, TransferState.Accepted) => true,
        (TransferState.Accepted, TransferState.Consulting) => true,
        (TransferState.Asked or TransferState.Accepted, TransferState.Lapsed) => true,
        (TransferState.Consulting, TransferState.Completed or TransferState.Broken) => true,
        (TransferState.Asked or TransferState.Accepted or TransferState.Consulting, TransferState.Cancelled or TransferState.Refused) => true,
        _ => false,
    };
}
