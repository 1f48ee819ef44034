using Helpline.Domain.ThirdParties;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpline.Server.Data.Tables;

internal sealed class ThirdPartyTable : IEntityTypeConfiguration<ThirdParty>
{
    public void Configure(EntityTypeBuilder<ThirdParty> third)
    {
        third.Property(t => t.Id).ValueGeneratedNever();
        third.Property(t => t.Leg).HasMaxLength(64);
        // The database itself refuses a second one in a talk.
        third.HasIndex(t => t.CallId, "OneThirdPartyInATalk").IsUnique().HasFilter("[State] IN ('Calling', 'Talking')");
        third.HasIndex(t => new { t.CallId, t.AskedAt });
        third.HasIndex(t => t.Leg);
        third.HasIndex(t => new { t.State, t.Deadline });
    }
}
