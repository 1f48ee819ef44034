using Helpline.Server.Accounts;
using Helpline.Server.Board;
using Helpline.Server.Callbacks;
using Helpline.Server.Callers;
using Helpline.Server.Calls;
using Helpline.Server.Catalog;
using Helpline.Server.Counselors;
using Helpline.Server.Data;
using Helpline.Server.Hosting;
using Helpline.Server.Jobs;
using Helpline.Server.Line;
using Helpline.Server.Missed;
using Helpline.Server.Notes;
using Helpline.Server.Offers;
using Helpline.Server.Privacy;
using Helpline.Server.Routing;
using Helpline.Server.Supervision;
using Helpline.Server.Telephony;
using Helpline.Server.Transfers;
using Helpline.Server.Voicemails;

return await Startup.Run(Build, Open, args);

WebApplication Build()
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddLogging();
    builder.AddReferenceData();
    builder.AddPublicAddress();
    builder.AddWeb();
    builder.AddHealth();
    builder.AddData();
    builder.AddPrivacy();
    builder.AddAccounts();
    builder.AddCalls();
    builder.AddTelephony();
    builder.AddJobs();

    var app = builder.Build();
    app.UseWeb();
    app.UsePrompts();
    app.UseAuthentication();
    app.UseAuthorization();
    app.MapSession();
    app.MapAccounts();
    app.MapPresence();
    app.MapBoard();
    app.MapOffers();
    app.MapCalls();
    app.MapRoutingTimeline();
    app.MapMissed();
    app.MapSupervision();
    app.MapTransfers();
    app.MapNotes();
    app.MapLine();
    app.MapCallbacks();
    app.MapVoicemails();
    app.MapCallerFlags();
    app.MapCatalog();
    app.MapPhone();
    app.MapVoice();
    app.MapOwnExchange();
    app.MapHealth();
    app.MapOpenApi();
    app.MapDashboard();
    return app;
}

void Open(WebApplication app)
{
    app.MapJobsDashboard();
    app.ScheduleJobs();
}
