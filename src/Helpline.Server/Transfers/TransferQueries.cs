using Helpline.Domain.Transfers;

namespace Helpline.Server.Transfers;

internal static class TransferQueries
{
    public static IQueryable<Transfer> Open(this IQueryable<Transfer> transfers) => transfers.Where(t =>
        t.State == TransferState.Asked || t.State == TransferState.Accepted || t.State == TransferState.Consulting);

    public static IQueryable<Transfer> Overdue(this IQueryable<Transfer> transfers, DateTime now) => transfers.Open().Where(t => t.Deadline <= now);
}
