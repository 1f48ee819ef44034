using Helpline.Domain.Counselors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpline.Server.Data.Tables;

internal sealed class PresenceTable : IEntityTypeConfiguration<Presence>
{
    public void Configure(EntityTypeBuilder<Presence> presence)
    {
        presence.HasKey(p => p.UserName);
        presence.HasIndex(p => p.CallId).IsUnique();
        presence.HasIndex(p => new { p.State, p.LeaseUntil });
    }
}
