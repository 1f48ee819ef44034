var app = WebApplication.CreateBuilder(args).Build();
app.MapStaticAssets();
app.MapFallbackToFile("index.html");
app.Run();
