using System.Text.RegularExpressions;
using Helpline.Contracts.Catalog;
using Helpline.Server.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Helpline.Server.Catalog;

/// <summary>What an administrator may make of an item.</summary>
internal static partial class CatalogItemRules
{
    private const int LongestText = 2000;
    private const int LongestLabel = 120;

    /// <summary>One that belongs to another item comes after its code and a dot, on a list that has such items.</summary>
    public static ValidationProblem? WrongCode(CatalogList list, string? path)
    {
        var parts = (path ?? "").Split('.');
        if (!Code().IsMatch(parts[^1])) return Refusals.Field("code", "A code is 2 to 40 small letters, digits and underscores, and begins with a letter.");
        if (parts.Length == 1) return null;
        return parts.Length == 2 && list.Find(parts[0]) is not null && list.Items.Any(i => i.Items is not null)
            ? null
            : Refusals.Field("code", $"Nothing belongs to '{string.Join('.', parts[..^1])}' on the list {list.Code}.");
    }

    /// <summary>A problem that names the field; null for an item that may be kept.</summary>
    public static ValidationProblem? Wrong(CatalogList list, string code, CatalogItemChange form, Catalogs catalogs) =>
        Wrong("text", form.Text, LongestText)
        ?? Wrong("label", form.Label, LongestLabel)
        ?? (form.LegalBasis is null ? null : Wrong("legalBasis", form.LegalBasis, LongestText))
        ?? (form.Order is < 1 or > 9999 ? Refusals.Field("order", "The place in the list is 1 to 9999.") : null)
        ?? (form.ValidTo < form.ValidFrom ? Refusals.Field("validTo", "The last day is before the first.") : null)
        ?? WrongDays(list, code, form, catalogs.Today);

    private static ValidationProblem? WrongDays(CatalogList list, string code, CatalogItemChange form, DateOnly today)
    {
        if (list.Fixed && (form.ValidFrom ?? form.ValidTo) is not null) return Refusals.Field("validTo", "The program acts by the codes of this list; none can be retired.");
        var isLast = list.InForms && !code.Contains('.') && form.ValidTo is not null && !list.Items.Any(i => i.Code != code && i.OfferedOn(today) && i.ValidTo is null);
        return isLast ? Refusals.Field("validTo", "A form chooses from this list; one item stays without a last day.") : null;
    }

    private static ValidationProblem? Wrong(string field, Words? words, int longest)
    {
        if (words is null) return Refusals.Field(field, "The words are missing.");
        foreach (var (language, text) in new[] { ("kk", words.Kk), ("ru", words.Ru), ("en", words.En) })
        {
            if (string.IsNullOrWhiteSpace(text)) return Refusals.Field($"{field}.{language}", "Words are needed in kk, ru and en.");
            if (text.Length > longest) return Refusals.Field($"{field}.{language}", $"The words have {text.Length} characters; at most {longest} fit.");
        }
        return null;
    }

    [GeneratedRegex("^[a-z][a-z0-9_]{1,39}$")]
    private static partial Regex Code();
}
