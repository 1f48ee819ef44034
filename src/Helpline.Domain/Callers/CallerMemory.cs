namespace Helpline.Domain.Callers;

/// <summary>What is known of a telephone from earlier calls, under the keyed hash of its number and never the number. Times are UTC.</summary>
public sealed class CallerMemory : IVersioned
{
    public required string Hash { get; init; }
    public string Language { get; private set; } = "";
    public DateTime LastCallAt { get; private set; }

    /// <summary>Until when the caller is asked whether the last call was cut off.</summary>
    public DateTime? CutOffUntil { get; private set; }

    /// <summary>User name of the counselor of the call that was cut off.</summary>
    public string? CutOffFrom { get; private set; }
    public long Version { get; private set; }

    public void Remember(string? language, DateTime at) => (Language, LastCallAt) = (language ?? Language, at);

    public void RememberCutOff(DateTime until, string? counselor) => (CutOffUntil, CutOffFrom) = (until, counselor);

    /// <summary>It was taken up where it broke off, or talked about since. A try that breaks off too is neither.</summary>
    public void ForgetCutOff() => (CutOffUntil, CutOffFrom) = (null, null);
}
