using System.Net;
using Helpline.Contracts;
using Helpline.Contracts.Accounts;
using Helpline.Contracts.Audit;
using Helpline.Domain.Shifts;
using Helpline.Server.Accounts;
using Helpline.Tests.Visits;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using static Helpline.Tests.Shifts.RotaStory;

namespace Helpline.Tests.Shifts;

public class An_account_that_the_rota_counts_on
{
    [Fact]
    public async Task Is_disabled_and_loses_a_language_or_its_role_only_with_a_reason_that_auditors_read()
    {
        using var story = Begins();
        var (yerlan, admin) = (await story.Enters("supervisor1"), await story.Enters("admin"));
        await Planned(yerlan, Hours(3, 8, 16, "counselor1"));
        await Planned(yerlan, Hours(3, 8, 12, "counselor3"));
        var (aigul, as_she_is) = await Account(admin, "counselor1");

        AccountChange[] silencing = [as_she_is with { Disabled = true }, as_she_is with { Roles = ["SocialWorker"] }, as_she_is with { Languages = ["ru"] }];
        foreach (var change in silencing) await IsRefused(await admin.Puts(Routes.Account(aigul), change), "reason", ShiftFault.RingsNobody);
        var refused = await IsRefused(await admin.Puts(Routes.Account(aigul), silencing[2]), "reason", ShiftFault.RingsNobody);
        Assert.Equal([("kk", "2026-11-03T08:00:00", "2026-11-03T16:00:00")],
            refused.GetProperty("hours").EnumerateArray().Select(h => (h.GetProperty("language").GetString(), h.GetProperty("localFrom").GetString(), h.GetProperty("localTo").GetString())));
        await VisitStory.IsRefused(await admin.Puts(Routes.Account(aigul), silencing[0] with { Reason = new('x', 201) }), "reason");
        Assert.Equal((false, 2), (await Account(admin, "counselor1")) is var (_, now) ? (now.Disabled, now.Languages.Count) : default);

        Assert.Equal(HttpStatusCode.OK, (await admin.Puts(Routes.Account(aigul), silencing[0] with { Reason = "she has left us" })).StatusCode);
        Assert.True((await Account(admin, "counselor1")).AsItIs.Disabled);
        Assert.Equal(HttpStatusCode.OK, (await admin.Puts(Routes.Account(aigul), as_she_is)).StatusCode);
        var trail = await (await story.Enters("auditor1")).Gets<AuditPage>($"{Routes.Audit}?subject=Account&number=counselor1");
        Assert.Equal(["disabled", "enabled", "silenced she has left us"], trail.Lines.Select(l => l.What!).Order(StringComparer.Ordinal));
        Assert.All(trail.Lines, l => Assert.Equal(("admin", "Changed", "counselor1"), (l.Actor, l.Action, l.Number)));
    }

    [Fact]
    public async Task Changes_without_a_reason_where_a_colleague_covers_its_hours_or_it_has_none()
    {
        using var story = Begins();
        var (yerlan, admin) = (await story.Enters("supervisor1"), await story.Enters("admin"));
        await Planned(yerlan, Hours(3, 8, 12, "counselor1"));
        await Planned(yerlan, Hours(3, 8, 12, "counselor3"));
        await Planned(yerlan, Hours(3, 8, 12, "counselor2"));

        foreach (var userName in new[] { "counselor1", "social1" })
        {
            var (id, as_it_is) = await Account(admin, userName);
            Assert.Equal(HttpStatusCode.OK, (await admin.Puts(Routes.Account(id), as_it_is with { Disabled = true })).StatusCode);
        }
        // Without her the next one is the last who speaks Kazakh.
        var (dana, as_she_is) = await Account(admin, "counselor2");
        await IsRefused(await admin.Puts(Routes.Account(dana), as_she_is with { Disabled = true }), "reason", ShiftFault.RingsNobody);
    }

    [Fact]
    public async Task Is_not_disabled_by_whoever_did_not_see_that_the_only_other_one_was_meanwhile()
    {
        using var story = Begins();
        var (yerlan, admin) = (await story.Enters("supervisor1"), await story.Enters("admin"));
        foreach (var userName in new[] { "counselor1", "counselor2", "counselor3" }) await Planned(yerlan, Hours(3, 8, 12, userName));
        var ((aigul, hers), (dana, danas)) = (await Account(admin, "counselor1"), await Account(admin, "counselor2"));

        await using var scope = story.Host.Services.CreateAsyncScope();
        var (cover, accounts) = (scope.ServiceProvider.GetRequiredService<AccountCover>(), scope.ServiceProvider.GetRequiredService<UserManager<Server.Accounts.Account>>());
        var seen = (await accounts.FindByNameAsync("counselor1"))!;
        Assert.Empty(await cover.Silenced(seen, hers with { Disabled = true }, TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.OK, (await admin.Puts(Routes.Account(dana), danas with { Disabled = true })).StatusCode);

        seen.Disabled = true;
        Assert.Equal(nameof(IdentityErrorDescriber.ConcurrencyFailure), Assert.Single((await accounts.UpdateAsync(seen)).Errors).Code);
        await IsRefused(await admin.Puts(Routes.Account(aigul), hers with { Disabled = true }), "reason", ShiftFault.RingsNobody);
    }

    private static async Task<(Guid Id, AccountChange AsItIs)> Account(Staff admin, string userName) =>
        (await admin.Gets<AccountCard[]>(Routes.Accounts)).Single(a => a.UserName == userName) is var card ? (card.Id, new(card.DisplayName, card.Roles, card.Languages, card.Disabled)) : default;
}
