using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpline.Contracts;
using Helpline.Contracts.Accounts;
using Helpline.Contracts.Board;
using Helpline.Contracts.Callers;
using Helpline.Contracts.Calls;
using Helpline.Contracts.Catalog;
using Helpline.Contracts.Counselors;
using Helpline.Contracts.Line;
using Helpline.Contracts.Missed;
using Helpline.Contracts.Persons;
using Helpline.Contracts.Routing;
using Helpline.Contracts.Supervision;
using Helpline.Contracts.ThirdParties;
using Helpline.Contracts.Transfers;
using Helpline.Contracts.Work;

namespace Helpline.Dashboard.Api;

/// <summary>Every request the dashboard makes. Safe to call while the server is away: that too is an answer.</summary>
internal sealed partial class HelplineApi(HttpClient http, TimeProvider clock)
{
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMilliseconds(300), TimeSpan.FromSeconds(1)];

    /// <summary>A request was refused because nobody is signed in any more.</summary>
    public event Action? SignInNeeded;

    public Task<Answer<Session>> Session() => Get<Session>(Routes.Session);
    public Task<Answer<Session>> SignIn(SignIn who) => Send<Session>(HttpMethod.Post, Routes.Session, who);
    public Task<Answer<Nothing>> SignOut() => Send<Nothing>(HttpMethod.Delete, Routes.Session);
    public Task<Answer<Nothing>> Speak(string language) => Send<Nothing>(HttpMethod.Put, Routes.MyLanguage, new LanguageChange(language));
    public Task<Answer<Nothing>> Be(string state, string? reason = null, string? tab = null) => Send<Nothing>(HttpMethod.Put, Routes.MyPresence, new PresenceChange(state, reason, tab));
    public Task<Answer<PresenceCard>> Sit(string tab, bool hidden, bool insists) => Send<PresenceCard>(HttpMethod.Put, Routes.MyTab(tab), new TabChange(hidden, insists));

    public Task<Answer<OwnPhoneCard>> MyPhone() => Get<OwnPhoneCard>(Routes.MyPhone);
    public Task<Answer<OwnPhoneCard>> ChangeMyPhone(OwnPhoneChange change) => Send<OwnPhoneCard>(HttpMethod.Put, Routes.MyPhone, change);

    public Task<Answer<BoardSnapshot>> Board() => Get<BoardSnapshot>(Routes.Board);
    public Task<Answer<CatalogList[]>> Catalog() => Get<CatalogList[]>(Routes.Catalog);

    public Task<Answer<CatalogList[]>> Reference() => Get<CatalogList[]>(Routes.Reference);
    public Task<Answer<PhoneSettings>> Phone() => Get<PhoneSettings>(Routes.Phone);

    public Task<Answer<Nothing>> Acknowledge(Guid offer) => Send<Nothing>(HttpMethod.Post, Routes.Acknowledge(offer));
    public Task<Answer<AcceptedOffer>> Accept(Guid offer) => Send<AcceptedOffer>(HttpMethod.Post, Routes.Accept(offer));
    public Task<Answer<Nothing>> Decline(Guid offer) => Send<Nothing>(HttpMethod.Post, Routes.Decline(offer));

    /// <param name="before">Only calls that arrived earlier (UTC); null for the newest.</param>
    /// <param name="counted">What a figure counts, as <c>from=…&amp;until=…&amp;result=…</c>; empty for every call.</param>
    public Task<Answer<CallCard[]>> Calls(DateTime? before, string counted = "") =>
        Get<CallCard[]>($"{Routes.Calls}?{counted}{(before is { } moment ? $"&before={Uri.EscapeDataString(moment.ToString("O"))}" : "")}");

    public Task<Answer<CallDetails>> Call(Guid call) => Get<CallDetails>(Routes.Call(call));
    public Task<Answer<Nothing>> HangUp(Guid call) => Send<Nothing>(HttpMethod.Post, Routes.HangUp(call));
    public Task<Answer<Nothing>> AskForHelp(Guid call) => Send<Nothing>(HttpMethod.Post, Routes.AskForHelp(call));
    public Task<Answer<ListenTicket>> Listen(Guid call) => Send<ListenTicket>(HttpMethod.Post, Routes.Listen(call));
    public Task<Answer<Nothing>> Become(Guid listener, string mode) => Send<Nothing>(HttpMethod.Put, $"{Routes.Listeners}/{listener}", new ListenerChange(mode));
    public Task<Answer<Nothing>> Hold(Guid call) => Send<Nothing>(HttpMethod.Post, Routes.Hold(call));
    public Task<Answer<Nothing>> StopRecording(Guid call) => Send<Nothing>(HttpMethod.Post, Routes.StopRecording(call));
    public Task<Answer<Nothing>> Resume(Guid call) => Send<Nothing>(HttpMethod.Post, Routes.Resume(call));
    public Task<Answer<TransferCard>> AskColleague(Guid call, string colleague) => Send<TransferCard>(HttpMethod.Post, Routes.AskColleague(call), new AskColleague(colleague));
    public Task<Answer<Nothing>> HandOn(Guid call, HandOnCall to) => Send<Nothing>(HttpMethod.Post, Routes.HandOn(call), to);
    public Task<Answer<AcceptedOffer>> AcceptTransfer(Guid transfer) => Send<AcceptedOffer>(HttpMethod.Post, Routes.AcceptTransfer(transfer));
    public Task<Answer<Nothing>> DeclineTransfer(Guid transfer) => Send<Nothing>(HttpMethod.Post, Routes.DeclineTransfer(transfer));
    public Task<Answer<Nothing>> CompleteTransfer(Guid transfer) => Send<Nothing>(HttpMethod.Post, Routes.CompleteTransfer(transfer));
    public Task<Answer<Nothing>> CancelTransfer(Guid transfer) => Send<Nothing>(HttpMethod.Post, Routes.CancelTransfer(transfer));
    public Task<Answer<ThirdPartyCard>> AddThirdParty(Guid call, AddThirdParty add) => Send<ThirdPartyCard>(HttpMethod.Post, Routes.AddThirdParty(call), add);
    public Task<Answer<Nothing>> TakeOff(Guid third) => Send<Nothing>(HttpMethod.Post, Routes.TakeOff(third));
    public Task<Answer<Nothing>> ExtendWrapUp(Guid call) => Send<Nothing>(HttpMethod.Post, Routes.ExtendWrapUp(call));
    public Task<Answer<RoutingTimeline>> Timeline(Guid call) => Get<RoutingTimeline>(Routes.RoutingTimeline(call));
    public Task<Answer<AcceptedOffer>> Rejoin(Guid call) => Send<AcceptedOffer>(HttpMethod.Post, Routes.Rejoin(call));
    public Task<Answer<Nothing>> Finish(Guid call, string? kind) => Send<Nothing>(HttpMethod.Post, Routes.Finish(call), new FinishCall(kind));

    public Task<Answer<CallbackCard[]>> Callbacks() => Get<CallbackCard[]>(Routes.Callbacks);
    public Task<Answer<VoicemailCard[]>> Voicemails() => Get<VoicemailCard[]>(Routes.Voicemails);
    public Task<Answer<Nothing>> Take(string tasks, Guid task) => Send<Nothing>(HttpMethod.Post, Routes.Take(tasks, task));
    public Task<Answer<Nothing>> Done(string tasks, Guid task) => Send<Nothing>(HttpMethod.Post, Routes.Done(tasks, task));
    public Task<Answer<AcceptedOffer>> CallOwed(string tasks, Guid task, string? reason) => Send<AcceptedOffer>(HttpMethod.Post, Routes.CallOwed(tasks, task), new CallReason(reason));
    public Task<Answer<CallbackNumber>> Number(Guid callback, string reason) => Send<CallbackNumber>(HttpMethod.Post, Routes.Number(callback), new Access(reason));
    public Task<Answer<MissedCallCard[]>> Missed(int most) => Get<MissedCallCard[]>($"{Routes.MissedCalls}?most={most}");
    public Task<Answer<Nothing>> TakeMissed(Guid call) => Send<Nothing>(HttpMethod.Post, Routes.TakeMissed(call));
    public Task<Answer<Nothing>> MissedDone(Guid call, string act) => Send<Nothing>(HttpMethod.Post, Routes.MissedDone(call), new MissedCallDone(act));
    public Task<Answer<EndedAbuse>> EndAbuse(Guid call, EndAbuse reason) => Send<EndedAbuse>(HttpMethod.Post, Routes.EndAbuse(call), reason);
    public Task<Answer<CallerFlagCard[]>> Flags() => Get<CallerFlagCard[]>(Routes.Flags);
    public Task<Answer<Nothing>> ChangeFlag(Guid flag, CallerFlagChange change) => Send<Nothing>(HttpMethod.Put, Routes.Flag(flag), change);
    public Task<Answer<Nothing>> LiftFlag(Guid flag) => Send<Nothing>(HttpMethod.Delete, Routes.Flag(flag));
    public Task<Answer<LineCard>> Line() => Get<LineCard>(Routes.Line);
    public Task<Answer<LineCard>> Turn(LineChange change) => Send<LineCard>(HttpMethod.Put, Routes.Line, change);

    public Task<Answer<AccountCard[]>> Accounts() => Get<AccountCard[]>(Routes.Accounts);
    public Task<Answer<NewPassword>> Create(NewAccount account) => Send<NewPassword>(HttpMethod.Post, Routes.Accounts, account);
    public Task<Answer<Nothing>> Change(Guid account, AccountChange change) => Send<Nothing>(HttpMethod.Put, Routes.Account(account), change);
    public Task<Answer<NewPassword>> ResetPassword(Guid account) => Send<NewPassword>(HttpMethod.Post, Routes.ResetPassword(account));

    private Task<Answer<T>> Get<T>(string path) => Send<T>(HttpMethod.Get, path);

    /// <summary>One intent, one key: a repetition after a lost answer changes nothing twice.</summary>
    private async Task<Answer<T>> Send<T>(HttpMethod method, string path, object? body = null)
    {
        var key = Guid.NewGuid().ToString();
        for (var attempt = 0; ; attempt++)
        {
            var answer = await Once<T>(method, path, body, key);
            var away = answer.Status is null or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;
            if (!away || attempt == Pauses.Length)
                return answer;
            await Task.Delay(Pauses[attempt], clock);
        }
    }

    private async Task<Answer<T>> Once<T>(HttpMethod method, string path, object? body, string key)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = JsonContent.Create(body, body.GetType());
        if (method != HttpMethod.Get)
            request.Headers.Add("Idempotency-Key", key);
        try
        {
            using var response = await http.SendAsync(request);
            if (response.StatusCode == HttpStatusCode.Unauthorized && path != Routes.Session)
                SignInNeeded?.Invoke();
            return await Read<T>(response);
        }
        catch (Exception lost) when (lost is HttpRequestException or TaskCanceledException or JsonException)
        {
            return new(null, default, null);
        }
    }

    private static async Task<Answer<T>> Read<T>(HttpResponseMessage response)
    {
        var media = response.Content.Headers.ContentType?.MediaType;
        if (response.IsSuccessStatusCode)
            return new(response.StatusCode, media == "application/json" ? await response.Content.ReadFromJsonAsync<T>() : default, null);
        var problem = media == "application/problem+json" ? await response.Content.ReadFromJsonAsync<Problem>() : null;
        return new(response.StatusCode, default, problem);
    }
}
