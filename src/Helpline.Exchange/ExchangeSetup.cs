using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Exchange;

/// <summary>Puts an exchange into a host.</summary>
public static class ExchangeSetup
{
    /// <summary>One exchange for the host; its time is the host's <see cref="TimeProvider"/>, if there is one.</summary>
    public static IServiceCollection AddExchange(this IServiceCollection services, Action<ExchangeOptions>? configure = null)
    {
        var options = new ExchangeOptions();
        configure?.Invoke(options);
        services.AddSingleton(options);
        services.AddSingleton(s => new Switchboard(options, s.GetService<TimeProvider>() ?? TimeProvider.System));
        services.AddSingleton<VoiceSwitch>();
        return services;
    }

    /// <summary>The REST side at <c>/exchange/rest</c>, the browser legs and the test phones when the options allow them, and their voices.</summary>
    public static void MapExchange(this IEndpointRouteBuilder app)
    {
        var options = app.ServiceProvider.GetRequiredService<ExchangeOptions>();
        var exchange = app.MapGroup("exchange").AllowAnonymous().DisableAntiforgery();
        exchange.MapRest();
        if (options.BrowserLegs || options.TestPhones) exchange.MapVoiceSwitch();
        if (options.BrowserLegs) exchange.MapBrowserLegs();
        if (options.TestPhones) exchange.MapTestPhones();
    }
}
