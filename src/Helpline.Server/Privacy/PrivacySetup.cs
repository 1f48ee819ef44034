using System.Security.Cryptography;
using System.Text.Json;
using Helpline.Server.Data;
using Helpline.Server.Hosting;
using Microsoft.AspNetCore.DataProtection;

namespace Helpline.Server.Privacy;

internal static class PrivacySetup
{
    public static void AddPrivacy(this WebApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection("Privacy").Get<PrivacyOptions>() ?? new();
        if (options.Keys.Count == 0 && builder.Environment.IsDevelopment()) options = DevelopmentKeys(builder);
        if (options.Keys.Count == 0) throw new SettingsException("Privacy:Keys", "is missing", "at least one key; --create-keys prints a set");
        if (options.HashKey == "") throw new SettingsException("Privacy:HashKey", "is missing", "a key; --create-keys prints one");
        var vault = new Vault(options);
        builder.Services.AddSingleton(vault);
        // One ring for all nodes, in the database, readable only with our own key.
        builder.Services.AddDataProtection().SetApplicationName("Helpline").PersistKeysToDbContext<HelplineDb>();
        builder.Services.Configure<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>(o => o.XmlEncryptor = new VaultXmlEncryptor(vault));
    }

    /// <summary>A fresh set, as settings.</summary>
    public static PrivacyOptions NewKeys(string id) => new() { Keys = { [id] = NewKey() }, ActiveKey = id, HashKey = NewKey() };

    private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    // Kept, so that what was sealed yesterday can be read today.
    private static PrivacyOptions DevelopmentKeys(WebApplicationBuilder builder)
    {
        var file = Path.Combine(DataFolder.Of(builder), "development-keys.json");
        if (!File.Exists(file)) File.WriteAllText(file, JsonSerializer.Serialize(NewKeys("dev")));
        return JsonSerializer.Deserialize<PrivacyOptions>(File.ReadAllText(file))!;
    }
}
