using Helpline.Server.Data;
using Helpline.Server.Notes;
using Helpline.Server.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Load.Servers;

/// <summary>What a server in production is told. Two that are told the same are two nodes of one line.</summary>
/// <param name="Folder">Where its data go.</param>
/// <param name="Sid">The account at the voice provider.</param>
/// <param name="Token">The provider signs webhooks with it.</param>
/// <param name="Provider">Where the provider takes REST calls.</param>
/// <param name="PublicUrl">The address the provider knows it by.</param>
/// <param name="Redis">Over which nodes push to each other's boards; null for a single one.</param>
internal sealed record ServerSettings(string Folder, string Sid, string Token, Uri Provider, Uri PublicUrl, string? Redis = null)
{
    private readonly PrivacyOptions keys = PrivacySetup.NewKeys("load");

    /// <summary>Seals and hashes as the servers do.</summary>
    public Vault Vault => new(keys);

    /// <summary>Reads what the servers have sealed.</summary>
    public NoteCards Cards => new(new Vault(keys));

    private string Connection => $"Data Source={Path.Combine(Folder, "helpline.db")}";

    public HelplineDb Open()
    {
        var options = new DbContextOptionsBuilder<SqliteHelplineDb>();
        options.UseHelplineSqlite(Connection, new());
        return new SqliteHelplineDb(options.Options);
    }

    public Dictionary<string, string> AsEnvironment() => new()
    {
        ["DOTNET_ENVIRONMENT"] = "Production",
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["ConfigFolder"] = HelplineServer.ConfigFolder(),
        ["DataFolder"] = Folder,
        ["ConnectionStrings__Helpline"] = Connection,
        ["ConnectionStrings__Redis"] = Redis ?? "",
        ["ExportFolder"] = Path.Combine(Folder, "exports"),
        ["PublicUrl"] = PublicUrl.ToString(),
        ["Telephony__Provider"] = "Twilio",
        ["Twilio__AccountSid"] = Sid,
        ["Twilio__AuthToken"] = Token,
        ["Twilio__ApiBaseUrl"] = Provider.ToString(),
        [$"Privacy__Keys__{keys.ActiveKey}"] = keys.Keys[keys.ActiveKey],
        ["Privacy__ActiveKey"] = keys.ActiveKey,
        ["Privacy__HashKey"] = keys.HashKey,
    };
}
