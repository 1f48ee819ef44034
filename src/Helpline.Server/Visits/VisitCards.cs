using System.Text.Json;
using Helpline.Contracts.Visits;
using Helpline.Domain.Casework;
using Helpline.Domain.Visits;
using Helpline.Server.Privacy;

namespace Helpline.Server.Visits;

/// <summary>Visits as their readers see them, and the form as it is sealed.</summary>
internal static class VisitCards
{
    public static VisitCard Of(Visit v) => new(
        v.Id, v.Number, v.ReferralId, v.CaseId, v.PersonId, v.HouseholdId, v.SeriesId, v.Area, v.Kind.ToString(), v.Priority, v.PlannedFrom, v.PlannedTo,
        v.Worker, v.State.ToString(), v.Attempt, v.MissedReason, v.CancelReason, v.Result, v.HeldAt, v.EnteredLate,
        v.AttentionSince is null ? null : v.Attention?.ToString(), v.IsOwed, v.Next, v.Version, v.SeenBy);

    public static SeriesCard Of(VisitSeries s, int ahead) => new(s.Id, s.Area, s.Kind.ToString(), s.Worker, Of(s.Rule), ahead, s.EndedAt, s.Version);

    public static VisitMove Of(HistoryEntry e) => new(e.At, e.By, e.What, e.To, e.Reason);

    public static VisitForm Of(VisitFields f) => new(
        f.Seen.Trim(), f.Health, f.Mood, f.Household, f.Children, f.Benefits, f.Services, f.Advice, f.DangerSigns, f.Result,
        Utc(f.Arrived), Utc(f.Left), f.Minutes, Utc(f.NextFrom));

    public static VisitForm Open(this VisitRecord record, Vault vault) => JsonSerializer.Deserialize<VisitForm>(vault.Open(record.SealedForm, Place(record.VisitId)), JsonSerializerOptions.Web)!;

    public static VisitFormCard Of(VisitRecord record, Vault vault)
    {
        var f = record.Open(vault);
        var fields = new VisitFields(
            f.Seen, f.Health, f.Mood, f.Household, f.Children, f.Benefits, f.Services, f.Advice, f.DangerSigns, f.Result, f.Arrived, f.Left, f.Minutes, f.NextFrom);
        return new(fields, record.SavedAt, record.DoneAt, record.Version);
    }

    public static string Seal(this VisitForm form, Guid visit, Vault vault) => vault.Seal(JsonSerializer.Serialize(form, JsonSerializerOptions.Web), Place(visit));

    /// <summary>A time of a request, whatever offset it was written with.</summary>
    public static DateTime Utc(DateTime time) => time.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(time, DateTimeKind.Utc) : time.ToUniversalTime();

    private static DateTime? Utc(DateTime? time) => time is { } given ? Utc(given) : null;

    private static SeriesDates Of(SeriesRule r) => new(
        r.From, r.At, r.Minutes, r.Every, r.Unit.ToString(), [.. Enum.GetValues<Weekdays>().Where(d => d != Weekdays.None && r.On.HasFlag(d)).Select(d => d.ToString())], r.Until, r.Count);

    private static string Place(Guid visit) => $"VisitRecords|SealedForm|{visit:N}";
}
