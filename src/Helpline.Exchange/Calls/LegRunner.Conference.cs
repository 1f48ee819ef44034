namespace Helpline.Exchange;

/// <summary>A leg in a conference.</summary>
internal sealed partial class LegRunner
{
    private async Task<Step?> Dial(Dial verb, Room room, CancellationToken stopped)
    {
        var (joined, code, why) = exchange.Conferences.Join(leg, room);
        if (joined is null)
        {
            journal.Error(leg.Sid, code, why);
            return AfterDial(verb, "failed");
        }
        leg.Answers();
        try
        {
            await Stay(joined, verb.TimeLimit, stopped, verb.HangupOnStar);
        }
        catch (OperationCanceledException) when (stopped.IsCancellationRequested)
        {
            if (leg.IsOver && verb.Action is { } action) await Ask(action, verb.Method, DialResult("answered"), "Dial action (hung up)");
            throw;
        }
        return AfterDial(verb, "answered");
    }

    /// <summary>Into the conference that the leg was rung for.</summary>
    private async Task Enter(CancellationToken stopped)
    {
        if (leg.Seat is { } seat && seat.Conference.Enter(seat)) await Stay(seat, LongestStay, stopped);
        leg.RunsOut("completed", "left the conference");
    }

    /// <summary>Until the participant is taken out of the conference, the time is up, or the leg is wanted elsewhere (which throws).</summary>
    /// <param name="star">Or until the star key, whatever is heard meanwhile.</param>
    private async Task Stay(Participant me, TimeSpan limit, CancellationToken stopped, bool star = false)
    {
        leg.Star = star ? () => me.Conference.Leave(me, "participant_hung_up", kicked: false) : null;
        try
        {
            await Hear(me, clock.GetUtcNow() + limit, stopped);
        }
        catch (OperationCanceledException) when (stopped.IsCancellationRequested)
        {
            me.Conference.Leave(me, leg.IsOver ? "participant_hung_up" : "participant_updated_via_api", kicked: false);
            throw;
        }
        finally
        {
            leg.Star = null;
        }
        me.Conference.Leave(me, "participant_hung_up", kicked: false);
    }

    private async Task Hear(Participant me, DateTimeOffset until, CancellationToken stopped)
    {
        while (true)
        {
            var changed = me.Changed;
            if (me.HasLeft) return;
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(stopped, changed);
            try
            {
                if (me.Announcement is { } words) await Announce(me, words, stopped);
                else if (me.Music() is { } music) await Listen(me, music, stop.Token);
                else if (until - clock.GetUtcNow() is var left && left <= TimeSpan.Zero) return;
                else await Wait(left, forKeys: false, stop.Token);
            }
            catch (OperationCanceledException) when (changed.IsCancellationRequested && !stopped.IsCancellationRequested)
            {
                leg.HearsNothing();
            }
        }
    }

    /// <summary>An announcement is heard to its end, whatever else changes, unless the participant leaves.</summary>
    private async Task Announce(Participant me, Fetch words, CancellationToken stopped)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stopped, me.Gone);
        var ending = "announcement-end";
        try
        {
            await Document(words, Place.ConferenceWait, stop.Token);
        }
        catch (DocumentFailedException)
        {
            ending = "announcement-fail";
        }
        me.Conference.Change(me, "announcement", ending, p => p.Announcement = p.Announcement == words ? null : p.Announcement);
    }

    /// <summary>Music on hold goes round; a wait document does not, and a failing one takes the participant out.</summary>
    private async Task Listen(Participant me, Fetch music, CancellationToken stopped)
    {
        try
        {
            await Document(music, Place.ConferenceWait, stopped);
        }
        catch (DocumentFailedException) when (!me.Hold)
        {
            me.Conference.Leave(me, "participant_add_failed", kicked: false);
            return;
        }
        catch (DocumentFailedException)
        {
            journal.Write(JournalKind.Conference, leg.Sid, "on hold in silence: the hold document failed");
        }
        if (me.Hold && me.HoldUrl is not null && withoutPause == 0) return;
        await Wait(null, forKeys: false, stopped);
    }
}
