namespace Helpline.Domain.Journals;

/// <summary>Text that a spreadsheet never takes for a formula (OWASP, CSV Injection).</summary>
public static class SpreadsheetText
{
    // The full-width signs too: some programs read them as the plain ones.
    private const string Dangerous = "=+-@\t\r\n＝＋－＠";

    /// <summary>For a file without types: what could begin a formula stands behind an apostrophe.</summary>
    public static string Harmless(string text) => text.Length > 0 && Dangerous.Contains(text[0]) ? "'" + text : text;
}
