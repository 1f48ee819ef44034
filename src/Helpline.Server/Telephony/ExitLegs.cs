using Helpline.Domain.Callbacks;
using Helpline.Domain.Calls;
using Helpline.Domain.Line;
using Helpline.Server.Callbacks;
using Helpline.Server.Calls;

namespace Helpline.Server.Telephony;

/// <summary>
/// What the line of a caller asks who does not wait: callback, message, backup number. Nothing here is kept in the inbox,
/// since answers read numbers out; each step is a function of what is stored, so it may be asked for twice.
/// </summary>
internal sealed class ExitLegs(CallDesks desks, VoiceScript script, CallbackCards cards, Numbers numbers)
{
    /// <summary>The choice: 1 a callback, 2 a message, 3 on with the wait. Who chooses nothing goes on waiting where there is a queue.</summary>
    public Task<string> Exits(VoiceForm form) => Step(form, async (desk, call) =>
    {
        var attempt = form.Query("try", 1);
        if (form.Digits == "1") desk.Choose(call, Exit.Callback);
        else if (form.Digits == "2") desk.Choose(call, Exit.Voicemail);
        else if (form.Digits != "3" && attempt < VoiceScript.ExitTries) return script.Exits(call, attempt + 1);
        else if (!desk.Resume(call)) desk.TurnAway(call);
        return script.For(call);
    });

    /// <summary>Begins with the number the call came from, when it can be called; else it is typed.</summary>
    public Task<string> Callback(VoiceForm form) => Step(form, async (desk, call) =>
        numbers.Callable(cards.Number(call)) is { } number
            ? script.Ask(call, CallbackQuestion.Confirm, number: cards.Number(await desk.Draft(call, number)))
            : script.Ask(call, CallbackQuestion.Type));

    public Task<string> CallbackAnswer(VoiceForm form)
    {
        var (question, attempt) = (Enum.TryParse<CallbackQuestion>(form.Text("ask"), out var asked) ? asked : CallbackQuestion.Confirm, form.Query("try", 1));
        return question switch
        {
            CallbackQuestion.Confirm => Step(form, (desk, call) => Confirmed(desk, call, form.Digits, attempt)),
            CallbackQuestion.Type => Step(form, (desk, call) => Typed(desk, call, form.Digits, attempt)),
            _ => Details(form, question),
        };
    }

    /// <summary>The message begins.</summary>
    public Task<string> Voicemail(VoiceForm form) => desks.Open(async desk =>
    {
        var call = await desk.Arrive(form.CallSid, CallerNumber.From(form.From));
        return call.State is CallState.Diverted or CallState.Voicemail && await desk.TakeMessage(call) ? script.Record(call) : script.For(call);
    });

    /// <summary>The message was spoken, or the caller hung up over it; its sound is reported apart.</summary>
    public Task<string> VoicemailAfter(VoiceForm form) => desks.Open(async desk =>
        await desk.FindByCallerLeg(form.CallSid) is not { } call ? VoiceScript.Goodbye()
        : form.Text("said") == "nothing" ? script.NothingSaid(call) : script.MessageSaved(call));

    /// <summary>The backup number is picked up, by somebody or by a mailbox.</summary>
    public Task<string> BackupScreen(VoiceForm form) => desks.Open(async desk => await Backed(desk, form) is not { } call ? VoiceScript.Goodbye()
        : call.State == CallState.Diverted ? VoiceScript.ScreenBackup(call) : VoiceScript.TooLate(call.Language!));

    /// <summary>1 takes the caller: from here on it is forwarded, whoever hangs up first. Anything else is nobody.</summary>
    public Task<string> BackupKey(VoiceForm form) => desks.Once($"{form.CallSid}|backup-key", async desk => await Backed(desk, form) is not { } call || form.Digits != "1" ? VoiceScript.Goodbye()
        : desk.Forward(call) ? VoiceScript.Through() : VoiceScript.TooLate(call.Language!));

    /// <summary>The talk with the backup number is over, or nobody took it: then the choice of a callback or a message.</summary>
    public Task<string> BackupAfter(VoiceForm form) => Step(form, async (desk, call) =>
    {
        if (form.IsOver) await desk.CallerLeaves(call, form.At(desk.Now));
        return call.State == CallState.Diverted ? script.Exits(call, 1) : script.For(call);
    });

    private static async Task<Call?> Backed(CallDesk desk, VoiceForm form) => Guid.TryParseExact(form.Text("call"), "N", out var id) ? await desk.Find(id) : null;

    private async Task<string> Confirmed(CallDesk desk, Call call, string key, int attempt)
    {
        if (await desk.CallbackOf(call) is not { } callback) return script.Ask(call, CallbackQuestion.Type);
        if (key == "2") return script.Ask(call, CallbackQuestion.Type);
        if (key == "1" && await desk.Promise(call, callback)) return script.Ask(call, CallbackQuestion.Shared);
        if (attempt < VoiceScript.ExitTries) return script.Ask(call, CallbackQuestion.Confirm, attempt + 1, cards.Number(callback));
        return NeitherYesNorNo(desk, call);
    }

    private async Task<string> Typed(CallDesk desk, Call call, string digits, int attempt)
    {
        if (numbers.Callable(digits) is { } number)
            return script.Ask(call, CallbackQuestion.Confirm, number: cards.Number(await desk.Draft(call, number)));
        if (attempt < VoiceScript.ExitTries) return script.Ask(call, CallbackQuestion.Type, attempt + 1);
        desk.Choose(call, Exit.Voicemail);
        return script.For(call);
    }

    /// <summary>What else we should know. The promise stands already; no answer leaves the careful choice.</summary>
    private Task<string> Details(VoiceForm form, CallbackQuestion question) => desks.Open(async desk =>
    {
        var call = await desk.Arrive(form.CallSid, CallerNumber.From(form.From));
        if (call.State != CallState.Callback || await desk.CallbackOf(call) is not { } callback) return script.For(call);
        switch (question, form.Digits)
        {
            case (CallbackQuestion.Shared, "1" or "2"):
                callback.Shared = form.Digits == "1";
                break;
            case (CallbackQuestion.When, "1" or "2" or "3" or "4"):
                callback.When = (SafeTime)(form.Digits[0] - '1');
                break;
            case (CallbackQuestion.Message, "1" or "2"):
                callback.MayLeaveMessage = form.Digits == "1";
                break;
        }
        return question == CallbackQuestion.Message ? script.CallbackSaved(call) : script.Ask(call, question + 1);
    });

    // Somebody who answers nothing has perhaps put the telephone down: nothing is promised, and the wait goes on where there is one.
    private string NeitherYesNorNo(CallDesk desk, Call call)
    {
        desk.Choose(call, null);
        return desk.Resume(call) ? script.For(call) : script.Exits(call, VoiceScript.ExitTries);
    }

    /// <summary>A step of a call that is still led out of the queue; any other is told what it needs now.</summary>
    private Task<string> Step(VoiceForm form, Func<CallDesk, Call, Task<string>> step) => desks.Open(async desk =>
    {
        var call = await desk.Arrive(form.CallSid, CallerNumber.From(form.From));
        // A key that is reported twice confirms once; the next question is the same.
        if (call.State == CallState.Callback && form.Text("ask") == nameof(CallbackQuestion.Confirm)) return script.Ask(call, CallbackQuestion.Shared);
        return call.State == CallState.Diverted ? await step(desk, call) : script.For(call);
    });
}
