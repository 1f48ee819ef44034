namespace Helpline.Server.Hosting;

internal static class Idempotency
{
    public const string Header = "Idempotency-Key";
    private const int Longest = 80;

    /// <summary>A key too long to be kept is refused: ignored, it would promise what is not done.</summary>
    public static void UseKeyCheck(this WebApplication app) => app.Use((http, next) => http.Request.Headers[Header].ToString().Length > Longest
        ? Refusals.Field(Header, $"A key has at most {Longest} characters.").ExecuteAsync(http)
        : next(http));

    /// <summary>The key of this user's command, or null when the client sent none. Commands that are the same twice by nature need none.</summary>
    public static string? IdempotencyKey(this HttpContext http)
    {
        var key = http.Request.Headers[Header].ToString();
        return key.Length is 0 ? null : $"{http.User.Identity!.Name}|{http.Request.Method}|{key}";
    }
}
