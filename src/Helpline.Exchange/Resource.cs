using Microsoft.AspNetCore.Http;

namespace Helpline.Exchange;

/// <summary>Files that travel inside the assembly.</summary>
internal static class Resource
{
    public static IResult Script(string name) => Of(name, "text/javascript");

    public static IResult Of(string name, string type) => Results.Stream(
        typeof(Resource).Assembly.GetManifestResourceStream($"Helpline.Exchange.{name}")!, $"{type}; charset=utf-8");
}
