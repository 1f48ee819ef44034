using System.Net;
using System.Text.RegularExpressions;

namespace Helpline.Tests.Hosting;

public sealed class A_server_in_production : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Starts_with_printed_keys_and_a_first_administrator_and_no_demo_accounts()
    {
        (string, string)[] settings = [("DataFolder", folder), .. await Keys()];
        await using (var migrate = ServerProcess.Start(settings, "--migrate")) Assert.Equal(0, await migrate.Ends());
        Assert.True(File.Exists(Path.Combine(folder, "helpline.db")));

        var password = await CreateAdmin(settings);
        var address = new Uri($"http://127.0.0.1:{ServerProcess.FreePort()}");
        await using var server = ServerProcess.Start([.. settings, ("Urls", address.ToString()), ("Demo:Seed", "true"), ("Demo:Password", "correct horse battery")]);
        using var http = await server.Serves(address);
        Assert.Equal(HttpStatusCode.OK, (await ServerProcess.SignIn(http, "admin", password)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await ServerProcess.SignIn(http, "counselor1", "correct horse battery")).StatusCode);
        Assert.DoesNotContain("counselor1", server.Output);
        Assert.DoesNotContain(password, server.Output);
    }

    [Fact]
    public async Task Gives_the_administrator_a_new_password_when_asked_again()
    {
        (string, string)[] settings = [("DataFolder", folder), .. await Keys()];
        var (first, second) = (await CreateAdmin(settings), await CreateAdmin(settings));
        Assert.NotEqual(first, second);

        var address = new Uri($"http://127.0.0.1:{ServerProcess.FreePort()}");
        await using var server = ServerProcess.Start([.. settings, ("Urls", address.ToString())]);
        using var http = await server.Serves(address);
        Assert.Equal(HttpStatusCode.Unauthorized, (await ServerProcess.SignIn(http, "admin", first)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await ServerProcess.SignIn(http, "admin", second)).StatusCode);
    }

    [Fact]
    public async Task Behind_a_proxy_that_ends_TLS_sends_its_cookie_over_TLS_only_and_says_so_for_the_future()
    {
        (string, string)[] settings = [("DataFolder", folder), ("PublicUrl", "https://helpline.example.org"), .. await Keys()];
        var password = await CreateAdmin(settings);
        var address = new Uri($"http://127.0.0.1:{ServerProcess.FreePort()}");
        await using var server = ServerProcess.Start([.. settings, ("Urls", address.ToString())]);
        using var http = await server.Serves(address);
        http.DefaultRequestHeaders.Host = "helpline.example.org";
        http.DefaultRequestHeaders.Add("Origin", "https://helpline.example.org");
        using var answer = await ServerProcess.SignIn(http, "admin", password);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("; secure", Assert.Single(answer.Headers.GetValues("Set-Cookie")), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("max-age", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")), StringComparison.Ordinal);
    }

    /// <summary>What <c>--create-keys</c> prints, taken as settings as it stands.</summary>
    public static async Task<IReadOnlyList<(string Key, string Value)>> Keys()
    {
        await using var server = ServerProcess.Start([], "--create-keys");
        Assert.Equal(0, await server.Ends());
        var lines = server.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        return [.. lines.Select(line => line.Split('=', 2)).Select(parts => (parts[0], parts[1]))];
    }

    private static async Task<string> CreateAdmin((string, string)[] settings)
    {
        await using var server = ServerProcess.Start(settings, "--create-admin");
        Assert.Equal(0, await server.Ends());
        var told = Regex.Match(server.Output, @"User name: admin\nPassword:  (\S{12,})$");
        Assert.True(told.Success, server.Output + server.Errors);
        return told.Groups[1].Value;
    }
}
