using System.Text.Json;
using Helpline.Contracts.Catalog;
using Helpline.Domain.Audit;
using Helpline.Domain.Casework;
using Helpline.Domain.Catalog;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Casework;

internal sealed partial class CaseworkDesk
{
    /// <param name="edit">What was changed of the item before; null when nothing was.</param>
    /// <returns>The id of the change.</returns>
    public async Task<Guid> EditCatalog(string list, string code, CatalogEdit? edit, CatalogItemChange form)
    {
        var json = JsonSerializer.Serialize(
            new CatalogItem(code[(code.LastIndexOf('.') + 1)..], form.Order, Clean(form.Text), Clean(form.Label), ValidFrom: form.ValidFrom, ValidTo: form.ValidTo, LegalBasis: form.LegalBasis is { } basis ? Clean(basis) : null),
            JsonSerializerOptions.Web);
        // Unique: of two nodes that change at once one starts again and finds the other's.
        var edition = (await db.CatalogEdits.MaxAsync(e => (long?)e.Edition) ?? 0) + 1;
        if (edit is null) db.CatalogEdits.Add(edit = new CatalogEdit { Id = Guid.CreateVersion7(), List = list, Code = code, Item = json, Edition = edition, By = who.UserName!, At = now });
        else (edit.Item, edit.Edition, edit.By, edit.At) = (json, edition, who.UserName!, now);
        Audit(AuditAction.Changed, Subject.Catalog, edit.Id, list);
        return edit.Id;
    }

    /// <summary>Kazakh is written in Cyrillic: a Latin schwa is the letter of another keyboard.</summary>
    private static Words Clean(Words words) => new(words.Kk.Trim().Replace('ə', 'ә').Replace('Ə', 'Ә'), words.Ru.Trim(), words.En.Trim());
}
