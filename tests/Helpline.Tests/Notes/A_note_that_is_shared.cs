using System.Net;
using Helpline.Contracts;
using Helpline.Contracts.Calls;
using Helpline.Contracts.Cases;
using Helpline.Contracts.Contacts;
using Helpline.Contracts.Sharing;
using Helpline.Tests.Cases;
using Helpline.Tests.FollowUps;
using Helpline.Tests.Support;

namespace Helpline.Tests.Notes;

/// <summary>Aigul (counselor1) talked and wrote; Gulnar (social1) owns the case; Dana (counselor2) is nobody to it.</summary>
public class A_note_that_is_shared
{
    [Fact]
    public async Task Is_so_only_by_her_who_reads_it_by_her_own_right()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn();
        await using var gulnar = await host.SignIn("social1");
        await using var dana = await host.SignIn("counselor2");
        var came = await Noted(aigul);
        await aigul.Makes<CaseCard>(Routes.Cases, new NewCase("Жилье", "low", came, Owner: "social1"));
        var (shares, until) = (Routes.Shares(Routes.Contacts, came), host.Now().AddHours(1));

        await gulnar.Posts(shares, new Share("counselor2", true, until, "care")).Refuses(HttpStatusCode.Forbidden);
        Assert.Equal(HttpStatusCode.Forbidden, await dana.Sees(Routes.For(Routes.Note(came), "care")));
        await gulnar.Makes<List<ShareCard>>(shares, new Share("counselor2", false, until, "care"));
        await aigul.Makes<List<ShareCard>>(shares, new Share("social1", true, until, "care"));
        Assert.Equal((true, false), ((await aigul.Gets<ContactDetails>(Routes.Contact(came))).MayShareNote, (await gulnar.Gets<ContactDetails>(Routes.Contact(came))).MayShareNote));
        await gulnar.Posts(shares, new Share("counselor2", true, until, "care")).Refuses(HttpStatusCode.Forbidden);
        Assert.Equal(HttpStatusCode.Forbidden, await dana.Sees(Routes.For(Routes.Note(came), "care")));
        Assert.Equal(HttpStatusCode.OK, await gulnar.Sees(Routes.For(Routes.Note(came), "care")));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Is_so_no_longer_than_was_said_also_with_her_who_has_the_contact_by_her_case(bool sharedFirst)
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn();
        await using var gulnar = await host.SignIn("social1");
        var came = await Noted(aigul);
        var share = new Share("social1", true, host.Now().AddHours(1), "care");
        if (sharedFirst) await aigul.Makes<List<ShareCard>>(Routes.Shares(Routes.Contacts, came), share);
        await aigul.Makes<CaseCard>(Routes.Cases, new NewCase("Жилье", "low", came, Owner: "social1"));
        if (!sharedFirst) await aigul.Makes<List<ShareCard>>(Routes.Shares(Routes.Contacts, came), share);
        Assert.Equal(HttpStatusCode.OK, await gulnar.Sees(Routes.For(Routes.Note(came), "care")));

        host.Leaps(TimeSpan.FromMinutes(61));

        Assert.Equal(HttpStatusCode.Forbidden, await gulnar.Sees(Routes.For(Routes.Note(came), "care")));
        Assert.False((await gulnar.Gets<ContactDetails>(Routes.Contact(came))).MayReadNote);
    }

    private static async Task<Guid> Noted(Counselor aigul)
    {
        var came = await aigul.MeetsSomebody();
        await aigul.Writes(came.Id, new NoteChange(null, "counseling", null, "low", "text", null));
        (await aigul.Posts(Routes.FinishNote(came.Id))).EnsureSuccessStatusCode();
        return came.Id;
    }
}
