using System.Net;
using System.Net.Http.Json;
using Helpline.Contracts;
using Helpline.Contracts.Accounts;
using Helpline.Contracts.Callers;
using Helpline.Contracts.Calls;
using Helpline.Contracts.Counselors;
using Helpline.Contracts.Line;
using Helpline.Contracts.Missed;
using Helpline.Contracts.Persons;
using Helpline.Contracts.Supervision;
using Helpline.Contracts.ThirdParties;
using Helpline.Contracts.Transfers;
using Helpline.Contracts.Work;
using Helpline.Domain.Callbacks;
using Helpline.Domain.Callers;
using Helpline.Domain.Calls;
using Helpline.Domain.Line;
using Helpline.Domain.Offers;
using Helpline.Domain.Recordings;
using Helpline.Domain.ThirdParties;
using Helpline.Domain.Transfers;
using Helpline.Domain.Voicemails;
using Helpline.Server.Accounts;
using Helpline.Server.Callbacks;
using Helpline.Server.Calls;
using Helpline.Server.Data;
using Helpline.Server.Hosting;
using Helpline.Server.Privacy;
using Helpline.Server.Routing;
using Helpline.Server.Telephony;
using Helpline.Server.Voicemails;
using Helpline.Tests.Data.Paper;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Tests.Data;

/// <summary>
/// Asks the server everything it can be asked, on a made-up SQL Server, and reads what it sends. The rows are there to lead
/// it to its statements; what it makes of them is for other tests.
/// </summary>
public sealed partial class What_SQL_Server_is_asked : IDisposable
{
    private const string Password = "correct horse battery";
    private readonly ServerOnPaper paper = new();

    [Fact]
    public async Task Is_good_T_SQL_and_never_the_time()
    {
        await Webhooks();
        await Boards();
        await Calls();
        await Notes();
        await Transfers();
        await OwnPhones();
        await ThirdParties();
        await CallersLine();
        await Accounts();
        await People();
        await Directory();
        await Catalogs();
        await Privacy();
        await Loops();
        await Referrals();
        await Jobs();
        await Metrics();
        await Live();
        await FollowUps();
        await Visits();
        await Shifts();
        await Journals();

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
        string[] addresses = ["/voice/incoming", "/voice/language?try=3", "/voice/wait?pass=1", "/voice/wait-key?pass=1", "/voice/queue-exit", "/voice/join?room=1", "/voice/after?room=1", "/voice/hold", "/voice/fallback", "/voice/status"];
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
        await Asks(HttpMethod.Put, Routes.MyPresence, new PresenceChange("Available", Tab: "tab"));
        await Asks(HttpMethod.Put, Routes.MyTab("tab"), new TabChange(Hidden: true));
        await Asks(HttpMethod.Delete, Routes.MyTab("tab"));
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
            await Asks(HttpMethod.Post, Routes.Hold(call.Id));
            await Asks(HttpMethod.Post, Routes.StopRecording(call.Id));
            await Asks(HttpMethod.Post, Routes.Resume(call.Id));
            await Asks(HttpMethod.Post, Routes.AskForHelp(call.Id));
            await Asks(HttpMethod.Post, Routes.HangUp(call.Id));
            await Asks(HttpMethod.Post, Routes.ExtendWrapUp(call.Id));
            await Asks(HttpMethod.Post, Routes.Finish(call.Id), new FinishCall("silent"));
        }
        var supervisor = await SignsIn("supervisor1", Roles.Supervisor);
        var missed = Made.Call(CallState.Waiting, paper.Now);
        paper.Holds(supervisor, missed, Made.Offer(missed, paper.Now, state: OfferState.Expired), Made.Decision(missed, paper.Now), Made.Missed(missed, paper.Now));
        await Asks(HttpMethod.Get, Routes.RoutingTimeline(missed.Id));
        await Asks(HttpMethod.Get, Routes.MissedCalls);
        var (talk, listener) = (Made.Call(CallState.Talking, paper.Now), Made.Listener(paper.Now));
        paper.Holds(supervisor, talk, listener, Made.Seat(paper.Now, talk));
        await Asks(HttpMethod.Post, Routes.Listen(talk.Id));
        await Asks(HttpMethod.Put, $"{Routes.Listeners}/{listener.Id}", new ListenerChange("Coach"));
        paper.Holds(supervisor, missed, Made.Missed(missed, paper.Now));
        await Asks(HttpMethod.Post, Routes.TakeMissed(missed.Id));
        await Asks(HttpMethod.Post, Routes.CallOwed(Routes.MissedCalls, missed.Id));
        await Asks(HttpMethod.Post, Routes.MissedDone(missed.Id), new MissedCallDone("CalledBack"));
        await Asks(HttpMethod.Get, Routes.Catalog);
        await Asks(HttpMethod.Get, Routes.Reference);
        await Asks(HttpMethod.Get, Routes.Phone);
        await Asks(HttpMethod.Get, "health/ready");
    }

    private async Task Transfers()
    {
        var talk = Made.Call(CallState.Talking, paper.Now);
        talk.SeesRoom("CF1");
        var me = await SignsIn("counselor1");
        paper.Holds(me, talk, Made.Seat(paper.Now, userName: "counselor2"), Made.Note(talk, paper.Now));
        await Asks(HttpMethod.Post, Routes.AskColleague(talk.Id), new AskColleague("counselor2"));
        await Asks(HttpMethod.Post, Routes.HandOn(talk.Id), new HandOnCall("counselor2", "ru", "social_legal"));
        foreach (var state in new[] { TransferState.Asked, TransferState.Accepted, TransferState.Consulting })
        {
            await SignsIn("counselor1");
            var transfer = Made.Transfer(talk, paper.Now, state);
            paper.Holds(me, talk, transfer, Made.Seat(paper.Now, talk, "counselor2"), Made.Note(talk, paper.Now));
            await Asks(HttpMethod.Get, Routes.Board);
            await Asks(HttpMethod.Post, Routes.CompleteTransfer(transfer.Id));
            await Asks(HttpMethod.Post, Routes.CancelTransfer(transfer.Id));
            await Answers("/voice/counselor", ("CallSid", Made.Sid()), ("From", "client:counselor2"), ("ticket", paper.Services.GetRequiredService<Tickets>().Of(transfer)));
            await Answers("/voice/counselor-after", ("CallSid", transfer.ToLeg ?? Made.Sid()), ("From", "client:counselor2"));
            await SignsIn("counselor2");
            paper.Holds(me, talk, transfer, Made.Seat(paper.Now, talk, "counselor2"));
            await Asks(HttpMethod.Post, Routes.AcceptTransfer(transfer.Id));
            await Asks(HttpMethod.Post, Routes.DeclineTransfer(transfer.Id));
        }
    }

    private async Task ThirdParties()
    {
        var talk = Made.Call(CallState.Talking, paper.Now);
        var me = await SignsIn("counselor1");
        paper.Holds(me, talk, Made.Seat(paper.Now, talk));
        await Asks(HttpMethod.Post, Routes.AddThirdParty(talk.Id), new AddThirdParty(null, "+77017654321"));
        foreach (var state in new[] { ThirdPartyState.Calling, ThirdPartyState.Talking })
        {
            var third = Made.Third(talk, paper.Now, state);
            paper.Holds(me, talk, third, Made.Seat(paper.Now, talk));
            await Asks(HttpMethod.Get, Routes.Board);
            await Asks(HttpMethod.Post, Routes.TakeOff(third.Id));
            await Answers($"/voice/status?third={third.Id:N}", ("CallSid", third.Leg!), ("CallStatus", "completed"), ("Direction", "outbound-api"));
        }
    }

    private async Task OwnPhones()
    {
        var call = Made.Call(CallState.Offered, paper.Now);
        var offer = Made.Offer(call, paper.Now);
        var me = await SignsIn("counselor1");
        paper.Holds(me, Made.Seat(paper.Now));
        await Asks(HttpMethod.Get, Routes.MyPhone);
        await Asks(HttpMethod.Put, Routes.MyPhone, new OwnPhoneChange("+77017654321"));
        foreach (var key in new[] { "1", "5", "" })
        {
            (string, string)[] phone = [("CallSid", Made.Sid()), ("From", "+77172000000"), ("Direction", "outbound-api"), ("Digits", key)];
            paper.Holds(me, call, offer, Made.Seat(paper.Now, call), Made.Note(call, paper.Now));
            await Answers($"/voice/screen?offer={offer.Id:N}", phone);
            await Answers($"/voice/screen-key?offer={offer.Id:N}", phone);
            await Answers($"/voice/status?offer={offer.Id:N}", [.. phone, ("CallStatus", "no-answer")]);
        }
    }

    private async Task CallersLine()
    {
        var leg = Made.Sid();
        (string, string)[] caller = [("CallSid", leg), ("From", "+77010000001"), ("CallStatus", "in-progress"), ("Direction", "inbound"), ("Digits", "1")];
        var diverted = Made.Call(CallState.Waiting, paper.Now, leg: leg);
        diverted.Divert(Diversion.Asked, paper.Now);
        var callback = new Callback { Id = Guid.CreateVersion7(), CallId = diverted.Id, Language = "kk", AskedAt = paper.Now, QueuedAt = paper.Now };
        var vault = paper.Services.GetRequiredService<Vault>();
        callback.Write(vault.Seal("+77012345678", CallbackCards.NumberPlace(callback.Id)), "hash");
        var voicemail = new Voicemail { Id = Guid.CreateVersion7(), CallId = diverted.Id, Language = "kk", LeftAt = paper.Now, Deadline = paper.Now.AddSeconds(-1) };
        var memory = new CallerMemory { Hash = "hash" };
        var flag = new CallerFlag { Id = Guid.CreateVersion7(), Hash = "hash", CallId = diverted.Id, Reason = AbuseReason.Prank, By = "counselor1", At = paper.Now, Level = FlagLevel.Warn, Until = paper.Now.AddDays(1) };
        string[] addresses = ["/voice/consent?language=kk", "/voice/welcome-back?ask=cut-off", "/voice/exits?try=1", "/voice/callback", "/voice/callback-answer?ask=Confirm", "/voice/callback-answer?ask=Type", "/voice/callback-answer?ask=When", "/voice/voicemail", "/voice/voicemail-after", "/voice/backup-after"];
        foreach (var address in addresses)
        {
            paper.Holds(Account("counselor1", Roles.Counselor), diverted, callback, voicemail, memory, flag);
            await Answers(address, caller);
        }
        await Answers("/voice/recording", [.. caller, ("RecordingSid", "RE1"), ("RecordingStatus", "completed"), ("RecordingDuration", "5")]);
        var recording = new TalkRecording { Id = Guid.CreateVersion7(), CallId = diverted.Id, Counselor = "counselor1", StartedAt = paper.Now, Deadline = paper.Now.AddSeconds(-1) };
        paper.Holds(Account("counselor1", Roles.Counselor), diverted, recording);
        await Answers($"/voice/recording?talk={recording.Id:N}", [.. caller, ("RecordingSid", "RE2"), ("RecordingStatus", "completed"), ("RecordingDuration", "5")]);
        var me = await SignsIn("counselor1");
        me.Roles.Add(Roles.Supervisor);
        callback.Confirm("counselor1");
        var audio = new KeptSound { Id = voicemail.Id, Sealed = vault.Seal([1, 2, 3], VoicemailCards.SoundPlace(voicemail.Id)) };
        // A list of messages reads the numbers they came from.
        var talk = Made.Call(CallState.Talking, paper.Now, withheld: true);
        await SignsIn("counselor1", Roles.Counselor, Roles.Supervisor);
        paper.Holds(me, callback, voicemail, audio, memory, flag, talk, Made.Seat(paper.Now, talk));
        foreach (var tasks in new[] { Routes.Callbacks, Routes.Voicemails })
        {
            await Asks(HttpMethod.Get, tasks);
            await Asks(HttpMethod.Get, tasks + "?all=true");
            var task = tasks == Routes.Callbacks ? callback.Id : voicemail.Id;
            await Asks(HttpMethod.Post, Routes.CallOwed(tasks, task), new CallReason("now"));
            await Asks(HttpMethod.Post, Routes.Take(tasks, task));
            await Asks(HttpMethod.Post, Routes.Assign(tasks, task), new TaskOwnerChange("counselor1"));
            await Asks(HttpMethod.Post, Routes.Done(tasks, task));
        }
        await Asks(HttpMethod.Post, Routes.Number(callback.Id), new Access("care"));
        await Asks(HttpMethod.Get, Routes.Audio(voicemail.Id));
        paper.Holds(me, recording, new KeptSound { Id = recording.Id, Sealed = vault.Seal([1, 2, 3], VoicemailCards.SoundPlace(recording.Id)) });
        await Asks(HttpMethod.Get, Routes.Audio(recording.Id));
        await Asks(HttpMethod.Get, Routes.Line);
        await Asks(HttpMethod.Put, Routes.Line, new LineChange("Closed", "test"));
        await Asks(HttpMethod.Get, Routes.Flags);
        await Asks(HttpMethod.Put, Routes.Flag(flag.Id), new CallerFlagChange("Warn", paper.Now.AddDays(2)));
        await Asks(HttpMethod.Delete, Routes.Flag(flag.Id));
        paper.Holds(me, talk, flag, Made.Seat(paper.Now, talk));
        await Asks(HttpMethod.Post, Routes.EndAbuse(talk.Id), new EndAbuse("Prank"));
        await paper.Passes(TimeSpan.FromSeconds(2));
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
            Transfer[] asked = state == CallState.Talking ? [Made.Transfer(call, past)] : [];
            foreach (var kind in Enum.GetValues<LineCommandKind>())
            {
                paper.Holds([me, call, Made.Offer(call, past), Made.Seat(past), Made.Note(call, past), Due(kind, call), .. asked]);
                await paper.Passes(TimeSpan.FromSeconds(2));
            }
        }
    }

    private async Task Jobs()
    {
        var missed = Made.Call(CallState.Waiting, paper.Now.AddHours(-1));
        var find = Due(LineCommandKind.FindRecordings, missed);
        paper.Holds(missed, Account("counselor1", Roles.Counselor), find,
            new Voicemail { Id = Guid.CreateVersion7(), CallId = missed.Id, Language = "kk", LeftAt = paper.Now, Deadline = paper.Now.AddSeconds(-1) },
            new TalkRecording { Id = Guid.CreateVersion7(), CallId = missed.Id, Counselor = "counselor1", StartedAt = paper.Now, Deadline = paper.Now.AddSeconds(-1) });
        await paper.Services.GetRequiredService<CallDesks>().Open(desk => desk.Sweep());
        await paper.Services.GetRequiredService<CallDesks>().Open(desk => desk.Found(find, [new("RE1", missed.CallerLeg, "completed", TimeSpan.FromSeconds(5), paper.Now, "RecordVerb")]));
        paper.Holds(Made.Call(CallState.Waiting, paper.Now.AddHours(-1)));
        await using var scope = paper.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CloseLostCallsJob>().Run(CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<EndOrphanedRoomsJob>().Run(CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<PurgeInboxJob>().Run(CancellationToken.None);
    }

    private LineCommand Due(LineCommandKind kind, Call call) =>
        new() { Id = Guid.CreateVersion7(), Kind = kind, CallId = call.Id, Leg = call.CallerLeg, Path = "/voice/join?room=1", DueAt = paper.Now.AddSeconds(-1) };

    private static Account Account(string userName, params string[] roles)
    {
        var account = new Account
        {
            Id = Guid.CreateVersion7(),
            UserName = userName,
            NormalizedUserName = userName.ToUpperInvariant(),
            DisplayName = userName,
            Roles = [.. roles],
            Languages = ["kk"],
            SecurityStamp = "stamp",
            LockoutEnabled = true,
        };
        account.PasswordHash = new PasswordHasher<Account>().HashPassword(account, Password);
        return account;
    }

    private async Task<Account> SignsIn(string userName, params string[] roles)
    {
        var account = Account(userName, roles.Length == 0 ? [Roles.Counselor] : roles);
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
