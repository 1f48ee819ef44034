using System.Globalization;

namespace Helpline.Dashboard.Culture;

/// <summary>Kazakh as written in Kazakhstan, by CLDR 48. The browser's ICU data have no Kazakh, so its rules are kept here.</summary>
internal static class KazakhCulture
{
    private const string NoBreakSpace = "\u00A0";

    private static readonly string[] Months =
        ["қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан", ""];

    private static readonly string[] MonthsShort =
        ["қаң.", "ақп.", "нау.", "сәу.", "мам.", "мау.", "шіл.", "там.", "қыр.", "қаз.", "қар.", "жел.", ""];

    private static readonly string[] Days = ["жексенбі", "дүйсенбі", "сейсенбі", "сәрсенбі", "бейсенбі", "жұма", "сенбі"];

    private static readonly string[] DaysShort = ["жс", "дс", "сс", "ср", "бс", "жм", "сб"];

    public static CultureInfo Create()
    {
        var culture = new CultureInfo("kk") { DateTimeFormat = Dates(), NumberFormat = Numbers() };
        return CultureInfo.ReadOnly(culture);
    }

    private static DateTimeFormatInfo Dates() => new()
    {
        Calendar = new GregorianCalendar(),
        FirstDayOfWeek = DayOfWeek.Monday,
        CalendarWeekRule = CalendarWeekRule.FirstFourDayWeek,
        MonthNames = Months,
        MonthGenitiveNames = Months,
        AbbreviatedMonthNames = MonthsShort,
        AbbreviatedMonthGenitiveNames = MonthsShort,
        DayNames = Days,
        AbbreviatedDayNames = DaysShort,
        ShortestDayNames = DaysShort,
        AMDesignator = "таңғы",
        PMDesignator = "кешкі",
        DateSeparator = ".",
        TimeSeparator = ":",
        ShortDatePattern = "dd.MM.yyyy",
        LongDatePattern = "yyyy 'ж'. d MMMM, dddd",
        ShortTimePattern = "HH:mm",
        LongTimePattern = "HH:mm:ss",
        FullDateTimePattern = "yyyy 'ж'. d MMMM, dddd HH:mm:ss",
        MonthDayPattern = "d MMMM",
        YearMonthPattern = "yyyy 'ж'. MMMM",
    };

    private static NumberFormatInfo Numbers() => new()
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = NoBreakSpace,
        PercentDecimalSeparator = ",",
        PercentGroupSeparator = NoBreakSpace,
        PercentPositivePattern = 1,
        PercentNegativePattern = 1,
        CurrencySymbol = "₸",
        CurrencyDecimalSeparator = ",",
        CurrencyGroupSeparator = NoBreakSpace,
        CurrencyPositivePattern = 3,
        CurrencyNegativePattern = 8,
    };
}
