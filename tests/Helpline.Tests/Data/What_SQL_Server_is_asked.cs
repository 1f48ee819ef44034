using System.Net;
using System.Net.Http.Json;
using Helpline.Contracts;
using Helpline.Contracts.Accounts;
using Helpline.Contracts.Calls;
using Helpline.Contracts.Counselors;
using Helpline.Domain.Calls;
using Helpline.Domain.Offers;
using Helpline.Server.Accounts;
using Helpline.Server.Calls;
using Helpline.Server.Data;
using Helpline.Server.Hosting;
using Helpline.Server.Routing;
using Helpline.Server.Telephony;
using Helpline.Tests.Data.Paper;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Tests.Data;

/// <summary>
/// Asks the server everything it can be asked, on a made-up SQL Server, and reads what it sends. The rows are there to lead
/// it to its statements; what it makes of them is for other tests.
/// </summary>
public sealed class What_SQL_Server_is_asked : IDisposable
{
    private const string Password = "correct horse battery";
    private readonly ServerOnPaper paper = new();

    [Fact]
    public async Task Is_good_T_SQL_and_never_the_time()
    {
        await Webhooks();
        await Boards();
        await Calls();
        await Accounts();
        await Loops();
        await Jobs();

        Assert.Empty(paper.NeverAsked);
        Assert.Empty(paper.Statements.SelectMany(sql => TransactSql.Faults(sql).Select(fault => $"{fault}\n{sql}")));
        foreach (var table in new[] { "Calls", "Offers", "Presences", "Notes", "Inbox", "LineCommands", "Accounts" })
            Assert.Contains(paper.Statements, sql => sql.Contains($"UPDATE [{table}]") || sql.Contains($"DELETE FROM") && sql.Contains($"[{table}]"));
        Assert.True(paper.Statements.Count > 80, $"Only {paper.Statements.Count} statements were seen.");
    }

    public void Dispose() => paper.Dispose();

    private async Task Webhooks()
    {
        var leg = Made.Sid();
        (string, string)[] caller = [("CallSid", leg), ("From", "+77010000001"), ("CallStatus", "in-progress"), ("Direction", "inbound")];
        (string, string)[] gone = [("CallSid", leg), ("From", "+77010000001"), ("CallStatus", "completed"), ("Direction", "inbound")];
        string[] addresses = ["/voice/incoming", "/voice/language?try=3", "/voice/wait?pass=1", "/voice/wait-key?pass=1", "/voice/queue-exit", "/voice/join?room=1", "/voice/after?room=1", "/voice/fallback", "/voice/status"];
        paper.Holds();
        foreach (var address in addresses) await Answers(address, caller);
        foreach (var state in new[] { CallState.Greeting, CallState.Waiting, CallState.Offered, CallState.Connecting, CallState.Talking, CallState.WrapUp })
        {
            var call = Made.Call(state, paper.Now, leg: leg);
            paper.Holds(call, Made.Offer(call, paper.Now), Made.Seat(paper.Now, call), Made.Note(call, paper.Now));
            foreach (var address in addresses)
            {
                await Answers(address, caller);
                await Answers(address, gone);
            }
            var counselor = call.CounselorLeg ?? Made.Sid();
            foreach (var what in new[] { "participant-join", "participant-leave", "conference-start", "conference-end" })
                foreach (var who in new[] { leg, counselor })
                    await Answers("/voice/conference", ("FriendlyName", RoomName.Of(call)), ("StatusCallbackEvent", what), ("CallSid", who), ("CallSidEndingConference", who), ("SequenceNumber", "1"), ("ConferenceSid", "CF1"));
            var ticket = call.Counselor is null ? "none" : paper.Services.GetRequiredService<Tickets>().Of(call);
            await Answers("/voice/counselor", ("CallSid", counselor), ("From", "client:counselor1"), ("ticket", ticket));
            await Answers("/voice/counselor-after", ("CallSid", counselor), ("From", "client:counselor1"));
        }
    }

    private async Task Boards()
    {
        var me = await SignsIn("counselor1");
        await using var hub = await paper.Board();
        foreach (var state in new[] { CallState.Waiting, CallState.Offered, CallState.Connecting, CallState.Talking, CallState.WrapUp })
        {
            var call = Made.Call(state, paper.Now);
            var offer = Made.Offer(call, paper.Now, state: OfferState.Shown);
            paper.Holds(me, call, offer, Made.Seat(paper.Now, call), Made.Note(call, paper.Now));
            await Asks(HttpMethod.Get, Routes.Board);
            await Asks(HttpMethod.Post, Routes.Acknowledge(offer.Id));
            await Asks(HttpMethod.Post, Routes.Accept(offer.Id));
            await Asks(HttpMethod.Post, Routes.Decline(offer.Id));
        }
        paper.Holds(me);
        await Asks(HttpMethod.Get, Routes.Board);
        await Asks(HttpMethod.Put, Routes.MyPresence, new PresenceChange("Available"));
        await paper.Passes(TimeSpan.FromSeconds(8));
    }

    private async Task Calls()
    {
        var me = await SignsIn("counselor1");
        foreach (var state in new[] { CallState.Connecting, CallState.Talking, CallState.WrapUp })
        {
            var call = Made.Call(state, paper.Now);
            paper.Holds(me, call, Made.Seat(paper.Now, call), Made.Note(call, paper.Now));
            await Asks(HttpMethod.Get, Routes.Calls);
            await Asks(HttpMethod.Get, Routes.Calls + "?before=2026-11-02T09:00:00Z");
            await Asks(HttpMethod.Get, Routes.Call(call.Id));
            await Asks(HttpMethod.Get, Routes.Note(call.Id));
            await Asks(HttpMethod.Put, Routes.Note(call.Id), new NoteChange(null, "counseling", null, null, "text", null), key: "k1");
            await Asks(HttpMethod.Post, Routes.Calls + $"/{call.Id}/rejoin");
            await Asks(HttpMethod.Post, Routes.HangUp(call.Id));
            await Asks(HttpMethod.Post, Routes.Finish(call.Id), new FinishCall("silent"));
        }
        await Asks(HttpMethod.Get, Routes.Catalog);
        await Asks(HttpMethod.Get, Routes.Phone);
        await Asks(HttpMethod.Get, "health/ready");
    }

    private async Task Accounts()
    {
        paper.Holds();
        Assert.Equal(HttpStatusCode.Unauthorized, await Asks(HttpMethod.Post, Routes.Session, new SignIn("nobody", Password)));
        var admin = await SignsIn("admin", Roles.Administrator);
        Assert.Equal(HttpStatusCode.Unauthorized, await Asks(HttpMethod.Post, Routes.Session, new SignIn("admin", "wrong")));
        await Asks(HttpMethod.Get, Routes.Session);
        await Asks(HttpMethod.Put, Routes.MyLanguage, new LanguageChange("ru"));
        await Asks(HttpMethod.Get, Routes.Accounts);
        await Asks(HttpMethod.Put, Routes.Account(admin.Id), new AccountChange("New name", [Roles.Administrator], [], false));
        await Asks(HttpMethod.Post, Routes.ResetPassword(admin.Id));
        paper.Holds();
        await Asks(HttpMethod.Post, Routes.Accounts, new NewAccount("somebody", "Somebody", [Roles.Counselor], ["kk"], null));
        await Verbs.CreateAdministrator(paper.Services);
        paper.Holds(admin);
        await Verbs.CreateAdministrator(paper.Services);
        await SignsIn("admin", Roles.Administrator);
        await Asks(HttpMethod.Delete, Routes.Session);
    }

    private async Task Loops()
    {
        var me = Account("counselor1", Roles.Counselor);
        var waiting = Made.Call(CallState.Waiting, paper.Now);
        paper.Holds(me, waiting, Made.Seat(paper.Now), Made.Offer(waiting, paper.Now.AddMinutes(-5), state: OfferState.Declined));
        await paper.Services.GetRequiredService<CallDesks>().Open(desk => desk.Dispatch());
        // Hidden from the dispatcher by a sweep that always finds something.
        await using (var db = await paper.Services.GetRequiredService<IDbContextFactory<HelplineDb>>().CreateDbContextAsync()) await db.Calls.InQueue().AnyAsync();
        foreach (var state in new[] { CallState.Offered, CallState.Connecting, CallState.Talking })
        {
            var past = paper.Now.AddMinutes(-5);
            var call = Made.Call(state, past);
            if (state == CallState.Talking) call.MissCounselor(call.CounselorLeg!, past, Made.Rules.Calls);
            foreach (var kind in Enum.GetValues<LineCommandKind>())
            {
                paper.Holds(me, call, Made.Offer(call, past), Made.Seat(past), Made.Note(call, past), Due(kind, call));
                await paper.Passes(TimeSpan.FromSeconds(2));
            }
        }
    }

    private async Task Jobs()
    {
        paper.Holds(Made.Call(CallState.Waiting, paper.Now.AddHours(-1)));
        await using var scope = paper.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CloseLostCallsJob>().Run(CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<PurgeInboxJob>().Run(CancellationToken.None);
    }

    private LineCommand Due(LineCommandKind kind, Call call) =>
        new() { Id = Guid.CreateVersion7(), Kind = kind, CallId = call.Id, Leg = call.CallerLeg, Path = "/voice/join?room=1", DueAt = paper.Now.AddSeconds(-1) };

    private static Account Account(string userName, string role)
    {
        var account = new Account
        {
            Id = Guid.CreateVersion7(),
            UserName = userName,
            NormalizedUserName = userName.ToUpperInvariant(),
            DisplayName = userName,
            Roles = [role],
            Languages = ["kk"],
            SecurityStamp = "stamp",
            LockoutEnabled = true,
        };
        account.PasswordHash = new PasswordHasher<Account>().HashPassword(account, Password);
        return account;
    }

    private async Task<Account> SignsIn(string userName, string role = Roles.Counselor)
    {
        var account = Account(userName, role);
        paper.Holds(account);
        Assert.Equal(HttpStatusCode.OK, await Asks(HttpMethod.Post, Routes.Session, new SignIn(userName, Password)));
        return account;
    }

    private async Task<HttpStatusCode> Asks(HttpMethod method, string address, object? body = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, address) { Content = body is null ? null : JsonContent.Create(body) };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        using var answer = await paper.Http.SendAsync(request);
        Assert.True((int)answer.StatusCode < 500, $"{method} {address}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return answer.StatusCode;
    }

    private async Task Answers(string address, params (string, string)[] fields) =>
        Assert.True((int)await paper.Webhook(address, fields) < 400, address);
}
