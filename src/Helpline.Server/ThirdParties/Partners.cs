using Helpline.Contracts.Catalog;
using Helpline.Domain.Calls;
using Helpline.Server.Hosting;
using Helpline.Server.Telephony;

namespace Helpline.Server.ThirdParties;

/// <summary>Somebody who may be called into a talk by name.</summary>
/// <param name="Number">E.164.</param>
internal sealed record Partner(string Code, Words Name, string Number);

/// <summary>Those whom counselors call into talks, from <c>config/partners.json</c>. Boards are told names, never numbers.</summary>
internal sealed class Partners(IReadOnlyList<Partner> all)
{
    private static readonly Words Title = new("Көмекшілер", "Помощники", "Helpers");

    private sealed record PartnerFile(List<Partner> Partners);

    public CatalogList List { get; } = new("partners", Title, [.. all.Select((p, i) => new CatalogItem(p.Code, i + 1, p.Name, p.Name))]);

    public CallerNumber? NumberOf(string code) => all.FirstOrDefault(p => p.Code == code) is { } known ? new(known.Number) : null;

    public static Partners Read(ConfigFolder config, Numbers numbers)
    {
        const string File = "config/partners.json, key partners,";
        var all = config.Read<PartnerFile>("partners.json").Partners ?? throw new SettingsException(File, "is missing", "a list, empty for nobody");
        foreach (var partner in all)
        {
            if (string.IsNullOrWhiteSpace(partner.Code)) throw new SettingsException(File, "has somebody without a code", "a code for each, such as interpreter");
            if (all.Count(p => p.Code == partner.Code) > 1) throw new SettingsException(File, $"has the code {partner.Code} twice", "each code once");
            if (partner.Name is null || new[] { partner.Name.Kk, partner.Name.Ru, partner.Name.En }.Any(string.IsNullOrWhiteSpace))
                throw new SettingsException($"{File} {partner.Code}: name", "lacks a language", "words in kk, ru and en");
            if (numbers.Callable(partner.Number)?.E164 != partner.Number)
                throw new SettingsException($"{File} {partner.Code}: number", "cannot be called", "a number with + and the country, such as +77172000000");
        }
        return new(all);
    }
}
