namespace Helpline.Domain.Work;

/// <summary>A callback, a message, a follow-up or a missed call: somebody is owed a call, and one counselor answers for it.</summary>
public interface IOwedCall
{
    /// <summary>kk, ru or en.</summary>
    string Language { get; }

    /// <summary>User name of whoever answers for it.</summary>
    string? Owner { get; }

    /// <summary>The call with which the person is called now; null while nobody calls.</summary>
    Guid? Calling { get; }

    /// <summary>How often the person was called in vain.</summary>
    int Attempts { get; }

    /// <returns>False when somebody calls already, or nothing is owed any more.</returns>
    bool Call(Guid call);

    /// <summary>The call is over: owed no more when the person was reached, else once more.</summary>
    void Called(bool reached, DateTime now);
}
