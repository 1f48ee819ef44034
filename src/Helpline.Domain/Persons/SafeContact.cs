using Helpline.Domain.Line;

namespace Helpline.Domain.Persons;

/// <summary>How a person may be reached without harm. What was not asked is taken as the careful choice.</summary>
/// <param name="MayCall">Whether we may call at all.</param>
/// <param name="From">Local time from which it is safe; with <paramref name="To"/> null for any time outside quiet hours.</param>
/// <param name="To">Local time until which it is safe; before <paramref name="From"/> when it goes over midnight.</param>
/// <param name="WhoMayAnswer">Who else may know, in a few words.</param>
/// <param name="WhatToSay">What to say to whoever answers.</param>
/// <param name="MayLeaveMessage">Whether a message may be left.</param>
/// <param name="MaySms">Whether she asked for text messages; they hold neutral words only.</param>
public sealed record SafeContact(
    bool MayCall, TimeOnly? From, TimeOnly? To, string? WhoMayAnswer, string? WhatToSay, bool MayLeaveMessage, bool MaySms)
{
    public static readonly SafeContact Careful = new(false, null, null, null, null, false, false);

    /// <summary>Whether the person may be called at this local time.</summary>
    public bool MayCallAt(DateTime local, OpeningHours quiet) => MayCall && !quiet.Holds(local) && IsSafe(TimeOnly.FromDateTime(local));

    private bool IsSafe(TimeOnly time) => From is not { } from || To is not { } to || time.IsBetween(from, to);
}
