using System.Globalization;
using Helpline.Contracts.Catalog;
using Helpline.Contracts.Referrals;
using Helpline.Domain.Line;
using Helpline.Domain.Referrals;
using Helpline.Server.Hosting;

namespace Helpline.Server.Referrals;

/// <summary>What is said above the forms after an answer was refused.</summary>
/// <param name="Status">Of HTTP.</param>
/// <param name="Typed">The answer, to be shown again.</param>
/// <param name="Field">The field that was wrong.</param>
internal sealed record PartnerNotice(int Status, string? Words = null, ReferralMove? Typed = null, string? Field = null);

/// <summary>The page of a partner without an account: no script, no more data than is needed.</summary>
internal sealed class PartnerPages(PartnerForms forms, LineRules line)
{
    private static readonly (string Code, string Name)[] Languages = [("kk", "Қазақша"), ("ru", "Русский"), ("en", "English")];

    /// <param name="forPartner">What is needed, opened.</param>
    /// <param name="reach">Name and telephone, opened; null while they may not be shown.</param>
    /// <param name="hidden">The field against forgery.</param>
    public IResult Good(Referral referral, string language, string? forPartner, string? reach, Html hidden, PartnerNotice? notice = null) => Page(notice?.Status ?? StatusCodes.Status200OK, language, Html.Of($"""
        <h1>{PartnerWords.Title.In(language)} {referral.Number}</h1>
        {(notice?.Words is { } words ? Html.Of($"""<p class="problem" role="alert">{words}</p>""") : Html.None)}
        {(notice?.Typed is { } typed && Offered(referral.State).All(what => what.ToString() != typed.Move) ? Wrote(typed.Remark, language) : Html.None)}
        <section class="panel"><dl>{Facts(referral, language)}</dl></section>
        <section class="panel"><h2>{PartnerWords.Summary.In(language)}</h2><p class="said">{forPartner}</p></section>
        {(ReferralFlow.IsInHand(referral.State) ? Reach(reach, language) : Html.None)}
        {Html.Each(Offered(referral.State), what => forms.Form(what, language, hidden, notice?.Typed?.Move == what.ToString() ? notice.Typed : null, notice?.Typed?.Move == what.ToString() ? notice.Field : null))}
        <p class="muted">{PartnerWords.AskSender.In(language)}</p>
        """));

    /// <summary>Without any data.</summary>
    /// <param name="typed">What its reader has just written, so that it is not lost with the form.</param>
    public static IResult Plain(int status, string language, Words said, string? typed = null) => Page(status, language, Html.Of($"""
        <h1>{PartnerWords.Title.In(language)}</h1><p class="notice" role="status">{said.In(language)}</p>{Wrote(typed, language)}<p class="muted">{PartnerWords.AskSender.In(language)}</p>
        """));

    public static IResult TooMany(HttpContext http)
    {
        http.Response.Headers.RetryAfter = LookLimits.Window.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        return Plain(StatusCodes.Status429TooManyRequests, LanguageOf(http.Request.Query["lang"], null), PartnerWords.TooMany);
    }

    /// <summary>What a partner may do here; to hold and to cancel it speaks with the sender.</summary>
    public static IEnumerable<ReferralEvent> Offered(ReferralState state) =>
        ReferralFlow.Open(state, ReferralSide.Receiver).Where(what => what is not (ReferralEvent.Held or ReferralEvent.Cancelled));

    public static string LanguageOf(string? wanted, string? fallback) => Languages.Any(l => l.Code == wanted) ? wanted! : fallback ?? Languages[0].Code;

    private Html Facts(Referral r, string language) => Html.Each(
    [
        (PartnerWords.ServiceKind, forms.Label("service_kinds", r.ServiceKind, language)),
        (PartnerWords.Urgency, forms.Label("referral_urgencies", r.Urgency, language)),
        (PartnerWords.Area, r.Area),
        (PartnerWords.State, PartnerWords.Of(r.State).In(language)),
        (PartnerWords.AnswerBy, ReferralFlow.IsToAnswer(r.State) ? Time(r.AnswerBy) : null),
        (PartnerWords.VisitBy, Time(r.VisitBy)),
        (PartnerWords.Responsible, r.Responsible),
        (PartnerWords.Visit, r.VisitUntil is null ? Time(r.VisitFrom) : $"{Time(r.VisitFrom)} – {Time(r.VisitUntil)}"),
    ], ((Words Label, string? Value) fact) => string.IsNullOrEmpty(fact.Value) ? Html.None : Html.Of($"<dt>{fact.Label.In(language)}</dt><dd>{fact.Value}</dd>"));

    private static Html Wrote(string? typed, string language) => string.IsNullOrWhiteSpace(typed) ? Html.None : Html.Of($"""
        <section class="panel"><h2>{PartnerWords.YouWrote.In(language)}</h2><p class="said">{typed}</p></section>
        """);

    private static Html Reach(string? reach, string language) => Html.Of($"""
        <section class="panel"><h2>{PartnerWords.Reach.In(language)}</h2><p class="said">{reach ?? PartnerWords.NoReach.In(language)}</p></section>
        """);

    private string? Time(DateTime? utc) => utc is { } moment ? line.Local(moment).ToString("dd.MM.yyyy HH:mm", CultureInfo.InvariantCulture) : null;

    private static IResult Page(int status, string language, Html body) => TypedResults.Content(Html.Of($"""
        <!DOCTYPE html>
        <html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
        <meta name="robots" content="noindex, nofollow"><meta name="referrer" content="no-referrer"><title>{PartnerWords.Title.In(language)} · {PartnerWords.Product.In(language)}</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml"><link rel="stylesheet" href="/css/colors.css"><link rel="stylesheet" href="/css/page.css"><link rel="stylesheet" href="/css/partner.css"></head>
        <body class="partner"><header class="top"><p class="product">{PartnerWords.Product.In(language)}</p>
        <nav aria-label="{PartnerWords.Language.In(language)}">{Html.Each(Languages, l => Html.Of($"""<a href="?lang={l.Code}" lang="{l.Code}"{(l.Code == language ? new Html(" class=\"active\" aria-current=\"true\"") : Html.None)}>{l.Name}</a>"""))}</nav></header>
        <main>{body}</main></body></html>
        """).Text, "text/html; charset=utf-8", statusCode: status);
}
