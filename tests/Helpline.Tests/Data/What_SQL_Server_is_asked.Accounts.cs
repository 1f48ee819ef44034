using System.Net;
using Helpline.Contracts;
using Helpline.Contracts.Accounts;
using Helpline.Server.Accounts;
using Helpline.Server.Hosting;

namespace Helpline.Tests.Data;

public sealed partial class What_SQL_Server_is_asked
{
    private async Task Accounts()
    {
        paper.Holds();
        Assert.Equal(HttpStatusCode.Unauthorized, await Asks(HttpMethod.Post, Routes.Session, new SignIn("nobody", Password)));
        var admin = await SignsIn("admin", Roles.Administrator);
        Assert.Equal(HttpStatusCode.Unauthorized, await Asks(HttpMethod.Post, Routes.Session, new SignIn("admin", "wrong")));
        await Asks(HttpMethod.Get, Routes.Session);
        await Asks(HttpMethod.Put, Routes.MyLanguage, new LanguageChange("ru"));
        await Asks(HttpMethod.Get, Routes.Accounts);
        await Asks(HttpMethod.Put, Routes.Account(admin.Id), new AccountChange("New name", [Roles.Administrator], [], false));
        await Asks(HttpMethod.Post, Routes.ResetPassword(admin.Id));
        paper.Holds();
        await Asks(HttpMethod.Post, Routes.Accounts, new NewAccount("somebody", "Somebody", [Roles.Counselor], ["kk"], null));
        await Verbs.CreateAdministrator(paper.Services);
        paper.Holds(admin);
        await Verbs.CreateAdministrator(paper.Services);
        await SignsIn("admin", Roles.Administrator);
        await Asks(HttpMethod.Delete, Routes.Session);
    }
}
