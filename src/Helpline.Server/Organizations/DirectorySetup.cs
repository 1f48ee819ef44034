using Helpline.Contracts.Organizations;
using Helpline.Server.Casework;
using Helpline.Server.Hosting;

namespace Helpline.Server.Organizations;

internal static class DirectorySetup
{
    private const string Sample = "directory/sample.json";

    public static void AddDirectory(this WebApplicationBuilder builder) => builder.Services
        .AddSingleton<OrganizationRules>()
        .AddSingleton<OrganizationCards>();

    /// <summary>Organizations that do not exist, to try the directory with. Development only; elsewhere an administrator imports a file.</summary>
    public static async Task SeedDirectory(this IServiceProvider services)
    {
        var forms = services.GetRequiredService<ConfigFolder>().Read<List<OrganizationChange>>(Sample);
        var rules = services.GetRequiredService<OrganizationRules>();
        for (var i = 0; i < forms.Count; i++)
            if (rules.Wrong(forms[i], [], [], $"[{i}].") is { } wrong)
                throw new SettingsException($"config/{Sample}, key {wrong.ProblemDetails.Errors.Keys.First()},", wrong.ProblemDetails.Detail!.TrimEnd('.'), "a card as config/README.md describes it");
        await services.GetRequiredService<CaseworkDesks>().Open(Reader.System, desk => DirectoryEndpoints.AddUnknown(desk, forms));
    }
}
