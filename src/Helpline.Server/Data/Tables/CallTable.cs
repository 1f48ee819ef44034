using Helpline.Domain.Calls;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpline.Server.Data.Tables;

internal sealed class CallTable : IEntityTypeConfiguration<Call>
{
    public void Configure(EntityTypeBuilder<Call> call)
    {
        call.Property(c => c.Id).ValueGeneratedNever();
        call.Property(c => c.CallerLeg).HasMaxLength(64);
        call.Property(c => c.CounselorLeg).HasMaxLength(64);
        call.Property(c => c.Conference).HasMaxLength(64);
        call.Property(c => c.Language).HasMaxLength(8);
        call.Property(c => c.NumberHash).HasMaxLength(64);
        call.HasIndex(c => c.CallerLeg).IsUnique();
        call.Property(c => c.SealedReason).HasMaxLength(1024);
        call.Property(c => c.Topic).HasMaxLength(40);
        // In the order of the queue, so its head is found without sorting what waits behind it.
        call.HasIndex(c => new { c.State, c.Language, c.Priority, c.QueuedAt }).IsDescending(false, false, true, false);
        call.HasIndex(c => new { c.State, c.Deadline });
        call.HasIndex(c => c.CounselorLeg).HasFilter("[CounselorLeg] IS NOT NULL");
        call.HasIndex(c => new { c.NumberHash, c.ArrivedAt });
        call.HasIndex(c => new { c.ArrivedAt, c.Id });
        // Holds all that it takes to count who rang again, without a look at the wide rows.
        call.HasIndex(c => new { c.ArrivedAt, c.Outbound, c.NumberHash, c.RangAt, c.RangBeforeThatAt });
        // The database itself refuses a second live call for one counselor.
        // First that there is one: of a new call SQLite then asks no more.
        call.HasIndex(c => c.Counselor).IsUnique().HasFilter("[Counselor] IS NOT NULL AND [State] IN ('Connecting', 'Talking', 'WrapUp')");
    }
}
