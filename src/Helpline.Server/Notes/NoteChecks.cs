using Helpline.Contracts.Calls;
using Helpline.Domain.Notes;
using Helpline.Server.Catalog;
using Helpline.Server.Hosting;
using Helpline.Server.Telephony;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Helpline.Server.Notes;

/// <summary>Whether what is to be written in a note can be.</summary>
internal sealed class NoteChecks(Catalogs catalogs, Languages languages)
{
    /// <param name="note">As it is: what it holds may stay, though the catalog has retired it meanwhile.</param>
    /// <returns>A problem that names the first wrong field; null when all is well.</returns>
    public ValidationProblem? Wrong(NoteChange change, Note note) =>
        catalogs.Wrong("call_kinds", "kind", change.Kind, note.Kind)
        ?? Topics(change.Topics, note.Topics)
        ?? catalogs.Wrong("risk_levels", "risk", change.Risk, note.Risk)
        ?? catalogs.Wrong("call_outcomes", "outcome", change.Outcome, note.Outcome)
        ?? TooLong("summary", change.Summary, NoteCard.SummaryLength)
        ?? TooLong("riskReason", change.RiskReason, NoteCard.ReasonLength)
        ?? TooLong("safetyReason", change.SafetyReason, NoteCard.ReasonLength)
        ?? Each(change.SafetySteps?.Except(note.SafetySteps), step => catalogs.Wrong("safety_steps", "safetySteps", step))
        ?? (change.Screen is { } screen ? Wrong(screen) : null)
        ?? (change.About is { } about ? Wrong(about, note.About) : null);

    public static ValidationProblem? TooLong(string field, string? text, int most) => text?.Length > most
        ? Refusals.Field(field, $"The text has {text.Length} characters; at most {most} fit.")
        : null;

    private ValidationProblem? Topics(IReadOnlyList<string>? topics, List<string> kept) => topics?.Distinct().Count() > Note.MostTopics
        ? Refusals.Field("topics", $"At most {Note.MostTopics} topics can be chosen.")
        : Each(topics?.Except(kept), Topic);

    private ValidationProblem? Topic(string topic) => topic.Split('.', 2) is [var list, var code] && NoteCard.TopicLists.Contains(list)
        ? catalogs.Wrong(list, "topics", code)
        : Refusals.Field("topics", $"'{topic}' is no topic; a topic is list.code, of a list {string.Join(", ", NoteCard.TopicLists)}.");

    private static ValidationProblem? Wrong(RiskAnswers answers) => Each(
        [("thoughts", answers.Thoughts), ("plan", answers.Plan), ("means", answers.Means), ("time", answers.Time), ("alone", answers.Alone), ("someoneWith", answers.SomeoneWith)],
        asked => string.IsNullOrEmpty(asked.Item2) || Enum.GetNames<ScreenAnswer>().Contains(asked.Item2)
            ? null
            : Refusals.Field(asked.Item1, $"'{asked.Item2}' is no answer; it is one of {string.Join(", ", Enum.GetNames<ScreenAnswer>())}."));

    private ValidationProblem? Wrong(NoteParticulars about, Particulars kept) =>
        catalogs.Wrong("caller_kinds", "callerKind", about.CallerKind, kept.CallerKind)
        ?? catalogs.Wrong("age_bands", "callerAge", about.CallerAge, kept.CallerAge)
        ?? catalogs.Wrong("sexes", "callerSex", about.CallerSex, kept.CallerSex)
        ?? catalogs.Wrong("age_bands", "needAge", about.NeedAge, kept.NeedAge)
        ?? catalogs.Wrong("sexes", "needSex", about.NeedSex, kept.NeedSex)
        ?? catalogs.WrongWithin("regions", "region", about.Region, kept.Region)
        ?? (string.IsNullOrEmpty(about.Language) || languages.All.Any(l => l.Code == about.Language)
            ? null
            : Refusals.Field("language", $"'{about.Language}' is no language of the line; it is one of {string.Join(", ", languages.All.Select(l => l.Code))}."));

    private static ValidationProblem? Each<T>(IEnumerable<T>? all, Func<T, ValidationProblem?> wrong) => all?.Select(wrong).FirstOrDefault(w => w is not null);
}
