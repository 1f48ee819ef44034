using Helpline.Domain.Audit;
using Helpline.Domain.Casework;
using Helpline.Domain.Referrals;
using Helpline.Server.Casework;
using Helpline.Server.Hosting;
using Microsoft.AspNetCore.Antiforgery;

namespace Helpline.Server.Referrals;

/// <summary>
/// The light page of a partner without an account: whoever holds the link sees one referral and answers it. To open it
/// changes nothing, since messengers open every link to show what is behind it.
/// </summary>
internal sealed class PartnerEndpoints(CaseworkDesks desks, PartnerPages pages, PartnerForms forms, ReferralChecks checks, IAntiforgery antiforgery, LookLimits limits)
{
    public const string Path = "/p";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var partner = routes.MapGroup(Path).ExcludeFromDescription();
        partner.MapGet("/{token}", (string token, string? lang, HttpContext http, PartnerEndpoints here) => here.Show(token, lang, http));
        partner.MapPost("/{token}", (string token, string? lang, HttpContext http, PartnerEndpoints here) => here.Answer(token, lang, http));
    }

    private Task<IResult> Show(string token, string? lang, HttpContext http) => Opened(token, lang, http, (desk, link, referral, language) =>
        Task.FromResult(Page(desk, link, referral, language, http)));

    private async Task<IResult> Answer(string token, string? lang, HttpContext http)
    {
        if (!http.Request.HasFormContentType) return PartnerPages.Plain(StatusCodes.Status400BadRequest, PartnerPages.LanguageOf(lang, null), PartnerWords.OpenAgain);
        var isOurs = await antiforgery.IsRequestValidAsync(http);
        var move = forms.Read(await http.Request.ReadFormAsync(http.RequestAborted));
        return await Opened(token, lang, http, async (desk, link, referral, language) =>
        {
            // Mostly a page that stood open too long: nothing is done, and nothing that was typed is lost.
            if (!isOurs) return Page(desk, link, referral, language, http, new(StatusCodes.Status400BadRequest, PartnerWords.SendAgain.In(language), move));
            if (!Enum.TryParse<ReferralEvent>(move.Move, out var what) || !PartnerPages.Offered(referral.State).Contains(what))
                return Page(desk, link, referral, language, http, new(StatusCodes.Status409Conflict, Late(referral, what, language), move));
            if (checks.Wrong(move, what, desk.Now) is { } wrong)
                return Page(desk, link, referral, language, http, new(StatusCodes.Status400BadRequest, Typed: move, Field: wrong.ProblemDetails.Errors.Keys.First()));
            await desk.MoveReferral(referral, checks.Act(desk, referral, move, what, CaseworkDesk.Partner(link)));
            await desk.Save();
            return link.Standing(referral.State, desk.Now) == LinkStanding.Good ? new Again(language) : PartnerPages.Plain(StatusCodes.Status200OK, language, PartnerWords.Thanks);
        }, move.Remark);
    }

    /// <param name="typed">Shown again by a link that ended while its reader wrote.</param>
    private Task<IResult> Opened(string token, string? lang, HttpContext http, Func<CaseworkDesk, PartnerLink, Referral, string, Task<IResult>> act, string? typed = null) => desks.Open(Reader.System, async desk =>
    {
        var (standing, link, referral) = await desk.OpenPartnerLink(token);
        if (standing == LinkStanding.Unknown)
        {
            if (!limits.MayGuess(http)) return PartnerPages.TooMany(http);
            desk.Audit(AuditAction.Refused, Subject.Referral, Guid.Empty, "unknown link");
        }
        var language = PartnerPages.LanguageOf(lang, link?.Language);
        return standing == LinkStanding.Good
            ? await act(desk, link!, referral!, language)
            : PartnerPages.Plain(standing == LinkStanding.Unknown ? StatusCodes.Status404NotFound : StatusCodes.Status410Gone, language, PartnerWords.Of(standing), typed);
    });

    private IResult Page(CaseworkDesk desk, PartnerLink link, Referral referral, string language, HttpContext http, PartnerNotice? notice = null)
    {
        var reach = ReferralCards.MayReach(referral, ReferralSide.Receiver) ? desk.Read(referral.SealedReach, ReferralTexts.Reach(referral.Id)) : null;
        if (reach is not null) desk.Audit(AuditAction.NumberShown, Subject.Referral, referral.Id, "reach", "care", CaseworkDesk.Partner(link));
        var tokens = antiforgery.GetAndStoreTokens(http);
        var hidden = Html.Of($"""<input type="hidden" name="{tokens.FormFieldName}" value="{tokens.RequestToken}">""");
        return pages.Good(referral, language, desk.Read(referral.SealedForPartner, ReferralTexts.ForPartner(referral.Id)), reach, hidden, notice);
    }

    /// <summary>Who was faster, or that something has changed.</summary>
    private static string Late(Referral referral, ReferralEvent what, string language) =>
        what == ReferralEvent.Accepted && referral.Responsible is { } responsible ? $"{PartnerWords.TakenBy.In(language)} {responsible}" : PartnerWords.Changed.In(language);

    /// <summary>The page again, by GET; the address stays out of the answer.</summary>
    private sealed class Again(string language) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = $"?lang={language}";
            return Task.CompletedTask;
        }
    }
}
