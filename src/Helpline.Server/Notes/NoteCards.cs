using System.Text.Json;
using Helpline.Contracts.Calls;
using Helpline.Domain.Notes;
using Helpline.Server.Privacy;

namespace Helpline.Server.Notes;

/// <summary>A note as its readers see it, and as it is sealed.</summary>
internal sealed class NoteCards(Vault vault)
{
    public NoteCard Of(Note note) => new(
        note.CallId, note.Kind, TopicsOf(note.Topics, note.Topic), note.Risk, Text(note, note.SealedSummary, "SealedSummary") ?? "", note.Outcome, note.SavedAt, note.Version,
        Of(note.Screen), note.Screen.Propose()?.Code(), Text(note, note.SealedRiskReason, "SealedRiskReason"), [.. note.SafetySteps],
        Text(note, note.SealedSafetyReason, "SealedSafetyReason"), Of(note.About), [.. note.Lacks().Select(Field)], note.Author, note.FinishedAt);

    /// <summary>Notes of before had one topic, of one list.</summary>
    public static IReadOnlyList<string> TopicsOf(IReadOnlyList<string> topics, string? old) => topics.Count == 0 && old is not null ? [$"service_kinds.{old}"] : [.. topics];

    /// <summary>The field of a form by which something is missing.</summary>
    public static string Field(NoteLack lack) => JsonNamingPolicy.CamelCase.ConvertName(lack.ToString());

    /// <summary>Writes the fields that are not null; an empty one is cleared.</summary>
    public void Write(Note note, NoteChange change)
    {
        note.Kind = Field(note.Kind, change.Kind);
        note.Risk = Field(note.Risk, change.Risk);
        note.Outcome = Field(note.Outcome, change.Outcome);
        note.SealedSummary = Seal(note, note.SealedSummary, change.Summary, "SealedSummary");
        note.SealedRiskReason = Seal(note, note.SealedRiskReason, change.RiskReason?.Trim(), "SealedRiskReason");
        note.SealedSafetyReason = Seal(note, note.SealedSafetyReason, change.SafetyReason?.Trim(), "SealedSafetyReason");
        if (change.Topics is { } topics) (note.Topics, note.Topic) = ([.. topics.Distinct()], null);
        if (change.SafetySteps is { } steps) note.SafetySteps = [.. steps.Distinct()];
        if (change.Screen is { } screen) Write(note.Screen, screen);
        if (change.About is { } about) Write(note.About, about);
    }

    /// <summary>The whole note as it is now, sealed for this version of it.</summary>
    public string Keep(Note note, int number) => vault.Seal(JsonSerializer.Serialize(Of(note), JsonSerializerOptions.Web), VersionPlace(note.CallId, number));

    public NoteVersionCard Of(NoteVersion version) => new(
        version.Number, version.What.ToString(), version.At, version.By,
        JsonSerializer.Deserialize<NoteCard>(vault.Open(version.Sealed, VersionPlace(version.CallId, version.Number)), JsonSerializerOptions.Web)!);

    public AddendumCard Of(NoteAddendum addendum) => new(addendum.At, addendum.Author, vault.Open(addendum.SealedText, AddendumPlace(addendum.Id)));

    public string Seal(string text, Guid addendum) => vault.Seal(text, AddendumPlace(addendum));

    private static RiskAnswers Of(RiskScreen screen) => new(
        screen.Thoughts?.ToString(), screen.Plan?.ToString(), screen.Means?.ToString(), screen.Time?.ToString(), screen.Alone?.ToString(), screen.SomeoneWith?.ToString());

    private static NoteParticulars Of(Particulars about) =>
        new(about.CallerKind, about.CallerAge, about.CallerSex, about.NeedAge, about.NeedSex, about.Region, about.Language);

    private static void Write(RiskScreen screen, RiskAnswers change)
    {
        screen.Thoughts = Answer(screen.Thoughts, change.Thoughts);
        screen.Plan = Answer(screen.Plan, change.Plan);
        screen.Means = Answer(screen.Means, change.Means);
        screen.Time = Answer(screen.Time, change.Time);
        screen.Alone = Answer(screen.Alone, change.Alone);
        screen.SomeoneWith = Answer(screen.SomeoneWith, change.SomeoneWith);
    }

    private static void Write(Particulars about, NoteParticulars change)
    {
        about.CallerKind = Field(about.CallerKind, change.CallerKind);
        about.CallerAge = Field(about.CallerAge, change.CallerAge);
        about.CallerSex = Field(about.CallerSex, change.CallerSex);
        about.NeedAge = Field(about.NeedAge, change.NeedAge);
        about.NeedSex = Field(about.NeedSex, change.NeedSex);
        about.Region = Field(about.Region, change.Region);
        about.Language = Field(about.Language, change.Language);
    }

    private string? Text(Note note, string? sealedText, string column) => sealedText is null ? null : vault.Open(sealedText, Place(note, column));

    private string? Seal(Note note, string? old, string? changed, string column) =>
        changed is null ? old : changed.Length == 0 ? null : vault.Seal(changed, Place(note, column));

    private static string? Field(string? old, string? changed) => changed is null ? old : changed.Length == 0 ? null : changed;

    private static ScreenAnswer? Answer(ScreenAnswer? old, string? changed) => changed is null ? old : changed.Length == 0 ? null : Enum.Parse<ScreenAnswer>(changed);

    private static string Place(Note note, string column) => $"Notes|{column}|{note.CallId:N}";

    private static string VersionPlace(Guid note, int number) => $"NoteVersions|Sealed|{note:N}.{number}";

    private static string AddendumPlace(Guid addendum) => $"NoteAddenda|SealedText|{addendum:N}";
}
