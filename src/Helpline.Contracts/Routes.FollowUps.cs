namespace Helpline.Contracts;

public static partial class Routes
{
    /// <summary>
    /// GET <see cref="FollowUps.FollowUpCard"/>[], those due first: <c>?of=mine</c> or <c>team</c>, <c>&amp;state=</c>, <c>&amp;kind=</c>, and
    /// <c>&amp;after={dueAt}&amp;afterId={id}</c> of the last one for the next page. POST <see cref="FollowUps.NewFollowUp"/>, answers the card.
    /// </summary>
    public const string FollowUps = "api/follow-ups";

    /// <summary>GET <see cref="Work.WorkCard"/>: everything that the reader has to do now.</summary>
    public const string Work = "api/work";

    /// <summary>GET <see cref="Work.WorkCount"/>[].</summary>
    public const string WorkCounts = "api/work/counts";

    /// <summary>GET <see cref="FollowUps.FollowUpDetails"/>.</summary>
    public static string FollowUp(Guid id) => $"{FollowUps}/{id}";

    /// <summary>POST <see cref="FollowUps.NewAttempt"/>: what became of a try, also of one on another telephone.</summary>
    public static string Attempts(Guid followUp) => $"{FollowUps}/{followUp}/attempts";

    /// <summary>POST <see cref="FollowUps.AgreedTime"/>.</summary>
    public static string AgreeTime(Guid followUp) => $"{FollowUps}/{followUp}/agree";

    /// <summary>POST <see cref="FollowUps.CancelFollowUp"/>.</summary>
    public static string CancelFollowUp(Guid followUp) => $"{FollowUps}/{followUp}/cancel";

    /// <summary>PUT <see cref="Work.TaskOwnerChange"/>: its owner, or a supervisor, gives it to somebody.</summary>
    public static string FollowUpOwner(Guid followUp) => $"{FollowUps}/{followUp}/owner";

    /// <summary>POST: somebody has seen to it.</summary>
    public static string SeeTo(Guid escalation) => $"{Work}/escalations/{escalation}/seen";

    /// <summary>POST: try the job again. Supervisors only.</summary>
    public static string TryAgain(string job, Guid subject) => $"{Work}/jobs/{job}/{subject}/retry";
}
