using Helpline.Contracts.Catalog;
using Helpline.Dashboard.Accounts;
using Helpline.Dashboard.Api;
using Helpline.Dashboard.Culture;

namespace Helpline.Dashboard.Calls;

/// <summary>The lists that forms choose from; fetched again when they are older than a minute, for an administrator may have changed them.</summary>
internal sealed class Catalog(HelplineApi api, CurrentSession session, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private CatalogList[] lists = [];
    private string[]? used;
    private DateTimeOffset loadedAt;

    public async Task Load()
    {
        if (lists.Length > 0 && clock.GetUtcNow() - loadedAt < Fresh || (await api.Catalog()).Value is not { } loaded)
            return;
        (lists, loadedAt) = (loaded, clock.GetUtcNow());
    }

    public IReadOnlyList<CatalogItem> Items(NoteField field, string? kept = null) => Items(ListOf(field), kept);

    /// <summary>What a new record may hold today.</summary>
    /// <param name="kept">Codes that the record holds already: they are shown too when they were retired.</param>
    public IReadOnlyList<CatalogItem> Items(string list, params IReadOnlyCollection<string?> kept)
    {
        var today = session.Today;
        return lists.FirstOrDefault(l => l.Code == list) is { } known
            ? [.. known.Items.Where(item => kept.Contains(item.Code) || !(known.ValidFrom > today) && !(known.ValidTo < today) && item.OfferedOn(today))]
            : [];
    }

    /// <summary>What belongs to an item and a new record may hold today: the districts of a region.</summary>
    /// <param name="kept">A code that the record holds already.</param>
    public IReadOnlyList<CatalogItem> Within(string list, string code, string? kept)
    {
        var today = session.Today;
        return [.. (Item(list, code)?.Items ?? []).Where(item => item.Code == kept || item.OfferedOn(today))];
    }

    /// <summary>Kinds of call that one key finishes.</summary>
    public IEnumerable<CatalogItem> QuickKinds => Items(NoteField.Kind).Where(kind => kind.Quick);

    public string Label(NoteField field, string? code) => Label(ListOf(field), code);

    /// <summary>The label in this page's language, of a retired item too; the code itself when the list does not know it.</summary>
    public string Label(string list, string? code) =>
        Item(list, code)?.Label.Here() ?? code ?? "";

    /// <summary>Of a list; its code when it is not among those that forms choose from.</summary>
    public string Title(string list) => lists.FirstOrDefault(l => l.Code == list)?.Title.Here() ?? list;

    /// <summary>A code of some list, as <c>list.code</c>.</summary>
    public CatalogItem? Topic(string topic) =>
        topic.Split('.', 2) is [var list, var code] ? Item(list, code) : null;

    /// <summary>A region, and what of it.</summary>
    public string Place(string region)
    {
        var parts = region.Split('.', 2);
        var whole = Item("regions", parts[0]);
        var part = parts.Length > 1 ? whole?.Items?.FirstOrDefault(item => item.Code == parts[1]) : null;
        return string.Join(", ", new[] { whole?.Label.Here() ?? parts[0], part?.Label.Here() }.OfType<string>());
    }

    /// <summary>Topics that the reader chose lately, the most used first; fetched once.</summary>
    public async Task<IReadOnlyList<string>> UsedTopics() => used ??= (await api.MyTopics()).Value ?? [];

    private CatalogItem? Item(string list, string? code) => lists.FirstOrDefault(l => l.Code == list)?.Items.FirstOrDefault(item => item.Code == code);

    private static string ListOf(NoteField field) => field switch
    {
        NoteField.Kind => "call_kinds",
        NoteField.Risk => "risk_levels",
        NoteField.Outcome => "call_outcomes",
        NoteField.SafetySteps => "safety_steps",
        NoteField.CallerKind => "caller_kinds",
        NoteField.CallerAge or NoteField.NeedAge => "age_bands",
        NoteField.CallerSex or NoteField.NeedSex => "sexes",
        NoteField.Region => "regions",
        _ => "",
    };
}
