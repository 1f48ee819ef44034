using Microsoft.AspNetCore.Http.HttpResults;

namespace Helpline.Server.Hosting;

/// <summary>Problems told so that the reader can mend them.</summary>
internal static class Refusals
{
    /// <summary>400: one field is wrong.</summary>
    /// <param name="reason">A word for pages that say more of it than "wrong"; null for none.</param>
    public static ValidationProblem Field(string field, string wrong, string? reason = null) => TypedResults.ValidationProblem(
        new Dictionary<string, string[]> { [field] = [wrong] }, detail: wrong, extensions: reason is null ? null : new Dictionary<string, object?> { ["reason"] = reason });

    /// <summary>400: the field asks of a time before anything was.</summary>
    /// <param name="day">The local day of the first call.</param>
    public static ValidationProblem BeforeFirst(string field, DateOnly day)
    {
        var wrong = $"Nothing was recorded before {day:yyyy-MM-dd}, when the first call came.";
        return TypedResults.ValidationProblem(new Dictionary<string, string[]> { [field] = [wrong] }, detail: wrong, extensions: new Dictionary<string, object?> { ["firstDay"] = day });
    }

    /// <summary>409: legal once, not now.</summary>
    public static ProblemHttpResult Conflict(string why, params (string Name, object? Value)[] extensions) => TypedResults.Problem(
        detail: why, statusCode: StatusCodes.Status409Conflict, title: "Conflict",
        extensions: extensions.Select(e => KeyValuePair.Create(e.Name, e.Value)));

    /// <summary>403: somebody else's.</summary>
    public static ProblemHttpResult Forbidden(string why) =>
        TypedResults.Problem(detail: why, statusCode: StatusCodes.Status403Forbidden, title: "Forbidden");

    /// <summary>404.</summary>
    public static ProblemHttpResult Unknown(string what) =>
        TypedResults.Problem(detail: $"There is no such {what}.", statusCode: StatusCodes.Status404NotFound, title: "Not found");
}
