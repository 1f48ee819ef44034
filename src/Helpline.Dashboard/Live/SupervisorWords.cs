using Helpline.Contracts.Live;

namespace Helpline.Dashboard.Live;

/// <summary>What supervisors said to this counselor and she has not put away yet.</summary>
internal sealed class SupervisorWords
{
    private readonly List<SaidToYou> said = [];

    public event Action? Changed;

    public IReadOnlyList<SaidToYou> Said => said;

    public void Take(SaidToYou words)
    {
        said.Add(words);
        Changed?.Invoke();
    }

    public void PutAway(SaidToYou words)
    {
        said.Remove(words);
        Changed?.Invoke();
    }
}
