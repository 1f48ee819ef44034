using Helpline.Contracts.Cases;
using Helpline.Dashboard.Api;

namespace Helpline.Dashboard.People;

/// <summary>Those to whom work may be given, fetched once.</summary>
internal sealed class Colleagues(HelplineApi api)
{
    public IReadOnlyList<ColleagueCard> All { get; private set; } = [];

    public async Task Load()
    {
        if (All.Count == 0 && (await api.Colleagues()).Value is { } loaded)
            All = loaded;
    }

    /// <summary>What colleagues call her; the user name when she works here no more.</summary>
    public string NameOf(string? userName) => All.FirstOrDefault(c => c.UserName == userName)?.Name ?? userName ?? "–";
}
