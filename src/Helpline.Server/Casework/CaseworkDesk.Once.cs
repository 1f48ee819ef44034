using Helpline.Server.Telephony;

namespace Helpline.Server.Casework;

/// <summary>A command that is sent again after its answer was lost changes nothing twice. A refused one is not kept, and is tried again.</summary>
internal sealed partial class CaseworkDesk
{
    /// <summary>The id of what a command makes: the same one when the command comes again.</summary>
    /// <param name="key">Null for a new id each time.</param>
    public async Task<Guid> IdFor(string? key)
    {
        if (key is not null && await db.Inbox.FindAsync(key) is { } known) return Guid.Parse(known.Reply);
        var id = Guid.CreateVersion7(now);
        if (key is not null) db.Append(new InboxEntry { Key = key, Reply = $"{id:N}", At = now });
        return id;
    }

    /// <summary>What the command with this key made when it was carried out before.</summary>
    public async Task<Guid?> MadeBefore(string? key) =>
        key is not null && await db.Inbox.FindAsync(key) is { Reply: { Length: > 0 } made } ? Guid.Parse(made) : null;

    /// <summary>The command with this key was carried out: it is remembered, so that a refused one is judged anew.</summary>
    public void Remember(string? key, Guid made)
    {
        if (key is not null) db.Append(new InboxEntry { Key = key, Reply = made.ToString(), At = now });
    }

    /// <param name="again">The answer when it was carried out before.</param>
    public async Task<IResult> Once(string? key, Func<Task<IResult>> act, Func<IResult> again)
    {
        if (key is not null && await db.Inbox.FindAsync(key) is not null) return again();
        var result = await act();
        if (key is not null && result is IStatusCodeHttpResult { StatusCode: < 300 }) db.Append(new InboxEntry { Key = key, Reply = "", At = now });
        return result;
    }
}
