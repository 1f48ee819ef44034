using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpline.Contracts;
using Helpline.Contracts.Accounts;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Accounts;

/// <summary>One host for a class whose tests each keep to accounts of their own.</summary>
public sealed class AccountsHost : IDisposable
{
    internal HelplineHost Host { get; } = HelplineHost.Start();

    public void Dispose() => Host.Dispose();
}

public sealed class A_sign_in(AccountsHost accounts) : IClassFixture<AccountsHost>
{
    private readonly HelplineHost host = accounts.Host;

    [Fact]
    public async Task Tells_who_it_is()
    {
        await using var me = await host.SignIn("counselor2");
        var session = (await me.Http.GetFromJsonAsync<Session>(Routes.Session, TestContext.Current.CancellationToken))!;
        Assert.Equal(("counselor2", "kk"), (session.UserName, session.InterfaceLanguage));
        Assert.Equal(["Counselor"], session.Roles);
        Assert.Equal(["kk", "en"], session.Languages);
    }

    [Fact]
    public async Task Is_refused_in_the_same_words_for_a_wrong_password_and_an_unknown_name()
    {
        Assert.Equal(await Refusal("counselor1", "wrong password"), await Refusal("nobody", "wrong password"));
        Assert.Equal("wrong", (await Refusal("counselor1", "")).Reason);
    }

    [Fact]
    public async Task Is_locked_after_five_wrong_passwords_until_an_administrator_sets_a_new_one()
    {
        // That it is locked is told in no other words, and its password cannot be tried out meanwhile.
        for (var i = 0; i < 5; i++) Assert.Equal("wrong", (await Refusal("counselor3", "wrong password")).Reason);
        Assert.Equal(await Refusal("nobody", "wrong password"), await Refusal("counselor3", HelplineHost.Password));

        await using var admin = await host.SignIn("admin");
        var id = (await admin.Http.GetFromJsonAsync<List<AccountCard>>(Routes.Accounts, TestContext.Current.CancellationToken))!.Single(a => a.UserName == "counselor3").Id;
        var made = await (await admin.Posts(Routes.ResetPassword(id))).Content.ReadFromJsonAsync<NewPassword>(TestContext.Current.CancellationToken);
        await using var me = await host.SignIn("counselor3", made!.Password);
    }

    [Fact]
    public async Task Of_a_disabled_account_is_refused_and_only_whoever_has_the_password_is_told_why()
    {
        await using var admin = await host.SignIn("admin");
        (await admin.Posts(Routes.Accounts, new NewAccount("gone", "Gone", ["SocialWorker"], [], HelplineHost.Password))).EnsureSuccessStatusCode();
        var card = (await admin.Gets<List<AccountCard>>(Routes.Accounts)).Single(a => a.UserName == "gone");
        (await admin.Puts(Routes.Account(card.Id), new AccountChange(card.DisplayName, card.Roles, card.Languages, true))).EnsureSuccessStatusCode();

        Assert.Equal(await Refusal("nobody", "wrong password"), await Refusal("gone", "wrong password"));
        Assert.Equal("disabled", (await Refusal("gone", HelplineHost.Password)).Reason);
    }

    [Fact]
    public async Task Is_over_after_signing_out_and_so_is_the_presence()
    {
        await using var me = await host.Available("counselor1");
        await using var other = await host.SignIn("supervisor1");
        Assert.Equal("Available", (await other.Board())!.Counselors.Single(c => c.UserName == "counselor1").State);
        (await me.Http.DeleteAsync(Routes.Session, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        Assert.Equal("Offline", (await other.Board())!.Counselors.Single(c => c.UserName == "counselor1").State);
        Assert.Equal(HttpStatusCode.Unauthorized, (await me.Http.GetAsync(Routes.Board, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Counts_on_every_server_of_one_database_whose_keys_are_sealed()
    {
        using var second = host.StartSecond();
        var cookie = await Cookie(host);
        Assert.Equal(HttpStatusCode.OK, await Asks(second, cookie));
        Assert.Equal(HttpStatusCode.OK, await Asks(host, await Cookie(second)));
        Assert.Equal(HttpStatusCode.Unauthorized, await Asks(second, cookie[..^4] + "AAAA"));

        var keys = await host.Reads(db => db.DataProtectionKeys.ToListAsync());
        Assert.NotEmpty(keys);
        Assert.All(keys, key =>
        {
            Assert.Contains("VaultXmlDecryptor", key.Xml);
            Assert.Matches("<sealed[^>]*>dev:", key.Xml);
            Assert.DoesNotContain("masterKey", key.Xml);
        });
    }

    [Fact]
    public async Task Is_a_cookie_that_no_script_and_no_other_site_can_use()
    {
        var answer = await host.Http().PostAsJsonAsync(Routes.Session, new SignIn("counselor1", HelplineHost.Password), TestContext.Current.CancellationToken);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie")).ToLowerInvariant();
        Assert.Contains("httponly", cookie);
        Assert.Contains("samesite=strict", cookie);
        Assert.DoesNotContain("expires", cookie);
    }

    [Fact]
    public async Task Is_needed_for_everything_but_signing_in()
    {
        var http = host.Http();
        foreach (var address in new[] { Routes.Board, Routes.Calls, Routes.Catalog, Routes.Phone, Routes.Accounts, Routes.Call(Guid.NewGuid()), Routes.Note(Guid.NewGuid()) })
            Assert.Equal((address, HttpStatusCode.Unauthorized), (address, (await http.GetAsync(address, TestContext.Current.CancellationToken)).StatusCode));
        foreach (var address in new[] { Routes.Accept(Guid.NewGuid()), Routes.Finish(Guid.NewGuid()), Routes.HangUp(Guid.NewGuid()), Routes.Accounts, Routes.BoardHub + "/negotiate" })
            Assert.Equal((address, HttpStatusCode.Unauthorized), (address, (await http.PostAsync(address, JsonContent.Create(new { }), TestContext.Current.CancellationToken)).StatusCode));
    }

    private async Task<(string Reason, string Detail)> Refusal(string userName, string password)
    {
        using var answer = await host.Http().PostAsJsonAsync(Routes.Session, new SignIn(userName, password), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        return (problem.GetProperty("reason").GetString()!, problem.GetProperty("detail").GetString()!);
    }

    private static async Task<string> Cookie(HelplineHost server)
    {
        var answer = await server.Http().PostAsJsonAsync(Routes.Session, new SignIn("counselor1", HelplineHost.Password), TestContext.Current.CancellationToken);
        return Assert.Single(answer.Headers.GetValues("Set-Cookie")).Split(';')[0];
    }

    private static async Task<HttpStatusCode> Asks(HelplineHost server, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Routes.Session);
        request.Headers.Add("Cookie", cookie);
        return (await server.Http().SendAsync(request, TestContext.Current.CancellationToken)).StatusCode;
    }
}
