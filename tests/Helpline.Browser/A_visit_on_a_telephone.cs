using System.Globalization;
using System.Text.RegularExpressions;
using Helpline.Browser.Support;
using Helpline.Domain.Visits;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpline.Browser;

/// <summary>A worker writes with one thumb, on the way home.</summary>
[Collection(Product.AfterTheCall)]
public class A_visit_on_a_telephone(Product product)
{
    private const string Worker = "social1";
    private static readonly string[] Texts = ["Health", "Mood", "Household", "Children", "Benefits", "Advice"];

    [Fact]
    public async Task Is_finished_two_days_later_and_signs_of_danger_ask_for_help_at_once()
    {
        var visit = await product.HasVisitToWrite(Worker);
        var seat = await TakesPlace();
        await seat.Goes("Nav.Visits");
        await seat.Page.Locator(".visit", new() { HasText = visit.Number }).Locator(".visit-open").ClickAsync();
        await Expect(seat.Page.Locator("#visit-Seen")).ToBeEnabledAsync();
        var next = visit.PlannedFrom.AddDays(30);
        await Writes(seat, visit.PlannedFrom.AddMinutes(10));
        await seat.Page.Locator("[name=sign-violence]").First.CheckAsync();
        await seat.Page.Locator("#visit-NextFrom").FillAsync(Local(next));
        await Expect(seat.Page.Locator("#visit-state")).ToHaveTextAsync(new Regex("^" + Regex.Escape(seat.Words["Save.Saved"]).Replace("\\{0}", @"\d\d:\d\d:\d\d") + "$"));
        foreach (var language in new[] { "en", "ru", "kk" })
        {
            seat = await seat.Speaks(language);
            await Expect(seat.Page.Locator("#visit-minutes")).ToHaveValueAsync("45");
            foreach (var part in await seat.Page.Locator(".visit-form summary").AllAsync()) await part.ClickAsync();
            await seat.Page.IsOpenAtBothWidths($"{language}-visit-form-filled");
        }
        await seat.Button("Visits.Finish").ClickAsync();

        await IsWrittenLate(seat);
        await Expect(seat.Page.Locator(".visit-facts .tag", new() { HasText = seat.Words["VisitAttention.DangerSigns"] })).ToBeVisibleAsync();
        await InEachLanguage(seat, "visit-done", ".visit-facts + .panel .note-text");
        Assert.True(await IsPlanned(visit.PersonId, next));
        await seat.Goes("Nav.Referrals");
        await seat.Page.Locator(".tasks > li", new() { HasText = seat.Words["ReferralState.Draft"] }).GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(seat.Page.GetByText(visit.Number).First).ToBeVisibleAsync();
        await InEachLanguage(seat, "visit-referral", "h1");
        await seat.Leaves();
    }

    [Fact]
    public async Task Is_planned_once_or_again_and_again()
    {
        var person = await product.Knows(Worker);
        var seat = await TakesPlace();
        await seat.Page.GotoAsync($"/visits/new?person={person}");
        foreach (var language in new[] { "en", "ru", "kk" })
        {
            seat = await seat.Speaks(language);
            await seat.Page.GetByLabel(seat.Words["Visits.Area"]).SelectOptionAsync("north");
            await seat.Page.IsOpenAtBothWidths($"{language}-visit-new");
            await seat.Page.GetByLabel(seat.Words["Visits.Repeats"]).CheckAsync();
            await seat.Page.IsOpenAtBothWidths($"{language}-visit-new-series");
        }
        await seat.Page.Locator("#series-count").FillAsync("400");
        await seat.Button("Visits.Plan").ClickAsync();
        await Expect(seat.Page.Locator(".field-problem").First).ToBeVisibleAsync();
        await seat.Page.IsOpenAtBothWidths("kk-visit-new-refused");
        await seat.Page.GetByLabel(seat.Words["Visits.Repeats"]).UncheckAsync();
        var from = Almaty(TimeProvider.System.GetUtcNow().UtcDateTime).Date.AddDays(9).AddHours(11);
        await seat.Page.Locator("#new-from").FillAsync(Typed(from));
        await seat.Button("Visits.Plan").ClickAsync();
        await Expect(seat.Page.Locator(".visit-facts .tag").First).ToHaveTextAsync(seat.Words["VisitState.Planned"]);
        Assert.True(await IsPlanned(person, from.AddHours(-5)));
        await seat.Page.IsOpenAtBothWidths("kk-visit-planned");
        await seat.Leaves();
    }

    [Fact]
    public async Task That_nobody_had_planned_is_entered_with_its_true_date()
    {
        var person = await product.Knows(Worker);
        var seat = await TakesPlace();
        await seat.Page.GotoAsync($"/visits/new?person={person}");
        foreach (var language in new[] { "en", "ru", "kk" })
        {
            seat = await seat.Speaks(language);
            await seat.Page.Locator("#new-held").CheckAsync();
            await seat.Button("Visits.Finish").ClickAsync();
            await Expect(seat.Page.Locator(".field-problem").First).ToBeVisibleAsync();
            await seat.Page.IsOpenAtBothWidths($"{language}-visit-new-held");
        }
        await seat.Page.GetByLabel(seat.Words["Visits.Area"]).SelectOptionAsync("center");
        await Writes(seat, TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-3));
        await seat.Page.IsOpenAtBothWidths("kk-visit-new-held-filled");
        await seat.Button("Visits.Finish").ClickAsync();
        await IsWrittenLate(seat);
        await seat.Leaves();
    }

    private async Task<CounselorSeat> TakesPlace()
    {
        var seat = await CounselorSeat.Open(product, "kk", 360, 780);
        await seat.TakesPlace(Worker);
        return seat;
    }

    /// <param name="arrived">UTC.</param>
    private static async Task Writes(CounselorSeat seat, DateTime arrived)
    {
        var page = seat.Page;
        await page.Locator("#visit-Seen").FillAsync("Анасы және екі баласы");
        await page.Locator(".visit-form [value=cooperative]").CheckAsync();
        await page.Locator("#visit-Arrived").FillAsync(Local(arrived));
        await page.Locator("#visit-Left").FillAsync(Local(arrived.AddMinutes(40)));
        await seat.Button("Visits.NoSigns").ClickAsync();
        foreach (var part in await page.Locator(".visit-form summary").AllAsync()) await part.ClickAsync();
        foreach (var text in Texts) await page.Locator($"#visit-{text}").FillAsync("Қан қысымы көтерілген, дәрігерге дейін бірге барамыз.");
        foreach (var service in new[] { 0, 2 }) await page.Locator(".visit-form details .check input").Nth(service).CheckAsync();
        await page.Locator("#visit-minutes").FillAsync("45");
        await page.Locator("#visit-minutes").BlurAsync();
    }

    private static async Task IsWrittenLate(CounselorSeat seat)
    {
        var tags = seat.Page.Locator(".visit-facts .tag");
        await Expect(tags.First).ToHaveTextAsync(seat.Words["VisitState.Done"]);
        await Expect(tags.Nth(1)).ToHaveTextAsync(seat.Words["Visits.EnteredLate"]);
    }

    private static async Task InEachLanguage(CounselorSeat seat, string name, string shown)
    {
        foreach (var language in new[] { "en", "ru", "kk" })
        {
            seat = await seat.Speaks(language);
            await Expect(seat.Page.Locator(shown)).ToBeVisibleAsync();
            await seat.Page.IsOpenAtBothWidths($"{language}-{name}");
        }
    }

    private async Task<bool> IsPlanned(Guid? person, DateTime from)
    {
        await using var db = await product.Services.GetRequiredService<IDbContextFactory<Server.Data.HelplineDb>>().CreateDbContextAsync();
        return await db.Visits.AnyAsync(v => v.PersonId == person && v.PlannedFrom == from && v.State == VisitState.Planned);
    }

    /// <summary>Where the browser is.</summary>
    private static DateTime Almaty(DateTime utc) => utc.AddHours(5);

    private static string Local(DateTime utc) => Typed(Almaty(utc));

    private static string Typed(DateTime local) => local.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
}
