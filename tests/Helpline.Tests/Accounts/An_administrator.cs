using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpline.Contracts;
using Helpline.Contracts.Accounts;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Accounts;

public sealed class An_administrator(AccountsHost accounts) : IClassFixture<AccountsHost>
{
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(5);
    private static int made;
    private readonly HelplineHost host = accounts.Host;

    [Fact]
    public async Task Creates_an_account_that_can_sign_in_at_once()
    {
        await using var admin = await host.SignIn("admin");
        var made = await Create(admin, new("bota_new", "Бота", ["Counselor"], ["kk"], null));
        Assert.Equal("bota_new", made.UserName);
        Assert.True(made.Password.Length >= 12);
        await using var bota = await host.SignIn("bota_new", made.Password);
        await bota.Says("Available");
        Assert.Contains((await admin.Board())!.Counselors, c => c is { UserName: "bota_new", DisplayName: "Бота", State: "Available" });
    }

    [Theory, InlineData("aaaaaaaaaaaa"), InlineData("123456789012"), InlineData("тыныштық керек")]
    public async Task May_give_any_password_of_twelve_characters(string password)
    {
        await using var admin = await host.SignIn("admin");
        var userName = $"any_{Interlocked.Increment(ref made)}";
        await Create(admin, new(userName, "Bota", ["Counselor"], ["kk"], password));
        await using var bota = await host.SignIn(userName, password);
    }

    [Theory]
    [InlineData("bota", "Bota", "Counselor", "kk", "elevenchars", 400, "password")]
    [InlineData("Bota B", "Bota", "Counselor", "kk", null, 400, "userName")]
    [InlineData("bo", "Bota", "Counselor", "kk", null, 400, "userName")]
    [InlineData("bota", "  ", "Counselor", "kk", null, 400, "displayName")]
    [InlineData("bota", "Bota", "Boss", "kk", null, 400, "roles")]
    [InlineData("bota", "Bota", "Counselor", "de", null, 400, "languages")]
    [InlineData("bota", "Bota", "Counselor", "", null, 400, "languages")]
    [InlineData("counselor1", "Bota", "Counselor", "kk", null, 409, "userName")]
    public async Task Is_told_which_field_is_wrong(string userName, string name, string role, string language, string? password, int status, string field)
    {
        await using var admin = await host.SignIn("admin");
        using var answer = await admin.Posts(Routes.Accounts, new NewAccount(userName, name, [role], language == "" ? [] : [language], password));
        Assert.Equal(status, (int)answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.True(status == 400 ? problem.GetProperty("errors").TryGetProperty(field, out _) : problem.GetProperty("field").GetString() == field, problem.ToString());
    }

    [Fact]
    public async Task Changes_roles_which_ends_the_old_session_and_languages_which_does_not()
    {
        await using var admin = await host.SignIn("admin");
        var userName = await Hires(admin);
        await using var counselor = await host.SignIn(userName);
        var card = await Card(admin, userName);
        await Change(admin, card, new("Айгүл", card.Roles, ["kk", "en"], false));
        await host.Passes(AtMost);
        Assert.Equal(["kk", "en"], (await counselor.Http.GetFromJsonAsync<Session>(Routes.Session, TestContext.Current.CancellationToken))!.Languages);

        await Change(admin, card, new("Айгүл", ["Counselor", "Supervisor"], ["kk", "en"], false));
        await host.Passes(AtMost);
        Assert.Equal(HttpStatusCode.Unauthorized, (await counselor.Http.GetAsync(Routes.Board, TestContext.Current.CancellationToken)).StatusCode);
        Assert.False(counselor.IsConnected);
        await using var again = await host.SignIn(userName);
        Assert.Equal(["Counselor", "Supervisor"], (await again.Http.GetFromJsonAsync<Session>(Routes.Session, TestContext.Current.CancellationToken))!.Roles);
    }

    [Fact]
    public async Task Resets_a_password_which_ends_every_session()
    {
        await using var admin = await host.SignIn("admin");
        var userName = await Hires(admin);
        await using var counselor = await host.SignIn(userName);
        using var answer = await admin.Posts(Routes.ResetPassword((await Card(admin, userName)).Id));
        var made = (await answer.Content.ReadFromJsonAsync<NewPassword>(TestContext.Current.CancellationToken))!;
        await host.Passes(AtMost);
        Assert.Equal(HttpStatusCode.Unauthorized, (await counselor.Http.GetAsync(Routes.Board, TestContext.Current.CancellationToken)).StatusCode);
        Assert.False(counselor.IsConnected);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Http().PostAsJsonAsync(Routes.Session, new SignIn(userName, HelplineHost.Password), TestContext.Current.CancellationToken)).StatusCode);
        await using var again = await host.SignIn(userName, made.Password);
    }

    [Fact]
    public async Task Disables_an_account_whose_cookie_and_board_end_within_five_seconds_on_every_server()
    {
        using var second = host.StartSecond();
        await using var admin = await host.SignIn("admin");
        var userName = await Hires(admin);
        await using var here = await host.Available(userName);
        await using var there = await second.SignIn(userName);
        var card = await Card(admin, userName);
        await Change(admin, card, new(card.DisplayName, card.Roles, card.Languages, true));
        await host.Passes(AtMost);

        foreach (var board in new[] { here, there })
        {
            Assert.False(board.IsConnected);
            Assert.Equal(HttpStatusCode.Unauthorized, (await board.Http.GetAsync(Routes.Board, TestContext.Current.CancellationToken)).StatusCode);
        }
        using var answer = await host.Http().PostAsJsonAsync(Routes.Session, new SignIn(userName, HelplineHost.Password), TestContext.Current.CancellationToken);
        Assert.Equal("disabled", (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("reason").GetString());
        Assert.DoesNotContain((await admin.Board())!.Counselors, c => c.UserName == userName);

        await Change(admin, card, new(card.DisplayName, card.Roles, card.Languages, false));
        await using var again = await host.SignIn(userName);
    }

    [Fact]
    public async Task Is_not_offered_a_call_for_somebody_who_was_disabled()
    {
        await using var admin = await host.SignIn("admin");
        var userName = await Hires(admin);
        await using var gone = await host.Available(userName);
        await using var other = await host.Available(await Hires(admin));
        var card = await Card(admin, userName);
        await Change(admin, card, new(card.DisplayName, card.Roles, card.Languages, true));
        var caller = host.Caller();
        await caller.Ring();
        await caller.Presses("1");
        await other.IsOffered();
        Assert.False(gone.HasOffer);
    }

    [Theory, InlineData(true, "Administrator", "disabled"), InlineData(false, "Supervisor", "roles")]
    public async Task Cannot_lock_herself_out(bool disabled, string role, string field)
    {
        await using var admin = await host.SignIn("admin");
        var me = await Card(admin, "admin");
        using var answer = await admin.Puts(Routes.Account(me.Id), new AccountChange(me.DisplayName, [role], [], disabled));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(field, (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("field").GetString());
        Assert.Equal(["Administrator"], (await Card(admin, "admin")).Roles);
    }

    [Fact]
    public async Task Whose_answer_was_lost_sends_the_new_account_again_and_has_a_password_that_opens_it()
    {
        await using var admin = await host.SignIn("admin");
        async Task<NewPassword> Sends()
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Routes.Accounts) { Content = JsonContent.Create(new NewAccount("once", "Once", ["SocialWorker"], [], null)) };
            request.Headers.Add("Idempotency-Key", "once");
            using var answer = await admin.Http.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return (await answer.Content.ReadFromJsonAsync<NewPassword>())!;
        }
        var (lost, seen) = (await Sends(), await Sends());
        Assert.NotEqual(lost.Password, seen.Password);
        await using var once = await host.SignIn("once", seen.Password, hasPulse: false);
        Assert.Equal(HttpStatusCode.Conflict, (await admin.Posts(Routes.Accounts, new NewAccount("once", "Once", ["SocialWorker"], [], null))).StatusCode);
    }

    [Fact]
    public async Task Is_told_of_a_key_that_is_too_long_to_be_kept()
    {
        await using var admin = await host.SignIn("admin");
        using var answer = await admin.Puts(Routes.MyLanguage, new LanguageChange("ru"), key: new('k', 81));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Idempotency-Key", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gives_an_account_an_organization_of_the_directory_and_no_other()
    {
        await using var admin = await host.SignIn("admin");
        var organization = await host.Reads(db => db.Organizations.Select(o => new { o.Id, o.Name }).FirstAsync(TestContext.Current.CancellationToken));
        var card = await Card(admin, await Hires(admin, "SocialWorker"));
        await Change(admin, card, new(card.DisplayName, card.Roles, card.Languages, false, OrganizationId: organization.Id));
        Assert.Equal(organization.Name, (await Card(admin, card.UserName)).Organization!.Name);
        using var answer = await admin.Puts(Routes.Account(card.Id), new AccountChange(card.DisplayName, card.Roles, card.Languages, false, OrganizationId: Guid.NewGuid()));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        await Change(admin, card, new(card.DisplayName, card.Roles, card.Languages, false, OrganizationId: Guid.Empty));
        Assert.Null((await Card(admin, card.UserName)).Organization);
    }

    [Theory, InlineData("counselor1"), InlineData("supervisor1")]
    public async Task Is_the_only_one_who_sees_and_changes_accounts(string other)
    {
        await using var admin = await host.SignIn("admin");
        var id = (await Card(admin, "counselor2")).Id;
        await using var counselor = await host.SignIn(other);
        Assert.Equal(HttpStatusCode.Forbidden, (await counselor.Http.GetAsync(Routes.Accounts, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await counselor.Posts(Routes.Accounts, new NewAccount("bota", "Bota", ["Administrator"], [], null))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await counselor.Puts(Routes.Account(id), new AccountChange("x", ["Administrator"], [], false))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await counselor.Posts(Routes.ResetPassword(id))).StatusCode);
    }

    [Fact]
    public async Task Is_told_that_an_account_is_unknown()
    {
        await using var admin = await host.SignIn("admin");
        Assert.Equal(HttpStatusCode.NotFound, (await admin.Posts(Routes.ResetPassword(Guid.NewGuid()))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.Puts(Routes.Account(Guid.NewGuid()), new AccountChange("x", ["Counselor"], ["kk"], false))).StatusCode);
    }

    private static async Task<NewPassword> Create(Counselor admin, NewAccount form)
    {
        using var answer = await admin.Posts(Routes.Accounts, form);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<NewPassword>())!;
    }

    /// <summary>A counselor of this test's own.</summary>
    private static async Task<string> Hires(Counselor admin, string role = "Counselor")
    {
        var userName = $"hired_{Interlocked.Increment(ref made)}";
        await Create(admin, new(userName, userName, [role], ["kk"], HelplineHost.Password));
        return userName;
    }

    private static async Task<AccountCard> Card(Counselor admin, string userName) =>
        (await admin.Http.GetFromJsonAsync<List<AccountCard>>(Routes.Accounts))!.Single(a => a.UserName == userName);

    private static async Task Change(Counselor admin, AccountCard card, AccountChange change) =>
        (await admin.Puts(Routes.Account(card.Id), change)).EnsureSuccessStatusCode();
}
