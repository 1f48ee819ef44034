using Helpline.Browser.Support;
using Helpline.Contracts;
using Helpline.Domain.Audit;
using Helpline.Domain.Casework;
using Helpline.Domain.Contacts;
using Helpline.Server.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpline.Browser;

[Collection(Product.AfterTheCall)]
public class An_auditor(Product product)
{
    [Theory, InlineData("kk", 1440, 51), InlineData("ru", 360, 52), InlineData("en", 1440, 53)]
    public async Task Finds_what_a_supervisor_exported_and_who_read_changed_and_listened(string language, int width, int daysAgo)
    {
        var day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-daysAgo);
        var number = (await product.Had(day, Channel.Call, 1))[0] is var contact ? contact.Number : "";
        await Touch(contact.Id);
        await Exports(language, day);

        var seat = await CounselorSeat.Open(product, language, width);
        await seat.TakesPlace("auditor1");
        var lines = seat.Page.Locator(".audit > li");
        await Search(seat, actor: "supervisor1", action: "Exported", subject: "Export");
        var export = lines.Filter(new() { HasText = $"{day:yyyy-MM-dd} {day:yyyy-MM-dd}" });
        await Expect(export).ToContainTextAsync("Ерлан Нұрланов");
        await Expect(lines.Filter(new() { HasNot = Did(seat, "Exported") })).ToHaveCountAsync(0);
        await Fits(seat.Page, $"{language}-audit-exported-{width}");
        // All that was done with it: made, and fetched.
        await export.GetByRole(AriaRole.Button, new() { Name = seat.Words["Audit.All"] }).ClickAsync();
        await Expect(lines).ToHaveCountAsync(2);

        await Search(seat, number: number);
        await Expect(lines).ToHaveCountAsync(3);
        foreach (var action in new[] { "Read", "Changed", "Listened" }) await Expect(Did(seat, action)).ToHaveCountAsync(1);
        await Fits(seat.Page, $"{language}-audit-number-{width}");
        await Search(seat, number: number, action: "Listened");
        await Expect(lines).ToHaveCountAsync(1);
        await Expect(lines).ToContainTextAsync("Айгүл Сапарова");
        await seat.Leaves();
    }

    private Task<int> Touch(Guid contact) => product.Services.GetRequiredService<Transactions>().Run(async db =>
    {
        foreach (var action in new[] { AuditAction.Read, AuditAction.Changed, AuditAction.Listened })
            db.Append(new AuditEntry { At = TimeProvider.System.GetUtcNow().UtcDateTime, Actor = "counselor1", Action = action, Subject = Subject.Contact, SubjectId = contact, What = "note", Reason = "care" });
        return await db.SaveChangesAsync();
    });

    private async Task Exports(string language, DateOnly day)
    {
        var seat = await CounselorSeat.Open(product, language);
        await seat.TakesPlace("supervisor1");
        await seat.Page.GotoAsync($"/journals/contacts?from={day:yyyy-MM-dd}&to={day:yyyy-MM-dd}");
        await Expect(seat.Page.Locator(".journal tbody tr")).ToHaveCountAsync(1);
        var made = await seat.Page.RunAndWaitForResponseAsync(() => seat.Button("Export.Csv").ClickAsync(), answer => answer.Request.Method == "POST" && answer.Url.EndsWith(Routes.Exports, StringComparison.Ordinal));
        var file = seat.Page.Locator($".exports a[href*='{(await made.JsonAsync())!.Value.GetProperty("id").GetString()}']");
        await seat.Page.RunAndWaitForDownloadAsync(() => file.ClickAsync());
        await seat.Leaves();
    }

    private static async Task Search(CounselorSeat seat, string actor = "", string action = "", string subject = "", string number = "")
    {
        await seat.Page.Locator("#audit-actor").FillAsync(actor);
        await seat.Page.Locator("#audit-action").SelectOptionAsync(action);
        await seat.Page.Locator("#audit-subject").SelectOptionAsync(subject);
        await seat.Page.Locator("#audit-number").FillAsync(number);
        await seat.Button("Audit.Search").ClickAsync();
    }

    private static ILocator Did(CounselorSeat seat, string action) => seat.Page.Locator(".tag", new() { HasText = seat.Words[$"AuditAction.{action}"] });

    private static async Task Fits(IPage page, string name)
    {
        await page.Fits();
        await page.IsOpenToEverybody(name);
    }
}
