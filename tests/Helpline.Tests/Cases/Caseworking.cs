using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpline.Contracts;
using Helpline.Contracts.Cases;
using Helpline.Contracts.Contacts;
using Helpline.Contracts.Persons;
using Helpline.Server.Accounts;
using Helpline.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Tests.Cases;

/// <summary>Work after a call, in the words of a story.</summary>
internal static class Caseworking
{
    public static readonly PersonForm Aliya = new(
        "Әлия Сейтқызы", 1987, "female", "kk", "almaty_region", "Талғар, Абай 5", "8 701 555 33 22", new SafeContactCard(MayCall: true, new(10, 0), new(18, 0), "сестра", "из поликлиники"));

    public static NewPerson Consenting(this PersonForm form, Guid? contact = null, Guid? of = null) => new(form, "Consent", "said so on the telephone", contact, of);

    /// <summary>Somebody came to the office and she wrote it down.</summary>
    public static Task<ContactCard> MeetsSomebody(this Counselor counselor, DateTime? at = null) => counselor.Makes<ContactCard>(Routes.Contacts, new WalkIn(at, "kk"));

    public static async Task<CaseCard> OpensACase(this Counselor counselor, string title = "Жилье для матери с детьми", string risk = "medium", Guid? person = null) => await counselor.Makes<CaseCard>(
        Routes.Cases, new NewCase(title, risk, person is null ? (await counselor.MeetsSomebody()).Id : null, person));

    public static Task<PersonCard> WritesDown(this Counselor counselor, PersonForm form, Guid? contact = null, Guid? of = null) => counselor.Makes<PersonCard>(Routes.Persons, form.Consenting(contact, of));

    public static async Task<T> Makes<T>(this Counselor counselor, string address, object body)
    {
        using var answer = await counselor.Posts(address, body);
        return await Answered<T>(answer);
    }

    public static async Task<T> Changes<T>(this Counselor counselor, string address, object body)
    {
        using var answer = await counselor.Puts(address, body);
        return await Answered<T>(answer);
    }

    public static async Task<HttpStatusCode> Sees(this Counselor counselor, string address)
    {
        using var answer = await counselor.Opens(address);
        return answer.StatusCode;
    }

    /// <summary>The answer is this refusal; what it says comes back.</summary>
    public static async Task<JsonElement> Refuses(this Task<HttpResponseMessage> asked, HttpStatusCode status)
    {
        using var answer = await asked;
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == status, $"{answer.StatusCode}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>The one field that a refusal names.</summary>
    public static async Task<string> RefusesField(this Task<HttpResponseMessage> asked) =>
        (await asked.Refuses(HttpStatusCode.BadRequest)).GetProperty("errors").EnumerateObject().Single().Name;

    /// <summary>Puts people into teams, before they sign in.</summary>
    public static async Task Teams(this HelplineHost host, params (string UserName, string Team)[] teams)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        foreach (var (userName, team) in teams)
        {
            var account = (await accounts.FindByNameAsync(userName))!;
            account.Team = team;
            await accounts.UpdateAsync(account);
        }
    }

    private static async Task<T> Answered<T>(HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return (await answer.Content.ReadFromJsonAsync<T>())!;
    }
}
