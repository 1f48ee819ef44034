using System.Globalization;
using Helpline.Contracts.Shifts;
using Helpline.Domain.Line;
using Helpline.Domain.Shifts;
using Helpline.Domain.Visits;

namespace Helpline.Server.Shifts;

/// <summary>Wishes in, refusals out.</summary>
internal static class ShiftAnswers
{
    private const int MostGaps = 20;

    /// <summary>400 that names the field; <c>reason</c> is the fault, <c>hours</c> those that would ring nobody.</summary>
    public static IResult Problem(this ShiftDesk desk, ShiftRefusal refusal) => refusal.Problem(desk.Rules, desk.Line);

    /// <inheritdoc cref="Problem(ShiftDesk, ShiftRefusal)"/>
    public static IResult Problem(this ShiftRefusal refusal, RotaRules rules, LineRules line)
    {
        var told = Told(refusal, rules, line);
        var extensions = new Dictionary<string, object?> { ["reason"] = refusal.Fault.ToString() };
        var cards = new ShiftCards(line, new Dictionary<string, string>(), new Dictionary<Guid, Guid>());
        if (refusal.Gaps is { } gaps) extensions["hours"] = gaps.Take(MostGaps).Select(cards.Of).ToList();
        if (refusal.Other is { } other) extensions["other"] = new ShiftTimes(other.Id, line.Wall(other.From), line.Wall(other.To));
        return TypedResults.ValidationProblem(new Dictionary<string, string[]> { [refusal.Field] = [told] }, detail: told, extensions: extensions);
    }

    /// <summary>A time of a wish: by the wall clock of the line, unless it says its offset.</summary>
    public static DateTime Utc(this LineRules line, DateTime time) =>
        time.Kind == DateTimeKind.Unspecified ? line.Zone.Utc(DateOnly.FromDateTime(time), TimeOnly.FromDateTime(time)) : time.ToUniversalTime();

    /// <summary>By the wall clock of the line, without an offset on the wire.</summary>
    public static DateTime Wall(this LineRules line, DateTime utc) => DateTime.SpecifyKind(line.Local(utc), DateTimeKind.Unspecified);

    private static string Told(ShiftRefusal refusal, RotaRules rules, LineRules line) => refusal.Fault switch
    {
        ShiftFault.EndsBeforeItBegins => "The shift ends before it begins.",
        ShiftFault.TooShort => $"A shift has at least {rules.Shortest.TotalMinutes:0} minutes.",
        ShiftFault.TooLong => $"A shift has at most {rules.Longest.TotalHours:0} hours.",
        ShiftFault.InThePast => "The time is in the past.",
        ShiftFault.TooFarAhead => $"A shift is planned at most {rules.AheadDays} days ahead.",
        ShiftFault.Overlaps => $"It overlaps the shift {Span(refusal.Other!, line)} of the same counselor.",
        ShiftFault.TooLittleRest => $"With the shift {Span(refusal.Other!, line)} it is one stretch of more than {rules.Longest.TotalHours:0} hours: {rules.Rest.TotalHours:0} hours of rest lie between two.",
        ShiftFault.OtherLanguage => "She does not speak the language that the shift asks for.",
        ShiftFault.NoCounselor => "There is no enabled counselor of that name.",
        ShiftFault.NotOpen => "It is not open any more.",
        ShiftFault.NotHers => "It belongs to somebody else.",
        ShiftFault.HasBegun => "It has begun; only its end can be moved.",
        ShiftFault.RingsNobody => $"Nobody would be on shift {string.Join("; ", refusal.Gaps!.Take(3).Select(g => $"{Span(g.From, g.To, line)}{(g.Language is null ? "" : $" in {g.Language}")}"))}. Say why, to do it all the same.",
    };

    private static string Span(Duty shift, LineRules line) => Span(shift.From, shift.To, line);

    private static string Span(DateTime from, DateTime to, LineRules line) =>
        string.Create(CultureInfo.InvariantCulture, $"{line.Local(from):yyyy-MM-dd HH:mm} to {line.Local(to):yyyy-MM-dd HH:mm}");
}
