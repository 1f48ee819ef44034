using Helpline.Server.Accounts;
using Helpline.Server.Telephony;
using Helpline.Server.Telephony.Twilio;
using Microsoft.Extensions.Options;

namespace Helpline.Server.Hosting;

/// <summary>What a newcomer needs after the start, in one frame.</summary>
internal static class Banner
{
    /// <param name="demoPassword">Of the demo accounts; null when there are none.</param>
    public static string Of(WebApplication app, string? demoPassword)
    {
        var address = app.Services.GetRequiredService<PublicUrl>()().ToString().TrimEnd('/');
        var lines = new List<string> { "Helpline is ready", "", $"Board       {address}" };
        if (app.Services.GetRequiredService<IOptions<TelephonyOptions>>().Value.Provider == TelephonyProvider.Exchange) lines.Add($"Test phone  {address}/exchange");
        if (demoPassword is not null)
        {
            lines.Add("");
            lines.Add($"Sign in as  {string.Join(", ", DemoAccounts.UserNames)}");
            lines.Add($"Password    {demoPassword}");
        }
        var width = lines.Max(l => l.Length);
        var rule = new string('─', width + 4);
        return string.Join(Environment.NewLine, [$"┌{rule}┐", .. lines.Select(l => $"│  {l.PadRight(width)}  │"), $"└{rule}┘"]);
    }
}
