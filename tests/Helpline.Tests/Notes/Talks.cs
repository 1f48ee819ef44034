using Helpline.Tests.Support;

namespace Helpline.Tests.Notes;

internal static class Talks
{
    /// <summary>Somebody rings and talks with this counselor.</summary>
    /// <returns>The call, which is the contact too.</returns>
    public static async Task<Guid> TalksIn(this Counselor counselor, HelplineHost host, string number = "+77010000001")
    {
        var caller = host.Caller(number);
        await caller.Ring();
        await caller.Presses("1");
        var call = await counselor.Accepts(await counselor.IsOffered());
        await caller.IsTalkingTo(counselor.UserName);
        await counselor.SeesState(call.CallId, "Talking");
        return call.CallId;
    }

    /// <summary>Puts rows into the database that other parts of the product would have put there.</summary>
    public static Task Holds(this HelplineHost host, params object[] rows) => host.Reads(db =>
    {
        db.AddRange(rows);
        return db.SaveChangesAsync();
    });
}
