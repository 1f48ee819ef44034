using System.Globalization;
using Helpline.Dashboard;
using Helpline.Dashboard.Accounts;
using Helpline.Dashboard.Api;
using Helpline.Dashboard.Board;
using Helpline.Dashboard.Calls;
using Helpline.Dashboard.Culture;
using Helpline.Dashboard.Layout;
using Helpline.Dashboard.Phone;
using Microsoft.AspNetCore.Components.WebAssembly.Hosting;
using Microsoft.Extensions.Localization;
using Radzen;

var builder = WebAssemblyHostBuilder.CreateDefault(args);
builder.RootComponents.Add<App>("#app");

var services = builder.Services;
services.AddSingleton(TimeProvider.System);
services.AddSingleton(new HttpClient { BaseAddress = new Uri(builder.HostEnvironment.BaseAddress) });
services.AddLocalization();
services.AddSingleton(provider => provider.GetRequiredService<IStringLocalizerFactory>().Create("Words.Words", "Helpline.Dashboard"));
services.AddRadzenComponents();

services.AddSingleton<HelplineApi>();
services.AddSingleton<CurrentSession>();
services.AddSingleton<BoardPicture>();
services.AddSingleton<BoardConnection>();
services.AddSingleton<Pulse>();
services.AddSingleton<BrowserPhone>();
services.AddSingleton<Catalog>();
services.AddSingleton<MyCall>();
services.AddSingleton<PageScript>();
services.AddSingleton<Seconds>();
services.AddSingleton<Keys>();
services.AddSingleton<Toasts>();

// start.js chose the language; from here on dates, numbers and words follow it.
Languages.Use(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
await builder.Build().RunAsync();
