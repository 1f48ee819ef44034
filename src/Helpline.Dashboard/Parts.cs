using Helpline.Dashboard.Accounts;
using Helpline.Dashboard.Api;
using Helpline.Dashboard.Board;
using Helpline.Dashboard.Calls;
using Helpline.Dashboard.Culture;
using Helpline.Dashboard.Layout;
using Helpline.Dashboard.Live;
using Helpline.Dashboard.People;
using Helpline.Dashboard.Phone;
using Helpline.Dashboard.Supervision;
using Helpline.Dashboard.Work;
using Microsoft.Extensions.Localization;
using Radzen;

namespace Helpline.Dashboard;

internal static class Parts
{
    /// <summary>Everything the pages share; one of each, for the life of the tab.</summary>
    public static void AddDashboard(this IServiceCollection services)
    {
        services.AddLocalization();
        services.AddSingleton(provider => provider.GetRequiredService<IStringLocalizerFactory>().Create("Words.Words", "Helpline.Dashboard"));
        services.AddRadzenComponents();
        services.AddSingleton<ILocalizer, LibraryWords>();
        services.AddSingleton<HelplineApi>();
        services.AddSingleton<CurrentSession>();
        services.AddSingleton<BoardPicture>();
        services.AddSingleton<ThisTab>();
        services.AddSingleton<MyWork>();
        services.AddSingleton<BoardConnection>();
        services.AddSingleton<Pulse>();
        services.AddSingleton<BrowserPhone>();
        services.AddSingleton<Listening>();
        services.AddSingleton<SupervisorWords>();
        services.AddSingleton<LivePicture>();
        services.AddSingleton<Catalog>();
        services.AddSingleton<Colleagues>();
        services.AddSingleton<MyCall>();
        services.AddSingleton<PageScript>();
        services.AddSingleton<Seconds>();
        services.AddSingleton<Keys>();
        services.AddSingleton<Toasts>();
    }
}
