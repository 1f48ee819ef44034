using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Helpline.Server.Journals;

/// <summary>
/// A workbook of one sheet (ECMA-376), written straight into its zip: the four parts every program needs and no more. Text is
/// written as strings, and a string is never a formula.
/// </summary>
internal sealed class XlsxSheet : Sheet
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relationships = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string OfDocument = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string SheetPart = "xl/worksheets/sheet1.xml";

    /// <summary>What a cell holds at most.</summary>
    private const int LongestText = 32_767;
    private bool ended;
    private readonly ZipArchive zip;
    private readonly XmlWriter sheet;

    public XlsxSheet(Stream stream)
    {
        zip = new(stream, ZipArchiveMode.Create, leaveOpen: true);
        Part("[Content_Types].xml", """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>
            """);
        Part("_rels/.rels", $"""<Relationships xmlns="{Relationships}"><Relationship Id="r1" Type="{OfDocument}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Part("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{OfDocument}"><sheets><sheet name="1" sheetId="1" r:id="r1"/></sheets></workbook>""");
        Part("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Relationships}"><Relationship Id="r1" Type="{OfDocument}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
        sheet = XmlWriter.Create(zip.CreateEntry(SheetPart, CompressionLevel.Fastest).Open(), new() { Async = true, CloseOutput = true, CheckCharacters = false });
        sheet.WriteStartElement("worksheet", Main);
        sheet.WriteStartElement("sheetFormatPr", Main);
        sheet.WriteAttributeString("defaultRowHeight", "15");
        sheet.WriteAttributeString("defaultColWidth", "16");
        sheet.WriteEndElement();
        sheet.WriteStartElement("sheetData", Main);
    }

    public override Task Write(IReadOnlyList<SheetCell> row)
    {
        sheet.WriteStartElement("row", Main);
        foreach (var cell in row) Write(cell);
        sheet.WriteEndElement();
        return Task.CompletedTask;
    }

    public override Task End()
    {
        sheet.WriteEndDocument();
        Close();
        return Task.CompletedTask;
    }

    public override ValueTask DisposeAsync()
    {
        Close();
        return ValueTask.CompletedTask;
    }

    private void Close()
    {
        if (ended) return;
        ended = true;
        sheet.Dispose();
        zip.Dispose();
    }

    public static int CountRows(Stream stream)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        using var reader = XmlReader.Create(zip.GetEntry(SheetPart)!.Open(), new() { CheckCharacters = false });
        var rows = 0;
        while (reader.Read())
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "row" }) rows++;
        return rows;
    }

    private void Write(SheetCell cell)
    {
        sheet.WriteStartElement("c", Main);
        if (cell.Text is { Length: > 0 } text)
        {
            if (!cell.IsNumber) sheet.WriteAttributeString("t", "inlineStr");
            if (cell.IsNumber) sheet.WriteElementString("v", Main, text);
            else WriteText(text);
        }
        sheet.WriteEndElement();
    }

    private void WriteText(string text)
    {
        sheet.WriteStartElement("is", Main);
        sheet.WriteStartElement("t", Main);
        sheet.WriteAttributeString("xml", "space", null, "preserve");
        sheet.WriteString(Legal(text.Length > LongestText ? text[..LongestText] : text));
        sheet.WriteEndElement();
        sheet.WriteEndElement();
    }

    /// <summary>Without what no XML may hold.</summary>
    private static string Legal(string text)
    {
        if (text.All(XmlConvert.IsXmlChar)) return text;
        var legal = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value)) legal.Append(rune);
        return legal.ToString();
    }

    private void Part(string name, string xml)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + xml.Trim());
    }
}
