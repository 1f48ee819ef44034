using System.Net;
using Bunit;
using Helpline.Contracts;
using Helpline.Contracts.Accounts;
using Helpline.Dashboard.Accounts;
using Helpline.Dashboard.Api;
using Helpline.Tests.Dashboard.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Tests.Dashboard;

public class A_request_of_the_dashboard : DashboardContext
{
    private HelplineApi Api => Services.GetRequiredService<HelplineApi>();

    [Fact]
    public async Task Carries_the_same_key_when_it_is_repeated()
    {
        Server.IsAway("PUT", Routes.MyPresence);
        Server.Answers("PUT", Routes.MyPresence, null, HttpStatusCode.NoContent);
        var asked = Api.Be("Break");
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True((await asked).Ok);
        var keys = Server.To("PUT", Routes.MyPresence).Select(request => request.Key).ToList();
        Assert.Equal(2, keys.Count);
        Assert.NotNull(keys[0]);
        Assert.Equal(keys[0], keys[1]);
    }

    [Fact]
    public async Task Has_another_key_when_it_is_another_intent()
    {
        await Api.Be("Break");
        await Api.Be("Break");
        Assert.Distinct(Server.To("PUT", Routes.MyPresence).Select(request => request.Key));
    }

    [Fact]
    public async Task Asks_for_the_password_in_place_when_nobody_is_signed_in_any_more()
    {
        SignedIn();
        Server.Refuses("PUT", Routes.MyPresence, HttpStatusCode.Unauthorized, new { });
        await Api.Be("Break");
        var session = Services.GetRequiredService<CurrentSession>();
        Assert.True(session.Lost);
        Assert.Equal(Me, session.Who?.UserName);
    }
}

public class Somebody_who_signs_in : DashboardContext
{
    [Theory]
    [InlineData("wrong", "The user name or the password is wrong.")]
    [InlineData("disabled", "This account is disabled.")]
    public async Task Is_told_why_not(string reason, string words)
    {
        Server.Refuses("POST", Routes.Session, HttpStatusCode.Unauthorized, new { reason });
        var form = await Submit();
        Assert.StartsWith(words, form.Find("[role=alert]").TextContent);
    }

    [Fact]
    public async Task Comes_in_and_the_password_is_forgotten()
    {
        Server.Answers("POST", Routes.Session, new Session(Me, "Айгүл", ["Counselor"], ["kk"], "en"));
        var form = await Submit();
        Assert.Equal(Me, Services.GetRequiredService<CurrentSession>().Who?.UserName);
        Assert.True(string.IsNullOrEmpty(form.Find("#password").GetAttribute("value")));
    }

    private async Task<IRenderedComponent<SignInForm>> Submit()
    {
        var form = Render<SignInForm>();
        form.Find("#user-name").Input(Me);
        form.Find("#password").Input("a long password");
        await form.Find("form").SubmitAsync(new());
        return form;
    }
}
