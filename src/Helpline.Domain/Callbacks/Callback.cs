using Helpline.Domain.Line;
using Helpline.Domain.Work;

namespace Helpline.Domain.Callbacks;

/// <summary>When it is safe to call; local hours.</summary>
public enum SafeTime { AnyTime, Morning, Day, Evening }

/// <summary>A promise to call somebody back. What the person did not answer is taken as the careful choice. Times are UTC.</summary>
public sealed class Callback : IVersioned, IOwedCall
{
    public required Guid Id { get; init; }

    /// <summary>The call it was asked in; one callback a call.</summary>
    public required Guid CallId { get; init; }
    public required string Language { get; init; }
    public required DateTime AskedAt { get; init; }

    /// <summary>The place in the queue that it keeps.</summary>
    public required DateTime QueuedAt { get; set; }
    public string? SealedNumber { get; private set; }
    public string? NumberHash { get; private set; }

    /// <summary>Others use this telephone: say nothing of us to whoever answers.</summary>
    public bool Shared { get; set; } = true;
    public SafeTime When { get; set; }
    public bool MayLeaveMessage { get; set; }
    public CallbackState State { get; private set; }

    /// <summary>User name of whoever answers for it until it is done.</summary>
    public string? Owner { get; private set; }
    public Guid? Calling { get; private set; }
    public int Attempts { get; private set; }
    public DateTime? ClosedAt { get; private set; }
    public Guid? MergedInto { get; private set; }
    public long Version { get; private set; }

    /// <returns>False when a number was confirmed already.</returns>
    public bool Write(string sealedNumber, string hash)
    {
        if (State != CallbackState.Draft) return false;
        (SealedNumber, NumberHash) = (sealedNumber, hash);
        return true;
    }

    public bool Confirm(string? owner)
    {
        if (SealedNumber is null || !Move(CallbackEvent.Confirmed)) return false;
        Owner = owner;
        return true;
    }

    /// <returns>False also while somebody calls the person.</returns>
    public bool Take(string owner)
    {
        if (Calling is not null || !Move(CallbackEvent.Taken)) return false;
        Owner = owner;
        return true;
    }

    public bool GiveTo(string owner)
    {
        if (!Move(CallbackEvent.GivenOn)) return false;
        Owner = owner;
        return true;
    }

    /// <summary>A newer one of the same person goes on in its place.</summary>
    public bool MergeInto(Callback newer, DateTime now)
    {
        if (newer.Id == Id || !Close(CallbackEvent.AskedAgain, now)) return false;
        MergedInto = newer.Id;
        newer.QueuedAt = QueuedAt < newer.QueuedAt ? QueuedAt : newer.QueuedAt;
        newer.Owner = Owner ?? newer.Owner;
        return true;
    }

    /// <param name="how">Finished, RangAndAnswered or LaidAside.</param>
    public bool Close(CallbackEvent how, DateTime now)
    {
        if (how is CallbackEvent.Taken or CallbackEvent.GivenOn or CallbackEvent.Confirmed || !Move(how)) return false;
        ClosedAt = now;
        return true;
    }

    public bool Call(Guid call)
    {
        if (Calling is not null || !CallbackFlow.IsOwed(State)) return false;
        Calling = call;
        return true;
    }

    public void Called(bool reached, DateTime now)
    {
        Calling = null;
        if (reached) Close(CallbackEvent.Finished, now);
        else Attempts++;
    }

    /// <summary>Whether the person may be called at this local time.</summary>
    public bool MayCall(DateTime local, OpeningHours quiet) => !quiet.Holds(local) && (When == SafeTime.AnyTime || When == PartOf(local));

    public static SafeTime PartOf(DateTime local) => local.Hour switch
    {
        < 12 => SafeTime.Morning,
        < 17 => SafeTime.Day,
        _ => SafeTime.Evening,
    };

    private bool Move(CallbackEvent what)
    {
        if (CallbackFlow.Next(State, what) is not { } next) return false;
        State = next;
        return true;
    }
}
