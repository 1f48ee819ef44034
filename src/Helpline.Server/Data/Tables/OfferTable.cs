using Helpline.Domain.Offers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpline.Server.Data.Tables;

internal sealed class OfferTable : IEntityTypeConfiguration<Offer>
{
    private const string Open = "[State] IN ('Made', 'Shown')";

    public void Configure(EntityTypeBuilder<Offer> offer)
    {
        offer.Property(o => o.Id).ValueGeneratedNever();
        // The database itself refuses to let two calls ring for one counselor.
        offer.HasIndex(o => o.Counselor, "OneOpenOfferForACounselor").IsUnique().HasFilter(Open);
        offer.HasIndex(o => new { o.CallId, o.MadeAt });
        offer.HasIndex(o => new { o.State, o.ExpiresAt });
        offer.HasIndex(o => new { o.MadeAt, o.Id });
    }
}
