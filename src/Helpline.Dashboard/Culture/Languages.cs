using System.Globalization;
using Helpline.Contracts.Catalog;

namespace Helpline.Dashboard.Culture;

/// <summary>The three languages of callers and counselors.</summary>
internal static class Languages
{
    public static readonly IReadOnlyList<string> All = ["kk", "ru", "en"];

    /// <summary>The language of this page; it changes only with a reload.</summary>
    public static string Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>Each language in its own words, as people look for it.</summary>
    public static string OwnName(string code) => code switch
    {
        "kk" => "Қазақша",
        "ru" => "Русский",
        _ => "English",
    };

    public static void Use(string code)
    {
        var culture = code == "kk" ? KazakhCulture.Create() : CultureInfo.GetCultureInfo(code == "ru" ? "ru-KZ" : "en-GB");
        CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = culture;
        CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentUICulture = culture;
    }

    public static string Here(this Words words) => Current switch
    {
        "kk" => words.Kk,
        "ru" => words.Ru,
        _ => words.En,
    };
}
