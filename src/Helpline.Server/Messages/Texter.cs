using System.Text.Json;
using Helpline.Domain.FollowUps;
using Helpline.Domain.Messages;
using Helpline.Server.Calls;
using Helpline.Server.Casework;
using Helpline.Server.Data;
using Helpline.Server.FollowUps;
using Helpline.Server.Telephony;
using Helpline.Server.Telephony.Twilio;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Helpline.Server.Messages;

/// <summary>Sends a text message. Number and words are put together here, when it is sent, and kept nowhere.</summary>
internal sealed class Texter(
    IDbContextFactory<HelplineDb> contexts, FollowUpCards cards, FollowUpRules rules, Func<TwilioApi> twilio, IOptions<TwilioOptions> options, PublicUrl publicUrl)
{
    /// <returns>Gone when there is nobody to be written to any more.</returns>
    public async Task<TwilioReply> Send(LineCommand command, CancellationToken stop)
    {
        // Taken up after a crash: it may have gone out. Its reports tell; without any it is lost and the follow-up goes on.
        if (command.Tries > 1) return new TwilioReply.Unknown();
        if (options.Value.CallerId is not { Length: > 0 } sender) return new TwilioReply.Gone();
        await using var db = await contexts.CreateDbContextAsync(stop);
        var (message, person) = await Addressed(db, command.CallId, stop);
        if (message is not { State: MessageState.Written } || person is not { SafeContact.MaySms: true } || cards.Number(person) is not { } number) return new TwilioReply.Gone();
        return await twilio().SendMessage(new(number, sender, rules.Texts[message.Language], new Uri(publicUrl(), $"/messages/status?message={message.Id:N}")), stop);
    }

    /// <summary>The provider has taken it, or never will. An answer that was lost says nothing: the reports tell.</summary>
    public static async Task Settle(CallDesk desk, LineCommand command, TwilioReply reply)
    {
        if (reply is TwilioReply.Unknown || await desk.Db.TextMessages.FindAsync(command.CallId) is not { } message) return;
        var casework = desk.Casework(Reader.System);
        if (reply is TwilioReply.Ok { Json: var json }) await casework.Report(message, MessageEvent.Taken, json.ValueKind == JsonValueKind.Object ? json.Text("sid") : null, null);
        else await casework.Report(message, MessageEvent.Failed, null, reply is TwilioReply.Refused { Code: var code } ? $"{code}" : null);
    }

    private static async Task<(TextMessage? Message, Domain.Persons.Person? Person)> Addressed(HelplineDb db, Guid id, CancellationToken stop)
    {
        var message = await db.TextMessages.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, stop);
        if (message is null) return (null, null);
        var person = await db.FollowUps.Where(f => f.Id == message.FollowUpId).Select(f => f.PersonId).SingleOrDefaultAsync(stop);
        return (message, await db.Persons.AsNoTracking().SingleOrDefaultAsync(p => p.Id == person, stop));
    }
}
