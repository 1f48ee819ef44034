using Helpline.Contracts;
using Helpline.Contracts.FollowUps;
using Helpline.Contracts.Work;

namespace Helpline.Dashboard.Api;

/// <summary>What is to be done.</summary>
internal sealed partial class HelplineApi
{
    public Task<Answer<WorkCard>> Work() => Get<WorkCard>(Routes.Work);
    public Task<Answer<WorkCount[]>> WorkCounts() => Get<WorkCount[]>(Routes.WorkCounts);
    public Task<Answer<Nothing>> SeeTo(Guid escalation) => Send<Nothing>(HttpMethod.Post, Routes.SeeTo(escalation));
    public Task<Answer<Nothing>> TryAgain(string job, Guid subject) => Send<Nothing>(HttpMethod.Post, Routes.TryAgain(job, subject));
    public Task<Answer<FollowUpDetails>> FollowUp(Guid id) => Get<FollowUpDetails>(Routes.FollowUp(id));
    public Task<Answer<FollowUpCard>> Plan(NewFollowUp wish) => Send<FollowUpCard>(HttpMethod.Post, Routes.FollowUps, wish);
    public Task<Answer<FollowUpCard>> Attempt(Guid followUp, NewAttempt attempt) => Send<FollowUpCard>(HttpMethod.Post, Routes.Attempts(followUp), attempt);
    public Task<Answer<FollowUpCard>> Agree(Guid followUp, AgreedTime time) => Send<FollowUpCard>(HttpMethod.Post, Routes.AgreeTime(followUp), time);
    public Task<Answer<FollowUpCard>> CancelFollowUp(Guid followUp, CancelFollowUp cancel) => Send<FollowUpCard>(HttpMethod.Post, Routes.CancelFollowUp(followUp), cancel);

    public Task<Answer<FollowUpCard>> GiveFollowUp(Guid followUp, TaskOwnerChange change) => Send<FollowUpCard>(HttpMethod.Put, Routes.FollowUpOwner(followUp), change);

    /// <summary>Those that the reader may see and that are open, due first.</summary>
    public Task<Answer<FollowUpCard[]>> Planned(string of, FollowUpCard? after = null) => Get<FollowUpCard[]>(after is null
        ? $"{Routes.FollowUps}?of={of}"
        : $"{Routes.FollowUps}?of={of}&after={Uri.EscapeDataString(after.DueAt.ToString("O"))}&afterId={after.Id}");
}
