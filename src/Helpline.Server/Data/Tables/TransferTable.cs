using Helpline.Domain.Transfers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpline.Server.Data.Tables;

internal sealed class TransferTable : IEntityTypeConfiguration<Transfer>
{
    private const string Open = "[State] IN ('Asked', 'Accepted', 'Consulting')";

    public void Configure(EntityTypeBuilder<Transfer> transfer)
    {
        transfer.Property(t => t.Id).ValueGeneratedNever();
        transfer.Property(t => t.ToLeg).HasMaxLength(64);
        // The database itself refuses a second open transfer of one call, or to one colleague.
        transfer.HasIndex(t => t.CallId, "OneOpenTransferOfACall").IsUnique().HasFilter(Open);
        transfer.HasIndex(t => t.To, "OneOpenTransferToAColleague").IsUnique().HasFilter(Open);
        transfer.HasIndex(t => t.ToLeg);
        transfer.HasIndex(t => new { t.State, t.Deadline });
    }
}
