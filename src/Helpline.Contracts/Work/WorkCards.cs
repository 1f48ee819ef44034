using Helpline.Contracts.FollowUps;

namespace Helpline.Contracts.Work;

/// <summary>The parts of My work, in the order in which they are shown.</summary>
public static class WorkKind
{
    public const string Escalations = "Escalations";
    public const string Overdue = "Overdue";
    public const string Due = "Due";
    public const string Drafts = "Drafts";
    public const string Callbacks = "Callbacks";
    public const string Voicemails = "Voicemails";

    /// <summary>Visits that are due within a day, and missed ones of which nobody decided.</summary>
    public const string Visits = "Visits";

    /// <summary>Shifts of the reader that begin within a day.</summary>
    public const string Shifts = "Shifts";

    /// <summary>Swaps of shifts to decide on; supervisors only.</summary>
    public const string Swaps = "Swaps";

    /// <summary>Referrals that the reader is to answer.</summary>
    public const string Answers = "Answers";

    /// <summary>Urgent referrals that the reader wrote, and has not sent.</summary>
    public const string Unsent = "Unsent";

    /// <summary>Referrals of the reader that were refused or not completed: she sends another in its place, or closes the loop.</summary>
    public const string Refused = "Refused";

    /// <summary>Reports on referrals that the reader sent, and has not looked at.</summary>
    public const string Reports = "Reports";

    /// <summary>Jobs that were given up; supervisors only.</summary>
    public const string StuckJobs = "StuckJobs";

    public static readonly string[] All = [Escalations, Overdue, Due, Drafts, Callbacks, Voicemails, Visits, Shifts, Swaps, Unsent, Answers, Refused, Reports, StuckJobs];
}

/// <summary>How much there is of one kind.</summary>
public sealed record WorkCount(string Kind, int Count);

/// <summary>One thing to do, but for follow-ups, callbacks and messages, which have cards of their own.</summary>
/// <param name="Kind">Of <see cref="WorkKind"/>.</param>
/// <param name="Id">Of a draft its contact; of an escalation its own; of a job its subject.</param>
/// <param name="Number">What people call the thing; the job's kind for a job.</param>
/// <param name="At">UTC, since when.</param>
/// <param name="What">Of an escalation its cause, Overdue, NotReached, AtRisk, NotPlanned, DangerSigns or VisitMissed; WalkIn for the draft of a contact without a call; of a job the kind of error; of a swap, where the number is who asked, who would take it.</param>
/// <param name="About">Of an escalation what climbed; null for everything else.</param>
public sealed record WorkRow(string Kind, Guid Id, string Number, DateTime At, string? What, Guid? About = null);

/// <summary>Everything that the reader has to do now.</summary>
/// <param name="FollowUps">Due and overdue, the oldest first.</param>
public sealed record WorkCard(IReadOnlyList<WorkCount> Counts, IReadOnlyList<FollowUpCard> FollowUps, IReadOnlyList<WorkRow> Rows);

/// <summary>Something that supervisors have to see to at once.</summary>
/// <param name="About">A follow-up or a visit.</param>
/// <param name="Number">What people call it.</param>
/// <param name="Cause">NotReached (somebody at high risk), DangerSigns or VisitMissed.</param>
/// <param name="Risk">Code of <c>risk_levels</c> of a follow-up.</param>
public sealed record UrgentWork(Guid About, string Number, string Cause, string? Risk = null);
