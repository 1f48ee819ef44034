using Helpline.Domain.Catalog;
using Helpline.Domain.Organizations;
using Helpline.Domain.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Data;

/// <summary>The directory of organizations, the catalogs as administrators changed them, and proofs of erasure.</summary>
internal abstract partial class HelplineDb
{
    public DbSet<CatalogEdit> CatalogEdits => Set<CatalogEdit>();
    public DbSet<Organization> Organizations => Set<Organization>();
    public DbSet<Service> Services => Set<Service>();
    public DbSet<Location> Locations => Set<Location>();
    public DbSet<OpenTime> OpenTimes => Set<OpenTime>();
    public DbSet<OrganizationMark> OrganizationMarks => Set<OrganizationMark>();
    public DbSet<ContactResource> ContactResources => Set<ContactResource>();
    public DbSet<Erasure> Erasures => Set<Erasure>();
}
