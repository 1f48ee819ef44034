using Helpline.Browser.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpline.Browser;

[Collection(Product.AfterTheCall)]
public class A_partner_with_a_link(Product product)
{
    [Theory]
    [InlineData("kk", "1", "counselor1", 1440)]
    [InlineData("ru", "2", "counselor3", 360)]
    [InlineData("en", "3", "counselor2", 360)]
    public async Task Helps_somebody_who_called_and_the_counselor_closes_the_loop(string language, string digit, string userName, int width)
    {
        var seat = await CounselorSeat.Open(product, language, width);
        await seat.TakesPlace(userName);
        await Talked(seat, language, digit);

        await Refers(seat, $"{language}-referral-new");
        await Expect(seat.Page.GetByText(seat.Words["ReferralState.Sent"]).First).ToBeVisibleAsync();
        await seat.Button("PartnerLink.Make").ClickAsync();
        var link = await seat.Page.GetByLabel(seat.Words["PartnerLink.Copy"]).InputValueAsync();
        await seat.Page.IsOpenAtBothWidths($"{language}-referral-sent");
        await Answers(link, language, width);

        await seat.Page.ReloadAsync();
        await seat.Button("ReferralMove.Reviewed").First.ClickAsync();
        var form = seat.Page.GetByRole(AriaRole.Form, new() { Name = seat.Words["ReferralMove.Reviewed"] });
        await form.GetByLabel(seat.Words["Referral.Reached"]).SelectOptionAsync("reached");
        await form.GetByLabel(seat.Words["Referral.NeedMet"]).SelectOptionAsync("met");
        await seat.Page.IsOpenAtBothWidths($"{language}-referral-reported");
        await form.Locator("button[type=submit]").ClickAsync();
        await Expect(seat.Page.GetByText(seat.Words["ReferralState.Closed"]).First).ToBeVisibleAsync();
        await seat.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = seat.Words["Nav.Referrals"] }).ClickAsync();
        await Expect(seat.Page.Locator(".tasks > li").First).ToBeVisibleAsync();
        await seat.Page.IsOpenAtBothWidths($"{language}-referrals");
        await seat.Leaves();
    }

    private async Task Talked(CounselorSeat seat, string language, string digit)
    {
        await seat.BecomesAvailable();
        var caller = await TestPhone.Open(product, language);
        await caller.Rings(digit);
        await seat.Accepts();
        await caller.HangsUp();
        await seat.SeesState("WrapUp");
        await seat.Page.Keyboard.PressAsync("Control+Enter");
        await Expect(seat.Page.GetByText(seat.Words["Idle.Available"])).ToBeVisibleAsync();
        await caller.Page.Context.CloseAsync();
    }

    private static async Task Refers(CounselorSeat seat, string picture)
    {
        await seat.Goes("Nav.Calls");
        await seat.Page.Locator(".grid .button.link").First.ClickAsync();
        await seat.Page.GetByRole(AriaRole.Link, new() { Name = seat.Words["Referral.New"] }).ClickAsync();
        await seat.Page.GetByLabel(seat.Words["Referral.Organization"], new() { Exact = true }).FillAsync("Үміт дағдарыс орталығы");
        await seat.Page.GetByLabel(seat.Words["Referral.ServiceKind"]).SelectOptionAsync("social_psychological");
        await seat.Page.GetByLabel(seat.Words["Referral.Urgency"]).SelectOptionAsync("urgent");
        await seat.Page.GetByLabel(seat.Words["Referral.Reason"]).FillAsync("Үйде қауіпсіз емес.");
        await seat.Page.GetByLabel(seat.Words["Referral.Area"]).FillAsync("Алматы, Бостандық ауданы");
        await seat.Page.GetByLabel(seat.Words["Referral.Consent"]).CheckAsync();
        await seat.Page.GetByLabel(seat.Words["Referral.Reach"]).FillAsync("Айгерім, +7 701 555 00 11");
        // Without the summary for the partner the draft is kept and the field is named.
        await seat.Button("Referral.Send").ClickAsync();
        await Expect(seat.Page.Locator(".field-problem")).ToHaveCountAsync(1);
        await seat.Page.IsOpenAtBothWidths(picture);
        await seat.Page.GetByLabel(seat.Words["Referral.ForPartner"]).FillAsync("Екі баласы бар әйелге уақытша баспана мен заңгер керек.");
        await seat.Button("Referral.Send").ClickAsync();
    }

    /// <summary>The partner's own browser, on the same machine width.</summary>
    private async Task Answers(string link, string language, int width)
    {
        var page = await product.Page(language, width);
        await page.GotoAsync($"{link}?lang={language}");
        await page.IsOpenAtBothWidths($"{language}-partner-asked");
        await page.Locator("[name=responsible]").FillAsync("Сәуле Жұмабаева");
        await Send(page, "Accepted");
        await Expect(page.GetByText("Айгерім")).ToBeVisibleAsync();
        await page.Locator("form:has([value=Scheduled]) [name=from]").FillAsync("2050-01-10T10:00");
        await page.IsOpenAtBothWidths($"{language}-partner-accepted");
        await Send(page, "Scheduled");
        await page.Locator("[name=outcome]").SelectOptionAsync("helped");
        await page.Locator("[name=services]").First.CheckAsync();
        await page.IsOpenAtBothWidths($"{language}-partner-scheduled");
        await Send(page, "Completed");
        await Expect(page.Locator(".notice")).ToBeVisibleAsync();
        await page.IsOpenAtBothWidths($"{language}-partner-thanked");
        await page.Context.CloseAsync();
    }

    private static Task Send(IPage page, string move) => page.Locator($"form:has([value={move}]) button").ClickAsync();
}
