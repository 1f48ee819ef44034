namespace Helpline.Domain.Notes;

/// <summary>About whom a contact was. Who calls and who is in need may be two people. Codes are of the catalog.</summary>
public sealed class Particulars
{
    /// <summary>Code of <c>caller_kinds</c>.</summary>
    public string? CallerKind { get; set; }

    /// <summary>Code of <c>age_bands</c>.</summary>
    public string? CallerAge { get; set; }

    /// <summary>Code of <c>sexes</c>.</summary>
    public string? CallerSex { get; set; }

    /// <summary>Of the person in need, when that is not the caller.</summary>
    public string? NeedAge { get; set; }

    /// <inheritdoc cref="NeedAge"/>
    public string? NeedSex { get; set; }

    /// <summary>Code of <c>regions</c>, as <c>almaty_region</c> or <c>almaty_region.talgar</c>.</summary>
    public string? Region { get; set; }

    /// <summary>kk, ru or en: in what language they would rather speak.</summary>
    public string? Language { get; set; }
}
