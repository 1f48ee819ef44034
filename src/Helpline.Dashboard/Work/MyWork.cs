using Helpline.Contracts.Work;
using Helpline.Dashboard.Accounts;
using Helpline.Dashboard.Api;

namespace Helpline.Dashboard.Work;

/// <summary>How much there is to do, kept fresh by pushes, and what is urgent and was not yet seen.</summary>
internal sealed class MyWork(HelplineApi api, CurrentSession session)
{
    private readonly List<UrgentWork> urgent = [];

    public event Action? Changed;

    public int Total { get; private set; }

    public IReadOnlyList<UrgentWork> Urgent => urgent;

    /// <summary>Whether this account has work of this kind at all.</summary>
    public bool IsMine => session.Is("Counselor") || session.Is("Supervisor") || session.Is("SocialWorker");

    public async Task Fetch()
    {
        if (!IsMine) return;
        if ((await api.WorkCounts()).Value is { } counts) Total = counts.Sum(c => c.Count);
        Changed?.Invoke();
    }

    public void Wanted(UrgentWork work)
    {
        urgent.RemoveAll(u => u.About == work.About);
        urgent.Add(work);
        Changed?.Invoke();
    }

    public void Dismiss(UrgentWork work)
    {
        urgent.Remove(work);
        Changed?.Invoke();
    }
}
