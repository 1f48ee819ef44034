namespace Helpline.Server.Hosting;

internal static class Idempotency
{
    private const int Longest = 80;

    /// <summary>The key of this user's command, or null when the client sent none. Commands that are the same twice by nature need none.</summary>
    public static string? IdempotencyKey(this HttpContext http)
    {
        var key = http.Request.Headers["Idempotency-Key"].ToString();
        return key.Length is 0 or > Longest ? null : $"{http.User.Identity!.Name}|{http.Request.Method}|{key}";
    }
}
