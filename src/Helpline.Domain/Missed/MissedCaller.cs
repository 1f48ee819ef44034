using Helpline.Domain.Work;

namespace Helpline.Domain.Missed;

/// <summary>A missed call as one that we owe.</summary>
/// <param name="Language">What the caller chose, or what the line begins with when she hung up before that.</param>
public sealed record MissedCaller(MissedCall Missed, string Language) : IOwedCall
{
    public string? Owner => Missed.Owner;
    public Guid? Calling => Missed.Calling;
    public int Attempts => Missed.Attempts;

    public bool Call(Guid call) => Missed.Call(call);

    public void Called(bool reached, DateTime now) => Missed.Called(reached, now);
}
