using System.Net;
using System.Net.Http.Json;
using Helpline.Contracts;
using Helpline.Contracts.Referrals;
using Helpline.Domain.Casework;
using Helpline.Domain.Contacts;
using Helpline.Domain.Organizations;
using Helpline.Server.Data;
using Helpline.Tests.Data;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Referrals;

/// <summary>Referrals in the words of a story.</summary>
internal static class Referring
{
    public const string Reason = "Күйеуі ұрады, баруға жері жоқ";
    public const string ForPartner = "A woman of 40 with two children needs a safe place & a lawyer <soon>";
    public const string Reach = "Айгерім, +7 701 555 00 11";

    public static ReferralForm Form(Guid? contact, string? receiver = null, Guid? organization = null, Guid? ofCase = null) => new(
        contact, ofCase, null, organization, "Үміт дағдарыс орталығы", receiver, "social_psychological", "routine", Reason, ForPartner, "Алматы, Бостандық ауданы", Reach, true, null);

    /// <summary>Somebody whom this counselor has talked with.</summary>
    public static Task<Guid> Contact(this HelplineHost host, string counselor = "counselor1") => host.Reads(async db =>
    {
        var now = host.Clock.GetUtcNow().UtcDateTime;
        var contact = new Contact { Id = Guid.CreateVersion7(host.Clock.GetUtcNow()), Number = $"C{Guid.NewGuid():N}"[..16], Channel = Channel.Call, StartedAt = now, Counselor = counselor };
        db.Contacts.Add(contact);
        db.Grants.Add(new Grant { UserName = counselor, Subject = Subject.Contact, SubjectId = contact.Id, Ground = GrantGround.Own, Notes = true, SortAt = now });
        await db.SaveChangesAsync();
        return contact.Id;
    });

    public static async Task<ReferralDetails> Drafts(this Counselor who, ReferralForm form) => await Said(await who.Posts(Routes.Referrals, form));

    public static async Task<ReferralDetails> Sends(this Counselor who, ReferralForm form) => await who.Moves((await who.Drafts(form)).Card.Id, new("Sent"));

    public static async Task<ReferralDetails> Moves(this Counselor who, Guid referral, ReferralMove move) => await Said(await who.Tries(referral, move));

    public static Task<HttpResponseMessage> Tries(this Counselor who, Guid referral, ReferralMove move) => who.Posts(Routes.ReferralMoves(referral), move);

    public static Task<ReferralDetails> Looks(this Counselor who, Guid referral, string? reason = null) => who.Gets<ReferralDetails>(Routes.For(Routes.Referral(referral), reason));

    public static async Task<IEnumerable<Guid>> Lists(this Counselor who, string tab) => (await who.Gets<ReferralList>($"{Routes.Referrals}?tab={tab}")).Referrals.Select(r => r.Id);

    public static async Task<Partner> Links(this Counselor who, Guid referral, string language = "ru")
    {
        var answer = await who.Posts(Routes.ReferralLink(referral), new NewPartnerLink(language));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return new(new Uri((await answer.Content.ReadFromJsonAsync<PartnerLinkMade>())!.Url));
    }

    /// <summary>Refused, and the answer says this.</summary>
    public static async Task IsRefused(this Task<HttpResponseMessage> asked, HttpStatusCode status, string? says = null)
    {
        using var answer = await asked;
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(status == answer.StatusCode, $"{(int)answer.StatusCode}: {text}");
        if (says is not null) Assert.Contains(says, text, StringComparison.Ordinal);
    }

    /// <summary>An account of a partner organization, signed in.</summary>
    public static async Task<Counselor> OfOrganization(this HelplineHost host, string userName, Guid organization)
    {
        await host.Reads(async db => await db.Organizations.AnyAsync(o => o.Id == organization) || await Kept(db, Made.Organization(userName, organization)));
        await using var admin = await host.SignIn("admin", hasPulse: false);
        (await admin.Posts(Routes.Accounts, new Contracts.Accounts.NewAccount(userName, userName, ["SocialWorker"], [], HelplineHost.Password, OrganizationId: organization))).EnsureSuccessStatusCode();
        return await host.SignIn(userName, hasPulse: false);
    }

    private static async Task<bool> Kept(HelplineDb db, Organization organization)
    {
        db.Add(organization);
        return await db.SaveChangesAsync() > 0;
    }

    /// <summary>Signed in as somebody of this team.</summary>
    public static async Task<Counselor> OfTeam(this HelplineHost host, string userName, string team)
    {
        await host.Reads(db => db.Users.Where(a => a.UserName == userName).ExecuteUpdateAsync(a => a.SetProperty(u => u.Team, team)));
        return await host.SignIn(userName, hasPulse: false);
    }

    private static async Task<ReferralDetails> Said(HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return (await answer.Content.ReadFromJsonAsync<ReferralDetails>())!;
    }
}
