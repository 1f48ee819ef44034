using Helpline.Domain.Counselors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpline.Server.Data.Tables;

internal sealed class PresenceTable : IEntityTypeConfiguration<Presence>
{
    public void Configure(EntityTypeBuilder<Presence> presence)
    {
        presence.HasKey(p => p.UserName);
        // Not unique: a call may ring for several at once. Who talks on it is one by the index of calls.
        presence.HasIndex(p => p.CallId);
        presence.HasIndex(p => new { p.State, p.LeaseUntil });
    }
}
