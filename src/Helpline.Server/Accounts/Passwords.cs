using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;

namespace Helpline.Server.Accounts;

internal static class Passwords
{
    // Without the look-alikes 0 O o 1 l I: passwords are read out and typed.
    private const string Letters = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /// <summary>16 letters and digits, over 90 bits.</summary>
    public static string Random() => RandomNumberGenerator.GetString(Letters, 16);

    /// <summary>Replaces the password, lifts a lockout and ends every session.</summary>
    public static async Task Set(UserManager<Account> accounts, Account account, string password)
    {
        account.PasswordHash = accounts.PasswordHasher.HashPassword(account, password);
        (account.LockoutEnd, account.AccessFailedCount) = (null, 0);
        await accounts.UpdateSecurityStampAsync(account);
    }
}
