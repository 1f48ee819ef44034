namespace Helpline.Contracts;

/// <summary>Every address the dashboard calls. Unsafe requests carry an <c>Idempotency-Key</c> header.</summary>
public static partial class Routes
{
    /// <summary>GET who am I, POST sign in, DELETE sign out.</summary>
    public const string Session = "api/session";

    /// <summary>PUT <see cref="Accounts.LanguageChange"/>: the language of the interface.</summary>
    public const string MyLanguage = "api/me/language";

    /// <summary>PUT <see cref="Counselors.PresenceChange"/>.</summary>
    public const string MyPresence = "api/me/presence";

    /// <summary>PUT <see cref="Counselors.TabChange"/>, answers <see cref="Counselors.PresenceCard"/>; DELETE when the tab is frozen.</summary>
    /// <param name="tab">What the tab calls itself: at most 64 letters and digits, and no other tab is called so.</param>
    public static string MyTab(string tab) => $"api/me/tabs/{tab}";

    /// <summary>GET <see cref="Counselors.OwnPhoneCard"/>, PUT <see cref="Counselors.OwnPhoneChange"/>: the reader's own telephone.</summary>
    public const string MyPhone = "api/me/phone";

    /// <summary>GET <see cref="Board.BoardSnapshot"/>.</summary>
    public const string Board = "api/board";

    /// <summary>The SignalR hub; messages are <see cref="Board.IBoardClient"/>.</summary>
    public const string BoardHub = "hubs/board";

    /// <summary>
    /// GET the newest calls, <see cref="Calls.CallCard"/>[]; <c>?before={arrivedAt}</c> pages back. With <c>from</c>, <c>until</c> (UTC)
    /// and <c>result</c> (offered, answered, abandoned, exited, blocked, failed, open), those that a figure counts; <c>weekday</c> (1 for Monday to 7), <c>hour</c>,
    /// <c>language</c>, <c>above</c> and <c>most</c> narrow them.
    /// </summary>
    public const string Calls = "api/calls";

    /// <summary>
    /// GET <see cref="Missed.MissedCallCard"/>[]: the newest 100 calls that no counselor spoke to and on which nobody has acted;
    /// <c>?all=true</c> of every one, <c>?most=</c> up to 1000 of them.
    /// </summary>
    public const string MissedCalls = "api/missed-calls";

    /// <summary>GET what the browser phone needs, <see cref="Calls.PhoneSettings"/>.</summary>
    public const string Phone = "api/phone";

    /// <summary>GET <see cref="Catalog.CatalogList"/>[]: every list a form uses.</summary>
    public const string Catalog = "api/catalog";

    /// <summary>GET <see cref="Catalog.CatalogList"/>[]: the lists of the founding document, in its order.</summary>
    public const string Reference = "api/catalog/reference";

    /// <summary>GET <see cref="Accounts.AccountCard"/>[], POST <see cref="Accounts.NewAccount"/>. Administrators only.</summary>
    public const string Accounts = "api/accounts";

    /// <summary>GET <see cref="Line.LineCard"/>; PUT <see cref="Line.LineChange"/>, supervisors and administrators only.</summary>
    public const string Line = "api/line";

    /// <summary>GET the open callbacks, <see cref="Work.CallbackCard"/>[]; <c>?all=true</c> the newest of all.</summary>
    public const string Callbacks = "api/callbacks";

    /// <summary>GET the open messages, <see cref="Work.VoicemailCard"/>[]; <c>?all=true</c> the newest of all.</summary>
    public const string Voicemails = "api/voicemails";

    /// <summary>GET the flags that hold now, <see cref="Callers.CallerFlagCard"/>[]. Supervisors only.</summary>
    public const string Flags = "api/flags";

    /// <summary>POST: the callback or message is mine.</summary>
    public static string Take(string tasks, Guid task) => $"{tasks}/{task}/take";

    /// <summary>POST <see cref="Work.TaskOwnerChange"/>.</summary>
    public static string Assign(string tasks, Guid task) => $"{tasks}/{task}/assign";

    /// <summary>POST: it is done.</summary>
    public static string Done(string tasks, Guid task) => $"{tasks}/{task}/done";

    /// <summary>
    /// POST, optional body <see cref="Work.CallReason"/>, answers <see cref="Board.AcceptedOffer"/>: call the person; its owner only.
    /// 409 with <c>takenBy</c> when a colleague calls already, with <c>reasonNeeded</c> outside the hours.
    /// </summary>
    public static string CallOwed(string tasks, Guid task) => $"{tasks}/{task}/call";

    /// <summary>POST, answers <see cref="Work.CallbackNumber"/>: the number of a callback, for its owner or a supervisor, who say why (<see cref="Persons.Access"/>); it is recorded.</summary>
    public static string Number(Guid callback) => $"{Callbacks}/{callback}/number";

    /// <summary>POST: the caller wants no recording; it ends, and nothing of it is kept.</summary>
    public static string StopRecording(Guid call) => $"{Calls}/{call}/stop-recording";

    /// <summary>GET the sound of a message or of a recorded talk, a WAV file; the listening is recorded.</summary>
    public static string Audio(Guid sound) => $"{Voicemails}/{sound}/audio";

    /// <summary>POST <see cref="Callers.EndAbuse"/>, answers <see cref="Callers.EndedAbuse"/>: end the talk with a word about respect, and flag the number.</summary>
    public static string EndAbuse(Guid call) => $"{Calls}/{call}/end-abuse";

    /// <summary>PUT <see cref="Callers.CallerFlagChange"/>, DELETE to lift it. Supervisors only.</summary>
    public static string Flag(Guid flag) => $"{Flags}/{flag}";

    /// <summary>POST: the card is on the screen and the bell rings.</summary>
    public static string Acknowledge(Guid offer) => $"api/offers/{offer}/acknowledge";

    /// <summary>POST, answers <see cref="Board.AcceptedOffer"/>; 409 with the winner's name when somebody was faster.</summary>
    public static string Accept(Guid offer) => $"api/offers/{offer}/accept";

    /// <summary>POST: not now; the caller keeps the place and the next counselor is asked.</summary>
    public static string Decline(Guid offer) => $"api/offers/{offer}/decline";

    /// <summary>GET <see cref="Calls.CallDetails"/>.</summary>
    public static string Call(Guid call) => $"{Calls}/{call}";

    /// <summary>GET <see cref="Calls.NoteCard"/>, PUT <see cref="Calls.NoteChange"/>; 409 <see cref="Calls.NoteConflict"/> for a stale version.</summary>
    public static string Note(Guid call) => $"{Calls}/{call}/note";

    /// <summary>POST: end the talk, keep the note open; a call that rings for the person is canceled.</summary>
    public static string HangUp(Guid call) => $"{Calls}/{call}/hang-up";

    /// <summary>POST, answers <see cref="Board.AcceptedOffer"/>: a new ticket for a browser that was reloaded in mid-call.</summary>
    public static string Rejoin(Guid call) => $"{Calls}/{call}/rejoin";

    /// <summary>POST, optional body <see cref="Calls.FinishCall"/>: the note is done and the counselor is free.</summary>
    public static string Finish(Guid call) => $"{Calls}/{call}/finish";

    /// <summary>PUT <see cref="Supervision.ListenerChange"/>.</summary>
    public const string Listeners = "api/listeners";

    /// <summary>POST, answers <see cref="Supervision.ListenTicket"/>: a supervisor hears the call. Supervisors only.</summary>
    public static string Listen(Guid call) => $"{Calls}/{call}/listen";

    /// <summary>The transfers that <see cref="AskColleague"/> makes.</summary>
    public const string Transfers = "api/transfers";

    /// <summary>POST <see cref="Helpline.Contracts.Transfers.AskColleague"/>, answers <see cref="Helpline.Contracts.Transfers.TransferCard"/>: the caller hears music and a free colleague is asked.</summary>
    public static string AskColleague(Guid call) => $"{Calls}/{call}/transfers";

    /// <summary>POST <see cref="Helpline.Contracts.Transfers.HandOnCall"/>: the caller goes back to the queue, for somebody else.</summary>
    public static string HandOn(Guid call) => $"{Calls}/{call}/hand-on";

    /// <summary>POST, answers <see cref="Board.AcceptedOffer"/>: the colleague comes into the room.</summary>
    public static string AcceptTransfer(Guid transfer) => $"{Transfers}/{transfer}/accept";

    /// <summary>POST: the colleague does not take the call, or leaves the room again.</summary>
    public static string DeclineTransfer(Guid transfer) => $"{Transfers}/{transfer}/decline";

    /// <summary>POST: the call becomes the colleague's.</summary>
    public static string CompleteTransfer(Guid transfer) => $"{Transfers}/{transfer}/complete";

    /// <summary>POST: the counselor goes on with the caller herself.</summary>
    public static string CancelTransfer(Guid transfer) => $"{Transfers}/{transfer}/cancel";

    /// <summary>Those whom <see cref="AddThirdParty"/> calls.</summary>
    public const string ThirdParties = "api/third-parties";

    /// <summary>POST <see cref="Helpline.Contracts.ThirdParties.AddThirdParty"/>, answers <see cref="Helpline.Contracts.ThirdParties.ThirdPartyCard"/>: somebody is called into the talk; 409 with <c>admission</c> when not now.</summary>
    public static string AddThirdParty(Guid call) => $"{Calls}/{call}/third-parties";

    /// <summary>POST: the counselor goes on with the caller alone.</summary>
    public static string TakeOff(Guid third) => $"{ThirdParties}/{third}/take-off";

    /// <summary>POST: every supervisor is told that the counselor needs help in this call.</summary>
    public static string AskForHelp(Guid call) => $"{Calls}/{call}/help";

    /// <summary>POST: the caller hears music.</summary>
    public static string Hold(Guid call) => $"{Calls}/{call}/hold";

    /// <summary>POST: the caller hears the counselor again.</summary>
    public static string Resume(Guid call) => $"{Calls}/{call}/resume";

    /// <summary>POST: more time for the note.</summary>
    public static string ExtendWrapUp(Guid call) => $"{Calls}/{call}/extend-wrap-up";

    /// <summary>GET <see cref="Routing.RoutingTimeline"/>: why the call rang where it did. Supervisors and administrators.</summary>
    public static string RoutingTimeline(Guid call) => $"{Calls}/{call}/routing";

    /// <summary>POST: I act on this missed call.</summary>
    public static string TakeMissed(Guid call) => $"{MissedCalls}/{call}/take";

    /// <summary>POST <see cref="Missed.MissedCallDone"/>.</summary>
    public static string MissedDone(Guid call) => $"{MissedCalls}/{call}/done";

    /// <summary>PUT <see cref="Accounts.AccountChange"/>.</summary>
    public static string Account(Guid account) => $"{Accounts}/{account}";

    /// <summary>POST, answers <see cref="Accounts.NewPassword"/>: a fresh one-time password, shown once.</summary>
    public static string ResetPassword(Guid account) => $"{Accounts}/{account}/reset-password";
}
