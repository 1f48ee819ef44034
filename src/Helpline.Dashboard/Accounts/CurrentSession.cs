using System.Net;
using Helpline.Contracts.Accounts;
using Helpline.Dashboard.Api;

namespace Helpline.Dashboard.Accounts;

/// <summary>Who is signed in, and whether she must sign in again over the page she works on.</summary>
internal sealed class CurrentSession
{
    private readonly HelplineApi api;
    private readonly TimeProvider clock;

    public CurrentSession(HelplineApi api, TimeProvider clock)
    {
        (this.api, this.clock) = (api, clock);
        api.SignInNeeded += Lose;
    }

    public event Action? Changed;

    public Session? Who { get; private set; }

    /// <summary>The server no longer knows her; what she typed is still on the page.</summary>
    public bool Lost { get; private set; }

    /// <summary>The day of the line; where the reader is, it may be another.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Who?.Zone is { } zone ? TimeZoneInfo.ConvertTime(clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime : clock.GetLocalNow().DateTime);

    public bool Is(string role) => Who?.Roles.Contains(role) == true;

    public bool Enters(Section section) => Who is { } who && section.Admits(who.Roles, who.IsPartner);

    /// <summary>False when the server could not be reached.</summary>
    public async Task<bool> Load()
    {
        var answer = await api.Session();
        (Who, Lost) = (answer.Value, false);
        Changed?.Invoke();
        return answer.Ok || answer.Status == HttpStatusCode.Unauthorized;
    }

    public Task<Answer<Session>> SignIn(string userName, string password) => api.SignIn(new SignIn(userName.Trim(), password));

    public void Enter(Session who)
    {
        (Who, Lost) = (who, false);
        Changed?.Invoke();
    }

    public async Task SignOut()
    {
        await api.SignOut();
        (Who, Lost) = (null, false);
        Changed?.Invoke();
    }

    public void Lose()
    {
        if (Who is null || Lost)
            return;
        Lost = true;
        Changed?.Invoke();
    }
}
