using Helpline.Domain.Calls;
using Helpline.Domain.Line;
using Helpline.Domain.Routing;
using Helpline.Server.Calls;
using Helpline.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Telephony;

/// <summary>What a caller's line asks. Answers are TwiML.</summary>
internal sealed class CallerLegs(
    CallDesks desks, CompiledQueries queries, VoiceScript script, Languages languages, LineRules line, RoutingRules rules, IDbContextFactory<HelplineDb> contexts, Pulse pulse, TimeProvider clock)
{
    /// <summary>Asked again, a call is greeted as what it is by then: nothing is kept of what was answered.</summary>
    public Task<string> Incoming(VoiceForm form)
    {
        var newcomer = desks.Seal(CallerNumber.From(form.From));
        return desks.Open(async desk =>
        {
            var call = await desk.Greet(form.CallSid, newcomer);
            if (call.State != CallState.Greeting || await desk.Known(call) is not { } known) return script.For(call);
            return Spoken(known.Language) is { } language ? VoiceScript.WelcomeBack(language, known.WasCutOff)
                : known.WasCutOff ? VoiceScript.WelcomeBack(languages.Default.Code, askCutOff: true)
                : script.For(call);
        });
    }

    /// <summary>A caller who is known answers: go on where we were cut off, or in the language of last time; else the menu.</summary>
    public Task<string> WelcomeBack(VoiceForm form) => desks.Once($"{form.CallSid}|welcome-back|{form.Text("ask")}", async desk =>
    {
        var call = await desk.Arrive(form.CallSid, CallerNumber.From(form.From));
        if (call.State != CallState.Greeting || await desk.Known(call) is not { } known) return script.For(call);
        var (language, inDanger) = (Spoken(known.Language), form.Digits == line.DangerDigit);
        if (form.Text("ask") == "cut-off" && form.Digits != "1" && !inDanger)
            return language is null ? script.For(call) : VoiceScript.WelcomeBack(language, askCutOff: false);
        // Whoever knows the menu by heart presses the digit of another language and is not asked again.
        if (form.Digits != "1" && languages.ByDigit(form.Digits) is { } other) language = other;
        else if (form.Digits != "1" && !inDanger) return script.Menu(1);
        if (form.Text("ask") == "cut-off") await desk.TakeUp(call);
        return await Enter(desk, call, language ?? languages.Default.Code, inDanger);
    });

    public Task<string> Language(VoiceForm form)
    {
        var attempt = Math.Clamp(form.Query("try", 1), 1, VoiceScript.MenuTries);
        // Another key is another answer: who was led back to the menu is not held to the first one.
        return desks.Once($"{form.CallSid}|language|{attempt}|{form.Digits}", async desk =>
        {
            // The first webhook may have been lost on the way: the call is taken up where it is.
            var call = await desk.Arrive(form.CallSid, CallerNumber.From(form.From));
            var inDanger = form.Digits == line.DangerDigit;
            var chosen = languages.ByDigit(form.Digits) ?? (inDanger || attempt == VoiceScript.MenuTries ? languages.Default.Code : null);
            if (call.State != CallState.Greeting) return script.For(call);
            if (chosen is null) return script.Menu(attempt + 1);
            return await Enter(desk, call, chosen, inDanger);
        });
    }

    /// <summary>Agreed to be recorded, or declined by another key or by silence: on to the queue.</summary>
    public Task<string> Consent(VoiceForm form) => desks.Once($"{form.CallSid}|consent", async desk =>
    {
        var call = await desk.Arrive(form.CallSid, CallerNumber.From(form.From));
        if (call.State != CallState.Greeting) return script.For(call);
        var inDanger = form.Digits == line.DangerDigit;
        desk.AnswerConsent(call, agrees: form.Digits == "1");
        return await Enter(desk, call, Spoken(form.Text("language")) ?? languages.Default.Code, inDanger);
    });

    public Task<string> Wait(VoiceForm form) => InQueue(form, (call, pass) => Task.FromResult(script.Wait(call, pass)));

    public Task<string> WaitKey(VoiceForm form) => InQueue(form, async (call, pass) => form.Digits switch
    {
        "1" => await Leaves(call.Id, Exit.Callback) ? VoiceScript.Out() : script.Wait(call, pass),
        "2" => await Leaves(call.Id, Exit.Voicemail) ? VoiceScript.Out() : script.Wait(call, pass),
        var key when key == line.DangerDigit => await InDanger(call, pass),
        _ => script.PlaceNow(call, pass),
    });

    /// <summary>The line left the queue: it hung up, or was fetched, or left by a key, or the queue could not hold it.</summary>
    public Task<string> QueueExit(VoiceForm form) => Next(form, over: form["QueueResult"] == "hangup" || form.IsOver, async (desk, call) =>
    {
        if (form["QueueResult"] == "queue-full") await desk.Divert(call, Diversion.QueueFull);
        else if (form["QueueResult"] == "leave" && call.WaitUntil <= desk.Now) await desk.Divert(call, Diversion.LongWait);
    });

    /// <summary>The line was fetched: into the room if it is still wanted there, else to whatever the call needs now.</summary>
    public Task<string> Join(VoiceForm form) => Next(form, form.IsOver);

    /// <summary>The main address failed: on with whatever the call needs now.</summary>
    public Task<string> Fallback(VoiceForm form) => form.IsBrowser ? Task.FromResult(VoiceScript.Goodbye()) : Next(form, form.IsOver);

    /// <summary>The room is left. A caller who is still on the line in mid-talk has lost the counselor.</summary>
    public Task<string> After(VoiceForm form) => desks.Open(async desk =>
    {
        var call = await desk.Arrive(form.CallSid, CallerNumber.From(form.From));
        if (form.IsOver) await desk.CallerLeaves(call, form.At(desk.Now));
        else if (call.Attempt == form.Query("room", call.Attempt)) await desk.LoseCounselor(call);
        return script.For(call);
    });

    // Nobody in danger is held up by a question.
    private async Task<string> Enter(CallDesk desk, Call call, string language, bool inDanger)
    {
        if (!inDanger && await desk.AsksConsent(call, language)) return VoiceScript.AskConsent(language);
        await desk.Enter(call, language, inDanger);
        return script.Entered(call, inDanger);
    }

    private Task<string> Next(VoiceForm form, bool over, Func<CallDesk, Call, Task>? first = null) => desks.Open(async desk =>
    {
        var call = await desk.Arrive(form.CallSid, CallerNumber.From(form.From));
        if (over) await desk.CallerLeaves(call, form.At(desk.Now));
        else if (first is not null) await first(desk, call);
        return script.For(call);
    });

    private string? Spoken(string language) => languages.All.Any(l => l.Code == language) ? language : null;

    private Task<bool> Leaves(Guid id, Exit exit) => desks.Open(async desk =>
        await desk.Find(id) is { } call && (await desk.Divert(call, Diversion.Asked, exit) || call.State == CallState.Diverted));

    private async Task<string> InDanger(Call call, WaitPass pass)
    {
        await desks.Open(async desk => await desk.Find(call.Id) is { } now && desk.Raise(now, 2));
        return script.DangerNow(call, pass);
    }

    /// <summary>Reads only, but for the mark that the line is alive, so it needs no inbox.</summary>
    private async Task<string> InQueue(VoiceForm form, Func<Call, WaitPass, Task<string>> say)
    {
        var leg = form.CallSid;
        await using var db = await contexts.CreateDbContextAsync();
        var call = await db.Calls.AsNoTracking().SingleOrDefaultAsync(c => c.CallerLeg == leg);
        if (call is not null) pulse.Heard(call.Id);
        // Whoever does not wait, or is not known, leaves the queue and is told there: in it there is no room and no menu. Only an ended call is told here.
        if (call is null or { State: CallState.Greeting or CallState.Diverted or CallState.Talking }) return VoiceScript.Out();
        if (!CallFlow.IsLive(call.State)) return script.For(call);
        var (now, number) = (clock.GetUtcNow().UtcDateTime, form.Query("pass", 0));
        var crew = await db.Crew(queries, rules, call.Language!, now);
        // At the very start nobody waits for somebody who has only just left.
        var isEmpty = call.State == CallState.Waiting && !crew.IsThere && (number == 0 || crew.Since <= now - LineRules.EmptyFor);
        return await say(call, new(number, await db.Place(call), form.Query("said", 0), form.Query("told", -1) is >= 0 and var told ? told : null, isEmpty, call.WaitUntil <= now));
    }
}
