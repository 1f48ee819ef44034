using System.Net.Http.Json;
using Helpline.Contracts;
using Helpline.Contracts.Accounts;
using Helpline.Contracts.Visits;
using Helpline.Domain.Cases;
using Helpline.Domain.Casework;
using Helpline.Domain.Persons;
using Helpline.Server.Casework;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Tests.Visits;

/// <summary>Gulnar (social1) visits Aliya, whose case is Aigul's (counselor1); Yerlan is the supervisor.</summary>
internal sealed class VisitStory(HelplineHost host) : IDisposable
{
    public const string Name = "Әлия Тест";
    public const string Address = "Абай көшесі, 1-үй";

    public HelplineHost Host => host;
    public Guid Case { get; } = Guid.CreateVersion7();
    public Guid Person { get; } = Guid.CreateVersion7();
    public DateTime Now => host.Clock.GetUtcNow().UtcDateTime;
    public CaseworkDesks Desks => host.Services.GetRequiredService<CaseworkDesks>();

    public static async Task<VisitStory> Begins(Action<IServiceCollection>? replace = null)
    {
        var story = new VisitStory(HelplineHost.Start(replace: replace));
        await story.Desks.Open(Reader.System, async desk =>
        {
            desk.Db.Persons.Add(new()
            {
                Id = story.Person,
                Number = await desk.NextNumber(Subject.Person),
                Name = Name,
                HouseholdId = story.Person,
                SealedAddress = desk.Vault.Seal(Address, $"Persons|SealedAddress|{story.Person:N}"),
                Ground = ConsentGround.Consent,
                GroundAt = desk.Now,
                GroundBy = "counselor1",
                CreatedBy = "counselor1",
                CreatedAt = desk.Now,
            });
            var owned = new Case { Id = story.Case, Number = await desk.NextNumber(Subject.Case), Title = "t", PersonId = story.Person, HouseholdId = story.Person, Owner = "counselor1", Risk = "low", OpenedAt = desk.Now, TouchedAt = desk.Now };
            desk.Db.Cases.Add(owned);
            await desk.Grant("counselor1", Subject.Case, owned.Id, GrantGround.Own, desk.Now);
            return true;
        });
        return story;
    }

    public async Task<Staff> Enters(string userName)
    {
        var http = host.Http();
        (await http.PostAsJsonAsync(Routes.Session, new SignIn(userName, HelplineHost.Password))).EnsureSuccessStatusCode();
        return new(http);
    }

    public NewVisit Wish(double inHours = 1) => new(Case, null, null, "center", Now.AddHours(inHours), Worker: "social1");

    public async Task<VisitCard> IsPlanned(Staff by, NewVisit? wish = null) => await Answer<VisitCard>(await by.Posts(Routes.VisitsList, wish ?? Wish()));

    /// <summary>A form that can be finished.</summary>
    public VisitFields Form() => VisitFields.Empty with
    {
        Seen = "the mother",
        Health = "a cough",
        Result = "cooperative",
        Services = ["social_domestic"],
        Arrived = Now.AddMinutes(-30),
        Left = Now.AddMinutes(-5),
        DangerSigns = new[] { "violence", "suicidal_thoughts", "illness_untreated", "child_alone", "no_food_or_heat", "home_unsafe" }.ToDictionary(s => s, _ => false),
    };

    public void Passes(double hours) => host.Leaps(TimeSpan.FromHours(hours));

    public static Task<string> Text(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync();

    public static async Task<T> Answer<T>(HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<T>())!;
    }

    /// <summary>What the history says of a visit, in order.</summary>
    public Task<List<string>> History(Guid visit) =>
        host.Reads(db => db.History.Where(e => e.Subject == Subject.Visit && e.SubjectId == visit).OrderBy(e => e.Id).Select(e => e.What).ToListAsync());

    public static async Task IsRefused(HttpResponseMessage answer, string field)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == System.Net.HttpStatusCode.BadRequest, $"{answer.StatusCode} {text}");
        Assert.Contains($"\"{field}\":[", text, StringComparison.Ordinal);
    }

    public void Dispose() => host.Dispose();
}

/// <summary>Somebody who is signed in, or a telephone that is not.</summary>
internal sealed class Staff(HttpClient http)
{
    public HttpClient Http => http;

    public async Task<T> Gets<T>(string address) => (await http.GetFromJsonAsync<T>(address))!;

    public Task<HttpResponseMessage> Opens(string address) => http.GetAsync(address);

    public Task<HttpResponseMessage> Posts(string address, object? body = null) => http.PostAsync(address, body is null ? null : JsonContent.Create(body));

    public Task<HttpResponseMessage> Puts(string address, object body) => http.PutAsJsonAsync(address, body);

    public Task<HttpResponseMessage> Deletes(string address) => http.DeleteAsync(address);
}
