namespace Helpline.Domain.Messages;

/// <summary>Where a text message is. The last three are ends.</summary>
public enum MessageState
{
    /// <summary>Written down, and on its way to the provider.</summary>
    Written,

    /// <summary>The provider has taken it.</summary>
    Sent,
    Delivered,

    /// <summary>It was refused or did not arrive.</summary>
    Failed,

    /// <summary>Nobody ever said what became of it.</summary>
    Lost,
}

public enum MessageEvent { Taken, Arrived, Failed, NotHeardOf }

/// <summary>The life of a text message: the only list of legal moves. Reports come late, twice and in any order.</summary>
public static class MessageFlow
{
    public static MessageState? Next(MessageState state, MessageEvent what) => (state, what) switch
    {
        (MessageState.Written, MessageEvent.Taken) => MessageState.Sent,
        (MessageState.Written or MessageState.Sent, MessageEvent.Arrived) => MessageState.Delivered,
        (MessageState.Written or MessageState.Sent, MessageEvent.Failed) => MessageState.Failed,
        (MessageState.Written or MessageState.Sent, MessageEvent.NotHeardOf) => MessageState.Lost,
        _ => null,
    };
}

/// <summary>A text message of a follow-up. Its words are of the configuration and its number is opened when it is sent; neither is kept here. Times are UTC.</summary>
public sealed class TextMessage : IVersioned
{
    /// <summary>How long a report is waited for.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    public required Guid Id { get; init; }
    public required Guid FollowUpId { get; init; }
    public required string Language { get; init; }
    public required DateTime WrittenAt { get; init; }

    /// <summary>When it is taken for lost; null when its end is known.</summary>
    public DateTime? Deadline { get; private set; }
    public MessageState State { get; private set; }

    /// <summary>The provider's name of it.</summary>
    public string? ProviderId { get; private set; }
    public DateTime? EndedAt { get; private set; }

    /// <summary>The provider's number of what went wrong.</summary>
    public string? Error { get; private set; }
    public long Version { get; private set; }

    public static TextMessage Write(Guid followUp, string language, DateTime now) =>
        new() { Id = Guid.CreateVersion7(now), FollowUpId = followUp, Language = language, WrittenAt = now, Deadline = now + Patience };

    public bool Take(string providerId)
    {
        ProviderId ??= providerId;
        return Move(MessageEvent.Taken);
    }

    /// <param name="how">Arrived, Failed or NotHeardOf.</param>
    public bool End(MessageEvent how, string? error, DateTime now)
    {
        if (how == MessageEvent.Taken || !Move(how)) return false;
        (EndedAt, Error, Deadline) = (now, error, null);
        return true;
    }

    private bool Move(MessageEvent what)
    {
        if (MessageFlow.Next(State, what) is not { } next) return false;
        State = next;
        return true;
    }
}
