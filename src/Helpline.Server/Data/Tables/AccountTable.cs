using Helpline.Server.Accounts;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpline.Server.Data.Tables;

internal sealed class AccountTable : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("Accounts");
        // Rows name people by it, and every offer joins them.
        account.HasIndex(a => a.UserName).IsUnique();
        account.Property(a => a.InterfaceLanguage).HasMaxLength(8);
        account.Property(a => a.PasswordHash).HasMaxLength(512);
        account.Property(a => a.Roles).AsWords();
        account.Property(a => a.Languages).AsWords();
        account.Property(a => a.Topics).AsWords();
    }
}

internal sealed class DataProtectionKeyTable : IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<DataProtectionKey> key) => key.Property(k => k.Xml).HasMaxLength(-1);
}
