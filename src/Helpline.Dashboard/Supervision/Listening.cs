using Helpline.Contracts.Supervision;
using Helpline.Dashboard.Api;
using Helpline.Dashboard.Board;
using Helpline.Dashboard.Phone;

namespace Helpline.Dashboard.Supervision;

/// <summary>A supervisor in a counselor's call, and the cries for help that nobody has answered yet.</summary>
internal sealed class Listening(HelplineApi api, BoardPicture picture, BrowserPhone phone)
{
    private readonly HashSet<HelpWanted> dismissed = [];
    private readonly List<RiskRaised> risks = [];

    public event Action? Changed;

    /// <summary>The call that is heard; null for none.</summary>
    public Guid? Call { get; private set; }

    /// <summary>Listen, Coach or Barge.</summary>
    public string Mode { get; private set; } = "Listen";

    /// <summary>As the board has them, but for those she has put away.</summary>
    public IReadOnlyList<HelpWanted> Helps => [.. picture.Helps.Where(help => !dismissed.Contains(help))];

    /// <summary>Contacts with somebody in danger, until she says that she has seen it.</summary>
    public IReadOnlyList<RiskRaised> Risks => risks;

    private Guid listener;

    public void Dismiss(HelpWanted help)
    {
        dismissed.Add(help);
        Changed?.Invoke();
    }

    public void Raised(RiskRaised risk)
    {
        risks.RemoveAll(r => r.ContactId == risk.ContactId);
        risks.Add(risk);
        Changed?.Invoke();
    }

    public void Dismiss(RiskRaised risk)
    {
        risks.Remove(risk);
        Changed?.Invoke();
    }

    /// <returns>False when nobody talks there any more, or this browser has no phone.</returns>
    public async Task<bool> Start(Guid call)
    {
        if ((await api.Listen(call)).Value is not { } ticket || !await phone.Connect(ticket.Ticket)) return false;
        (Call, listener, Mode) = (call, ticket.ListenerId, "Listen");
        dismissed.UnionWith(picture.Helps.Where(help => help.CallId == call));
        Changed?.Invoke();
        return true;
    }

    public async Task<bool> Become(string mode)
    {
        if (!(await api.Become(listener, mode)).Ok) return false;
        Mode = mode;
        Changed?.Invoke();
        return true;
    }

    public async Task Leave()
    {
        Call = null;
        await phone.HangUp();
        Changed?.Invoke();
    }
}
