using Helpline.Contracts.Catalog;
using Helpline.Dashboard.Api;
using Helpline.Dashboard.Culture;

namespace Helpline.Dashboard.Calls;

/// <summary>The lists a note chooses from, fetched once.</summary>
internal sealed class Catalog(HelplineApi api)
{
    private CatalogList[] lists = [];

    public async Task Load()
    {
        if (lists.Length == 0 && (await api.Catalog()).Value is { } loaded)
            lists = loaded;
    }

    public IReadOnlyList<CatalogItem> Items(NoteField field) => Items(ListOf(field));

    public IReadOnlyList<CatalogItem> Items(string list) => lists.FirstOrDefault(l => l.Code == list)?.Items ?? [];

    /// <summary>Kinds of call that one key finishes.</summary>
    public IEnumerable<CatalogItem> QuickKinds => Items(NoteField.Kind).Where(kind => kind.Quick);

    /// <summary>The label in this page's language; the code itself when the list does not know it.</summary>
    public string Label(NoteField field, string? code) =>
        Items(field).FirstOrDefault(item => item.Code == code)?.Label.Here() ?? code ?? "";

    private static string ListOf(NoteField field) => field switch
    {
        NoteField.Kind => "call_kinds",
        NoteField.Topic => "service_kinds",
        NoteField.Risk => "risk_levels",
        NoteField.Outcome => "call_outcomes",
        NoteField.Summary => "",
    };
}
