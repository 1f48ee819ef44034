using System.Globalization;
using Microsoft.Extensions.Localization;
using Radzen;

namespace Helpline.Dashboard.Culture;

/// <summary>The component library speaks no Kazakh and no Russian; what it says aloud on our pages is among our words.</summary>
internal sealed class LibraryWords(IStringLocalizer words) : ILocalizer
{
    public string? Get(string key, CultureInfo culture) =>
        words["Library." + key] is { ResourceNotFound: false } found ? found.Value : null;
}
