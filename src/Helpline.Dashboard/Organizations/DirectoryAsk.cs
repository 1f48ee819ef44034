namespace Helpline.Dashboard.Organizations;

/// <summary>What somebody looks for in the directory.</summary>
internal sealed class DirectoryAsk
{
    public string Words { get; set; } = "";
    public string Kind { get; set; } = "";
    public string Language { get; set; } = "";
    public string Region { get; set; } = "";
    public bool Open { get; set; }

    /// <param name="after">Where the page before ended.</param>
    public string Query(string? after = null)
    {
        var parts = new[] { ("q", Words.Trim()), ("kind", Kind), ("language", Language), ("region", Region), ("open", Open ? "true" : ""), ("after", after ?? "") };
        return string.Join('&', parts.Where(p => p.Item2.Length > 0).Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Item2)}"));
    }
}
