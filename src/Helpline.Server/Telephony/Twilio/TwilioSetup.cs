using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Helpline.Server.Telephony.Twilio;

internal static class TwilioSetup
{
    /// <summary>Adds <see cref="TwilioApi"/> and its checked <see cref="TwilioOptions"/>.</summary>
    public static IHttpClientBuilder AddTwilioApi(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<TwilioOptions>().BindConfiguration(TwilioOptions.Section).ValidateDataAnnotations().ValidateOnStart();

        var client = services.AddHttpClient<TwilioApi>((provider, http) => Address(http, provider.GetRequiredService<IOptions<TwilioOptions>>().Value))
            // Request logs would name every leg, and a number where one is called.
            .RemoveAllLoggers()
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .UseSocketsHttpHandler((sockets, _) =>
            {
                sockets.AllowAutoRedirect = false;
                sockets.ConnectTimeout = TwilioResilience.Connect;
                sockets.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
                // A connection that Twilio has just closed would lose a POST, and nobody could say whether it arrived.
                sockets.PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30);
            });
        client.AddResilienceHandler("twilio", (pipeline, context) =>
            TwilioResilience.Build(pipeline, context.ServiceProvider.GetRequiredService<TimeProvider>()));
        return client.AddHttpMessageHandler(() => new WholeBody());
    }

    private static void Address(HttpClient http, TwilioOptions options)
    {
        var (user, password) = string.IsNullOrEmpty(options.ApiKeySid)
            ? (options.AccountSid, options.AuthToken)
            : (options.ApiKeySid, options.ApiKeySecret);
        http.BaseAddress = new Uri($"{options.ApiBaseUrl.TrimEnd('/')}/2010-04-01/Accounts/{options.AccountSid}/");
        http.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));
        // The pipeline's time limits hold; this one would end a call of its own accord.
        http.Timeout = Timeout.InfiniteTimeSpan;
    }

    /// <summary>Reads the answer inside the time limit of a try, for a body may stall after its headers came.</summary>
    private sealed class WholeBody : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            return response;
        }
    }
}
