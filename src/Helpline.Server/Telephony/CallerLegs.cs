using Helpline.Domain.Calls;
using Helpline.Server.Calls;
using Helpline.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Telephony;

/// <summary>What a caller's line asks. Answers are TwiML.</summary>
internal sealed class CallerLegs(CallDesks desks, VoiceScript script, Languages languages, IDbContextFactory<HelplineDb> contexts, Pulse pulse)
{
    public Task<string> Incoming(VoiceForm form) => desks.Once($"{form.CallSid}|incoming", async desk =>
        script.For(await desk.Arrive(form.CallSid, CallerNumber.From(form.From))));

    public Task<string> Language(VoiceForm form)
    {
        var attempt = Math.Clamp(form.Query("try", 1), 1, VoiceScript.MenuTries);
        return desks.Once($"{form.CallSid}|language|{attempt}", async desk =>
        {
            // The first webhook may have been lost on the way: the call is taken up where it is.
            var call = await desk.Arrive(form.CallSid, CallerNumber.From(form.From));
            var chosen = languages.ByDigit(form.Digits) ?? (attempt == VoiceScript.MenuTries ? languages.Default.Code : null);
            if (chosen is null && call.State == CallState.Greeting) return script.Menu(attempt + 1);
            if (chosen is not null) desk.ChooseLanguage(call, chosen);
            return script.For(call);
        });
    }

    public Task<string> Wait(VoiceForm form) => InQueue(form, (call, place) => script.Wait(call, form.Query("pass", 0), place));

    public Task<string> WaitKey(VoiceForm form) => InQueue(form, (call, place) => script.PlaceNow(call, form.Query("pass", 0), place));

    /// <summary>The line left the queue: it hung up, or was fetched, or the queue could not hold it.</summary>
    public Task<string> QueueExit(VoiceForm form) => Next(form, over: form["QueueResult"] == "hangup" || form.IsOver);

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

    private Task<string> Next(VoiceForm form, bool over) => desks.Open(async desk =>
    {
        var call = await desk.Arrive(form.CallSid, CallerNumber.From(form.From));
        if (over) await desk.CallerLeaves(call, form.At(desk.Now));
        return script.For(call);
    });

    /// <summary>Reads only, but for the mark that the line is alive, so it needs no inbox.</summary>
    private async Task<string> InQueue(VoiceForm form, Func<Call, int, string> say)
    {
        var leg = form.CallSid;
        await using var db = await contexts.CreateDbContextAsync();
        var call = await db.Calls.AsNoTracking().SingleOrDefaultAsync(c => c.CallerLeg == leg);
        if (call is null) return await Incoming(form);
        pulse.Heard(call.Id);
        return call.State is CallState.Waiting or CallState.Offered or CallState.Connecting ? say(call, await db.Calls.Place(call)) : script.For(call);
    }
}
