using Helpline.Server.Telephony.Twilio;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Helpline.Server.Hosting;

/// <summary>The address by which the provider and the browsers know us: the setting <c>PublicUrl</c>, never what a proxy's headers say.</summary>
internal static class PublicAddress
{
    public static void AddPublicAddress(this WebApplicationBuilder builder)
    {
        var given = builder.Configuration["PublicUrl"];
        if (string.IsNullOrEmpty(given) && !builder.Environment.IsDevelopment() && string.Equals(builder.Configuration["Telephony:Provider"], "Twilio", StringComparison.OrdinalIgnoreCase))
            throw new SettingsException("PublicUrl", "is missing", "the address that the voice provider calls, like https://helpline.example.org");
        Uri? known = null;
        if (!string.IsNullOrEmpty(given) && (!Uri.TryCreate(given.TrimEnd('/'), UriKind.Absolute, out known) || known.Scheme is not ("http" or "https")))
            throw new SettingsException("PublicUrl", $"is '{given}'", "an address like https://helpline.example.org");
        builder.Services.AddSingleton<PublicUrl>(services => () => known ??= Listening(services));
    }

    public static bool IsHttps(IConfiguration settings) => settings["PublicUrl"]?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true;

    // Without the setting we are asked where we listen, which is known once the server runs.
    private static Uri Listening(IServiceProvider services)
    {
        var address = services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
            ?? throw new InvalidOperationException("The server does not listen yet, so its address is not known.");
        return new Uri(address.Replace("[::]", "localhost").Replace("0.0.0.0", "localhost"));
    }
}
