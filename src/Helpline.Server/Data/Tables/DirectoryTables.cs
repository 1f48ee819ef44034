using Helpline.Domain.Catalog;
using Helpline.Domain.Organizations;
using Helpline.Domain.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpline.Server.Data.Tables;

internal sealed class CatalogEditTable : IEntityTypeConfiguration<CatalogEdit>
{
    public void Configure(EntityTypeBuilder<CatalogEdit> edit)
    {
        edit.Property(e => e.Id).ValueGeneratedNever();
        edit.Property(e => e.List).HasMaxLength(40);
        edit.Property(e => e.Code).HasMaxLength(81);
        edit.Property(e => e.Item).HasMaxLength(-1);
        edit.Property(e => e.By).HasMaxLength(60);
        edit.HasIndex(e => new { e.List, e.Code }).IsUnique();
        edit.HasIndex(e => e.Edition).IsUnique();
    }
}

internal sealed class OrganizationTable : IEntityTypeConfiguration<Organization>
{
    public void Configure(EntityTypeBuilder<Organization> organization)
    {
        organization.Property(o => o.Id).ValueGeneratedNever();
        organization.Property(o => o.Name).HasMaxLength(160);
        organization.Property(o => o.SortName).HasMaxLength(200);
        organization.Property(o => o.About).HasMaxLength(1000);
        organization.Property(o => o.VerifiedBy).HasMaxLength(60);
        organization.HasIndex(o => o.SortName).IsUnique();
    }
}

internal sealed class ServiceTable : IEntityTypeConfiguration<Service>
{
    public void Configure(EntityTypeBuilder<Service> service)
    {
        service.Property(s => s.Id).ValueGeneratedNever();
        service.Property(s => s.Name).HasMaxLength(160);
        service.Property(s => s.Eligibility).HasMaxLength(500);
        service.Property(s => s.Documents).HasMaxLength(500);
        service.HasIndex(s => s.OrganizationId);
    }
}

internal sealed class LocationTable : IEntityTypeConfiguration<Location>
{
    public void Configure(EntityTypeBuilder<Location> location)
    {
        location.Property(l => l.Id).ValueGeneratedNever();
        location.Property(l => l.Region).HasMaxLength(80);
        location.HasIndex(l => l.OrganizationId);
    }
}

internal sealed class OpenTimeTable : IEntityTypeConfiguration<OpenTime>
{
    public void Configure(EntityTypeBuilder<OpenTime> time)
    {
        time.HasKey(t => new { t.LocationId, t.From });
        time.HasIndex(t => new { t.OrganizationId, t.From, t.Until });
    }
}

internal sealed class OrganizationMarkTable : IEntityTypeConfiguration<OrganizationMark>
{
    public void Configure(EntityTypeBuilder<OrganizationMark> mark)
    {
        mark.HasKey(m => new { m.Mark, m.OrganizationId });
        mark.Property(m => m.Mark).HasMaxLength(100);
        mark.HasIndex(m => m.OrganizationId);
    }
}

internal sealed class ContactResourceTable : IEntityTypeConfiguration<ContactResource>
{
    public void Configure(EntityTypeBuilder<ContactResource> given)
    {
        given.Property(g => g.Id).ValueGeneratedNever();
        given.Property(g => g.By).HasMaxLength(60);
        given.HasIndex(g => new { g.ContactId, g.At });
        given.HasIndex(g => g.OrganizationId);
    }
}

internal sealed class ErasureTable : IEntityTypeConfiguration<Erasure>
{
    public void Configure(EntityTypeBuilder<Erasure> erasure)
    {
        erasure.Property(e => e.Id).ValueGeneratedNever();
        erasure.Property(e => e.By).HasMaxLength(60);
        erasure.Property(e => e.Counts).HasMaxLength(1000);
        erasure.Property(e => e.IdsHash).HasMaxLength(64);
        erasure.HasIndex(e => new { e.At, e.Id });
    }
}
