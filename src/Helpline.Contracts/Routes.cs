namespace Helpline.Contracts;

/// <summary>Every address the dashboard calls. Unsafe requests carry an <c>Idempotency-Key</c> header.</summary>
public static class Routes
{
    /// <summary>GET who am I, POST sign in, DELETE sign out.</summary>
    public const string Session = "api/session";

    /// <summary>PUT <see cref="Accounts.LanguageChange"/>: the language of the interface.</summary>
    public const string MyLanguage = "api/me/language";

    /// <summary>PUT <see cref="Counselors.PresenceChange"/>.</summary>
    public const string MyPresence = "api/me/presence";

    /// <summary>GET <see cref="Board.BoardSnapshot"/>.</summary>
    public const string Board = "api/board";

    /// <summary>The SignalR hub; messages are <see cref="Board.IBoardClient"/>.</summary>
    public const string BoardHub = "hubs/board";

    /// <summary>GET the newest calls, <see cref="Calls.CallCard"/>[]; <c>?before={arrivedAt}</c> pages back.</summary>
    public const string Calls = "api/calls";

    /// <summary>GET what the browser phone needs, <see cref="Calls.PhoneSettings"/>.</summary>
    public const string Phone = "api/phone";

    /// <summary>GET <see cref="Catalog.CatalogList"/>[]: every list a form uses.</summary>
    public const string Catalog = "api/catalog";

    /// <summary>GET <see cref="Accounts.AccountCard"/>[], POST <see cref="Accounts.NewAccount"/>. Administrators only.</summary>
    public const string Accounts = "api/accounts";

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

    /// <summary>POST: end the talk, keep the note open.</summary>
    public static string HangUp(Guid call) => $"{Calls}/{call}/hang-up";

    /// <summary>POST, answers <see cref="Board.AcceptedOffer"/>: a new ticket for a browser that was reloaded in mid-call.</summary>
    public static string Rejoin(Guid call) => $"{Calls}/{call}/rejoin";

    /// <summary>POST, optional body <see cref="Calls.FinishCall"/>: the note is done and the counselor is free.</summary>
    public static string Finish(Guid call) => $"{Calls}/{call}/finish";

    /// <summary>PUT <see cref="Accounts.AccountChange"/>.</summary>
    public static string Account(Guid account) => $"{Accounts}/{account}";

    /// <summary>POST, answers <see cref="Accounts.NewPassword"/>: a fresh one-time password, shown once.</summary>
    public static string ResetPassword(Guid account) => $"{Accounts}/{account}/reset-password";
}
