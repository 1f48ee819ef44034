using Helpline.Contracts.Visits;
using Helpline.Dashboard.Calls;
using Helpline.Dashboard.Culture;

namespace Helpline.Dashboard.Visits;

/// <summary>Codes of visits in the reader's language.</summary>
internal static class VisitWords
{
    public static string Label(this Catalog catalog, string list, string? code) =>
        catalog.Items(list).FirstOrDefault(item => item.Code == code)?.Label.Here() ?? code ?? "";

    public static string Span(VisitCard visit) => $"{Local(visit.From):HH:mm}–{Local(visit.To):HH:mm}";

    public static DateTime Local(DateTime utc) => DateTime.SpecifyKind(utc, DateTimeKind.Utc).ToLocalTime();
}
