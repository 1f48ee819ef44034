using Helpline.Server.Accounts;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpline.Server.Data.Tables;

internal sealed class AccountTable : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("Accounts");
        account.Property(a => a.InterfaceLanguage).HasMaxLength(8);
        account.Property(a => a.PasswordHash).HasMaxLength(512);
        AsWords(account.Property(a => a.Roles));
        AsWords(account.Property(a => a.Languages));
        AsWords(account.Property(a => a.Topics));
    }

    // A handful of codes: one column of words is read with the row and needs no join.
    private static void AsWords(PropertyBuilder<List<string>> list) => list.HasConversion(
        words => string.Join(' ', words),
        text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList(),
        new ValueComparer<List<string>>((a, b) => a!.SequenceEqual(b!), l => l.Aggregate(0, HashCode.Combine), l => l.ToList()));
}

internal sealed class DataProtectionKeyTable : IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<DataProtectionKey> key) => key.Property(k => k.Xml).HasMaxLength(-1);
}
