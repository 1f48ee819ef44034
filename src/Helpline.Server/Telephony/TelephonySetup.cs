using Helpline.Exchange;
using Helpline.Server.Callbacks;
using Helpline.Server.Messages;
using Helpline.Server.Missed;
using Helpline.Server.Telephony.Twilio;
using Helpline.Server.Voicemails;
using Microsoft.Extensions.Options;

namespace Helpline.Server.Telephony;

internal static class TelephonySetup
{
    public static void AddTelephony(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<TelephonyOptions>().BindConfiguration("Telephony").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddTwilioApi();
        builder.Services.AddSingleton<Func<TwilioApi>>(services => services.GetRequiredService<TwilioApi>);
        if (Provider(builder.Configuration) == TelephonyProvider.Exchange) AddOwnExchange(builder);
        builder.Services.AddSingleton<VoiceScript>().AddSingleton<Tickets>().AddSingleton<CallerLegs>().AddSingleton<ExitLegs>().AddSingleton<CallbackCards>().AddSingleton<VoicemailCards>().AddSingleton<MissedCards>().AddSingleton<CallsBack>().AddSingleton<Numbers>().AddSingleton<Ringer>().AddSingleton<OwnPhoneRinger>().AddSingleton<ThirdPartyRinger>().AddSingleton<Texter>().AddSingleton<OwnPhoneLegs>().AddSingleton<CounselorLegs>().AddSingleton<LegReports>();
        builder.Services.AddSingleton<Pulse>().AddHostedService(s => s.GetRequiredService<Pulse>());
        builder.Services.AddHostedService<LineCrew>();
    }

    /// <summary>Needed before there are services.</summary>
    public static TelephonyProvider Provider(IConfiguration configuration) =>
        (configuration.GetSection("Telephony").Get<TelephonyOptions>() ?? new()).Provider;

    /// <summary>The exchange within: the adapter meets it at our own address and with its credentials, and knows no difference.</summary>
    private static void AddOwnExchange(WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection(TwilioOptions.Section);
        builder.Services.AddExchange(exchange =>
        {
            settings.Bind(exchange);
            exchange.TestPhones = true;
            builder.Configuration.GetSection("Exchange:Faults").Bind(exchange.Faults);
        });
        builder.Services.AddOptions<VoiceOptions>().BindConfiguration("Voice").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddOptions<TwilioOptions>().PostConfigure<ExchangeOptions>((twilio, exchange) =>
            (twilio.AccountSid, twilio.AuthToken, twilio.ApiKeySid, twilio.ApiKeySecret, twilio.TwimlAppSid, twilio.CallerId) =
            (exchange.AccountSid, exchange.AuthToken, exchange.ApiKeySid, exchange.ApiKeySecret, exchange.TwimlAppSid, exchange.LineNumber));
    }

    /// <summary>The exchange's REST side, its browser phone and the page with the test phones.</summary>
    public static void MapOwnExchange(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<TelephonyOptions>>().Value.Provider != TelephonyProvider.Exchange) return;
        app.MapExchange();
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            var address = app.Services.GetRequiredService<PublicUrl>()();
            var exchange = app.Services.GetRequiredService<ExchangeOptions>();
            exchange.PointTo(address);
            exchange.Voice = app.Services.GetRequiredService<IOptions<VoiceOptions>>().Value;
            exchange.AppStatusUrl = exchange.StatusUrl;
            exchange.AppFallbackUrl = exchange.FallbackUrl;
            app.Services.GetRequiredService<IOptions<TwilioOptions>>().Value.ApiBaseUrl = new Uri(address, "exchange/rest").ToString();
        });
    }
}
