using Helpline.Contracts.Work;
using Helpline.Domain.Callbacks;
using Helpline.Domain.Calls;
using Helpline.Domain.Line;
using Helpline.Server.Calls;
using Helpline.Server.Privacy;

namespace Helpline.Server.Callbacks;

/// <summary>A callback as its readers see it, and its number as it is sealed.</summary>
internal sealed class CallbackCards(Vault vault, LineRules line)
{
    public CallbackCard Of(Callback c, DateTime now) => new(
        c.Id, c.CallId, c.State.ToString(), c.Language, c.QueuedAt, c.AskedAt, c.Owner, c.Shared, c.When.ToString(), c.MayLeaveMessage,
        MayCall(c, now), Ending(c), c.ClosedAt, c.Version, c.Attempts);

    public bool MayCall(Callback callback, DateTime now) => callback.MayCall(line.Local(now), line.Quiet);

    /// <summary>Null when it cannot be read any more: its key is lost.</summary>
    public string? Number(Callback callback) => vault.Read(callback.SealedNumber!, NumberPlace(callback.Id));

    /// <summary>The number a call came from; null when it was withheld, or cannot be read any more.</summary>
    public string? Number(Call call) => call.SealedNumber is { } number ? vault.Read(number, CallDesk.NumberPlace(call.Id)) : null;

    /// <summary>Where a callback's number is sealed to.</summary>
    public static string NumberPlace(Guid callback) => $"Callbacks|SealedNumber|{callback:N}";

    private string? Ending(Callback callback) => callback.SealedNumber is null ? "" : Number(callback)?[^2..];
}
