using Helpline.Contracts;
using Helpline.Contracts.Callers;
using Helpline.Contracts.Counselors;
using Helpline.Contracts.Line;
using Helpline.Contracts.Persons;
using Helpline.Contracts.Work;
using Helpline.Domain.Callbacks;
using Helpline.Domain.Callers;
using Helpline.Domain.Calls;
using Helpline.Domain.Line;
using Helpline.Domain.Recordings;
using Helpline.Domain.Voicemails;
using Helpline.Server.Accounts;
using Helpline.Server.Callbacks;
using Helpline.Server.Privacy;
using Helpline.Server.Telephony;
using Helpline.Server.Voicemails;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Tests.Data;

public sealed partial class What_SQL_Server_is_asked
{
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
        string[] addresses = ["/voice/consent?language=kk", "/voice/welcome-back?ask=cut-off", "/voice/exits?try=1", "/voice/callback", "/voice/callback-answer?ask=Confirm", "/voice/callback-answer?ask=Type", "/voice/callback-answer?ask=When", "/voice/voicemail", "/voice/voicemail-after", "/voice/backup-after", $"/voice/backup-screen?call={diverted.Id:N}", $"/voice/backup-key?call={diverted.Id:N}"];
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
        await Asks(HttpMethod.Get, Routes.Board);
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
}
