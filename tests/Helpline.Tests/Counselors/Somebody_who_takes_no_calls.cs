using Helpline.Contracts;
using Helpline.Contracts.Board;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Counselors;

public class Somebody_who_takes_no_calls
{
    [Theory, InlineData("social1"), InlineData("auditor1"), InlineData("admin")]
    public async Task Stands_on_no_board_among_the_counselors_because_she_has_signed_out(string userName)
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn();
        await using (var other = await host.SignIn(userName, hasPulse: false))
            (await other.Http.DeleteAsync(Routes.Session, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        Assert.DoesNotContain((await aigul.Gets<BoardSnapshot>(Routes.Board)).Counselors, card => card.UserName == userName);
        Assert.False(await host.Reads(db => db.Presences.AnyAsync(p => p.UserName == userName)));
    }
}
