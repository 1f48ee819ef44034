using Microsoft.AspNetCore.Http;

namespace Helpline.Exchange;

/// <summary>Files that travel inside the assembly.</summary>
internal static class Resource
{
    public static IResult Script(string name) => Of(name, "text/javascript");

    public static IResult Of(string name, string type) => Results.Stream(Open(name), $"{type}; charset=utf-8");

    /// <summary>A page, told at which address the exchange is.</summary>
    public static IResult Page(string name, string address)
    {
        using var reader = new StreamReader(Open(name));
        return Results.Content(reader.ReadToEnd().Replace("{address}", address, StringComparison.Ordinal), "text/html; charset=utf-8");
    }

    private static Stream Open(string name) => typeof(Resource).Assembly.GetManifestResourceStream($"Helpline.Exchange.{name}")!;
}
