namespace Helpline.Domain.Calls;

/// <summary>A caller who hears music instead of the counselor.</summary>
public sealed partial class Call
{
    /// <summary>Since when the caller hears music instead of the counselor.</summary>
    public DateTime? HeldSince { get; private set; }

    /// <summary>The caller hears music until <see cref="TakeOffHold"/>; only in a talk, in a room the provider has named.</summary>
    public bool Hold(DateTime now)
    {
        if (State != CallState.Talking || HeldSince is not null || Conference is null) return false;
        HeldSince = now;
        return true;
    }

    public bool TakeOffHold()
    {
        if (State != CallState.Talking || HeldSince is null) return false;
        HeldSince = null;
        return true;
    }
}
