using System.Globalization;
using Helpline.Dashboard;
using Helpline.Dashboard.Culture;
using Microsoft.AspNetCore.Components.WebAssembly.Hosting;

var builder = WebAssemblyHostBuilder.CreateDefault(args);
builder.RootComponents.Add<App>("#app");
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton(new HttpClient { BaseAddress = new Uri(builder.HostEnvironment.BaseAddress) });
builder.Services.AddDashboard();

// start.js chose the language; from here on dates, numbers and words follow it.
Languages.Use(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
await builder.Build().RunAsync();
