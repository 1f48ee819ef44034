namespace Helpline.Domain.Calls;

/// <summary>Whether the talk may be recorded, and whether it is.</summary>
public sealed partial class Call
{
    /// <summary>The caller's answer by digit, where talks are recorded; silence declines. Null when she was not asked, as nobody in danger is.</summary>
    public bool? Consent { get; private set; }
    public DateTime? ConsentAt { get; private set; }

    /// <summary>Since when the talk is recorded.</summary>
    public DateTime? RecordedSince { get; private set; }

    /// <summary>A recording of it did not begin or did not arrive.</summary>
    public bool RecordingLost { get; private set; }

    public bool MayBeRecorded => Consent == true && State == CallState.Talking;

    /// <returns>False when she has answered before.</returns>
    public bool AnswerConsent(bool agrees, DateTime now)
    {
        if (ConsentAt is not null) return false;
        (Consent, ConsentAt) = (agrees, now);
        return true;
    }

    /// <summary>The caller has changed her mind: nothing more is recorded, and nothing kept.</summary>
    /// <returns>False when there is no consent to take back.</returns>
    public bool WithdrawConsent(DateTime now)
    {
        if (!MayBeRecorded) return false;
        (Consent, ConsentAt, RecordedSince) = (false, now, null);
        return true;
    }

    public void BeginRecording(DateTime now) => RecordedSince ??= now;

    public void EndRecording() => RecordedSince = null;

    /// <param name="lost">False when it came after all.</param>
    public void LoseRecording(bool lost) => RecordingLost = lost;
}
