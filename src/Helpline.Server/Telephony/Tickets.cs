using System.Security.Cryptography;
using System.Text;
using Helpline.Domain.Calls;
using Helpline.Domain.Supervision;
using Helpline.Domain.Transfers;
using Helpline.Server.Privacy;

namespace Helpline.Server.Telephony;

/// <summary>
/// The ticket with which a counselor's browser leg enters the room: signed, for one person, one call and one entry. The call's
/// row says which number is still good, so nothing else is stored.
/// </summary>
internal sealed class Tickets(Vault vault)
{
    /// <summary>Where a counselor's ticket has its number, from 1 on.</summary>
    private const int Listens = 0;
    private const int Consults = -1;
    private readonly byte[] key = vault.Derive("ticket");

    public string Of(Call call) => $"{call.Id:N}.{call.TicketNumber}.{Sign(call.Id, call.TicketNumber, call.Counselor!)}";

    /// <returns>The call and the number of its ticket; null for a forged ticket or somebody else's.</returns>
    public (Guid Call, int Number)? Read(string? ticket, string counselor)
    {
        if (ticket?.Split('.') is not [var id, var text, var signature]) return null;
        if (!Guid.TryParseExact(id, "N", out var call) || !int.TryParse(text, out var number)) return null;
        var right = Encoding.ASCII.GetBytes(Sign(call, number, counselor));
        return CryptographicOperations.FixedTimeEquals(right, Encoding.UTF8.GetBytes(signature)) ? (call, number) : null;
    }

    /// <summary>The ticket of a supervisor who listens.</summary>
    public string Of(Listener listener) => $"{listener.Id:N}.{Listens}.{Sign(listener.Id, Listens, listener.UserName)}";

    /// <returns>The listener whose ticket it is; null for a forged one, somebody else's, or a counselor's.</returns>
    public Guid? ReadListener(string? ticket, string supervisor) => Read(ticket, supervisor) is (var id, Listens) ? id : null;

    /// <summary>The ticket of a colleague who is asked to take a call over.</summary>
    public string Of(Transfer transfer) => $"{transfer.Id:N}.{Consults}.{Sign(transfer.Id, Consults, transfer.To)}";

    /// <returns>The transfer whose ticket it is; null for a forged one, somebody else's, or another kind.</returns>
    public Guid? ReadTransfer(string? ticket, string colleague) => Read(ticket, colleague) is (var id, Consults) ? id : null;

    private string Sign(Guid call, int number, string counselor) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{call:N}|{number}|{counselor}")).AsSpan(0, 16));
}
