using Helpline.Domain.Counselors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpline.Server.Data.Tables;

internal sealed class PresenceTable : IEntityTypeConfiguration<Presence>
{
    public void Configure(EntityTypeBuilder<Presence> presence)
    {
        presence.HasKey(p => p.UserName);
        presence.Property(p => p.Tab).HasMaxLength(Presence.TabLength);
        // Several seats may be engaged with one call: it rings for more than one, or two consult on it.
        presence.HasIndex(p => p.CallId);
        presence.HasIndex(p => new { p.State, p.LeaseUntil });
    }
}
