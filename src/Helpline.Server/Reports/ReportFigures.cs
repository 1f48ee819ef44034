using Helpline.Domain.Reports;
using Helpline.Server.Journals;

namespace Helpline.Server.Reports;

/// <summary>A figure of the report is how many rows a journal has with a filter, so its rows are always those it counts.</summary>
/// <param name="By">The filter whose values split it; null for one number.</param>
/// <param name="Keys">Which values count; null for all.</param>
/// <param name="Days">Instead of the rows: a median of days over them.</param>
/// <param name="GoesOn">What became of the rows of the period, also after it: another number later is how things went on, and no correction.</param>
internal sealed record ReportFigure(
    string Journal, (string Code, string Value)[] Filters, string? By = null, Func<string, bool>? Keys = null, Func<JournalScope, CancellationToken, Task<double?>>? Days = null, bool GoesOn = false);

/// <summary>The one definition of each figure of the report.</summary>
internal static class ReportFigures
{
    private static readonly ReferralJournal Referrals = (ReferralJournal)Journal.Find("referrals")!;

    private static readonly Dictionary<string, ReportFigure> all = new()
    {
        ["cases_at_start"] = Cases("atStart"),
        ["cases_new"] = Cases("opened"),
        ["cases_reopened"] = Cases("reopened"),
        ["cases_closed"] = Cases("closed"),
        ["cases_closed_by_reason"] = Cases("closed", "closeReason"),
        ["cases_at_end"] = Cases("atEnd"),
        ["contacts"] = new("contacts", []),
        ["contacts_by_channel"] = new("contacts", [], "channel"),
        ["contacts_by_kind"] = new("contacts", [], "kind"),
        // A contact of several topics counts for each. The first two as the page of figures counts them.
        ["contacts_by_topic"] = Topics("service_kinds"),
        ["contacts_by_target_group"] = Topics("target_groups"),
        ["contacts_by_circumstance"] = Topics("social_protection_definition"),
        ["services_by_kind_and_form"] = new("contacts", [], "service"),
        ["contacts_by_region"] = new("contacts", [], "region"),
        ["contacts_by_age"] = new("contacts", [], "age"),
        ["contacts_by_sex"] = new("contacts", [], "sex"),
        ["contacts_by_language"] = new("contacts", [], "language"),
        ["contacts_by_risk"] = new("contacts", [], "risk"),
        ["contacts_by_outcome"] = new("contacts", [], "outcome"),
        // Of the referrals that were sent in the period, whenever the rest came to pass.
        ["referrals_sent"] = new("referrals", []),
        ["referrals_answered"] = new("referrals", [("answered", "yes")], GoesOn: true),
        ["referrals_completed"] = new("referrals", [("completed", "yes")], GoesOn: true),
        ["referrals_by_need_met"] = new("referrals", [], "needMet", key => key != Journal.None, GoesOn: true),
        ["needs_unmet"] = new("referrals", [("needMet", "not_met")], GoesOn: true),
        ["referrals_overdue"] = new("referrals", [("overdue", "yes")]),
        ["referrals_answer_days"] = new("referrals", [("answered", "yes")], Days: async (scope, stop) => Median.Of((await Referrals.Days(scope, stop)).Answer), GoesOn: true),
        ["referrals_complete_days"] = new("referrals", [("completed", "yes")], Days: async (scope, stop) => Median.Of((await Referrals.Days(scope, stop)).Complete), GoesOn: true),
        ["referrals_by_service"] = new("referrals", [], "serviceKind"),
        ["referrals_by_state"] = new("referrals", [], "state", GoesOn: true),
        // Of the visits that were planned for the period.
        ["visits_planned"] = new("visits", []),
        ["visits_done"] = new("visits", [("state", "Done")], GoesOn: true),
        ["visits_missed"] = new("visits", [("state", "Missed")], GoesOn: true),
        ["visits_cancelled"] = new("visits", [("state", "Cancelled")], GoesOn: true),
        ["visits_by_state"] = new("visits", [], "state", GoesOn: true),
        ["visits_by_missed_reason"] = new("visits", [("state", "Missed")], "missedReason", GoesOn: true),
        // What was given at home, by kind: its form is patronage. A visit with several services counts for each.
        ["visits_by_service"] = new("visits", [("state", "Done")], "service", key => key != Journal.None, GoesOn: true),
        // Of the follow-ups that were due in the period.
        ["follow_ups_due"] = new("follow-ups", []),
        ["follow_ups_reached"] = new("follow-ups", [("state", "Reached")], GoesOn: true),
        ["follow_ups_unreachable"] = new("follow-ups", [("state", "Unreachable")], GoesOn: true),
        ["follow_ups_by_state"] = new("follow-ups", [], "state", GoesOn: true),
        ["calls"] = new("calls", []),
        ["calls_by_result"] = new("calls", [], "result"),
    };

    public static IEnumerable<string> Codes => all.Keys;

    public static ReportFigure Of(string code) => all[code];

    private static ReportFigure Topics(string list) => new("contacts", [], "topic", key => key.StartsWith($"{list}.", StringComparison.Ordinal));

    private static ReportFigure Cases(string clock, string? by = null) => new("cases", [(CaseJournal.Clock, clock)], by);
}
