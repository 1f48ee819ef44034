using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Helpline.Server.Telephony.Twilio;

/// <summary>
/// Writes TwiML, the documents that tell Twilio what a leg does next. Addresses are absolute or root-relative.
/// An argument left out leaves Twilio's default. There is no Say: no voice of Twilio's speaks Kazakh, so prompts are recordings.
/// </summary>
internal static partial class TwiMl
{
    /// <summary>A whole document: <paramref name="verbs"/> are carried out one after the other.</summary>
    public static string Document(params XElement[] verbs) =>
        """<?xml version="1.0" encoding="UTF-8"?>""" + Response(verbs).ToString(SaveOptions.DisableFormatting);

    public static XElement Response(params XElement[] verbs) => new("Response", verbs);

    private static XElement Element(string name, string? text, params (string Name, object? Value)[] attributes)
    {
        var element = new XElement(name);
        foreach (var (key, value) in attributes)
            if (value is not null) element.SetAttributeValue(key, Text(value));
        if (text is not null) element.Add(Clean(text));
        return element;
    }

    private static XElement Element(string name, params (string Name, object? Value)[] attributes) => Element(name, null, attributes);

    private static string Text(object value) => value switch
    {
        bool yes => yes ? "true" : "false",
        TimeSpan length => ((long)length.TotalSeconds).ToString(CultureInfo.InvariantCulture),
        int number => number.ToString(CultureInfo.InvariantCulture),
        _ => Clean(value.ToString() ?? ""),
    };

    /// <summary>Without the characters that XML has no way to write.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
            if (XmlConvert.IsXmlChar(text[i])) clean.Append(text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) clean.Append(text[i]).Append(text[++i]);
        return clean.ToString();
    }
}
