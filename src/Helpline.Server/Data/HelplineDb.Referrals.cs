using Helpline.Domain.Referrals;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Data;

/// <summary>Referrals and the links of partners.</summary>
internal abstract partial class HelplineDb
{
    public DbSet<Referral> Referrals => Set<Referral>();
    public DbSet<PartnerLink> PartnerLinks => Set<PartnerLink>();
}
