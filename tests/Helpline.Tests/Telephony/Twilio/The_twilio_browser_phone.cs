using System.ComponentModel;
using System.Diagnostics;

namespace Helpline.Tests.Telephony.Twilio;

public class The_twilio_browser_phone
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Telephony", "Twilio", "softphone");

    [Fact]
    public async Task Tells_the_page_what_becomes_of_a_call()
    {
        var (exit, said) = await Node(Path.Combine(Folder, "story.mjs"), Path.Combine(Folder, "twilio-phone.js"));

        Assert.True(exit == 0, said);
        Assert.Matches("pass [1-9]", said);
    }

    [Fact]
    public async Task Is_served_by_a_server_that_was_built_with_node()
    {
        await Node("--version");

        var served = await File.ReadAllTextAsync(
            Path.Combine(AppContext.BaseDirectory, "Helpline.Server.staticwebassets.endpoints.json"), TestContext.Current.CancellationToken);
        Assert.Contains("\"phone/twilio-phone.js\"", served, StringComparison.Ordinal);
    }

    private static async Task<(int Exit, string Said)> Node(params string[] arguments)
    {
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", arguments) { RedirectStandardOutput = true })!;
            var said = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await node.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (node.ExitCode, said);
        }
        catch (Win32Exception)
        {
            Assert.Skip("Node is not on the path, so neither is the browser phone built here.");
            throw;
        }
    }
}
