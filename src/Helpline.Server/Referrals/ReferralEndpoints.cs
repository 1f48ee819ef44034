using Helpline.Contracts;
using Helpline.Contracts.Accounts;
using Helpline.Contracts.Referrals;
using Helpline.Domain.Audit;
using Helpline.Domain.Casework;
using Helpline.Domain.Referrals;
using Helpline.Server.Accounts;
using Helpline.Server.Casework;
using Helpline.Server.Catalog;
using Helpline.Server.Hosting;
using Helpline.Server.Telephony.Twilio;

namespace Helpline.Server.Referrals;

/// <summary>Referrals for those with an account; partners without one have <see cref="PartnerEndpoints"/>.</summary>
internal static class ReferralEndpoints
{
    public static void MapReferrals(this IEndpointRouteBuilder routes)
    {
        var referrals = routes.MapGroup("/" + Routes.Referrals).WithTags("Referrals").For(Section.Referrals);
        referrals.MapGet("/", ReferralLists.List).Produces<ReferralList>().ProducesValidationProblem();
        referrals.MapGet("/receivers", ReferralLists.Receivers);
        referrals.MapPost("/", Create).Produces<ReferralDetails>().ProducesValidationProblem();
        referrals.MapGet("/{id:guid}", Read).Produces<ReferralDetails>().ProducesValidationProblem();
        referrals.MapPut("/{id:guid}", Redraft).Produces<ReferralDetails>().ProducesValidationProblem().ProducesProblem(StatusCodes.Status409Conflict);
        referrals.MapPost("/{id:guid}/moves", Move).Produces<ReferralDetails>().ProducesValidationProblem().ProducesProblem(StatusCodes.Status409Conflict);
        referrals.MapPost("/{id:guid}/reach", ShowReach).Produces<Reach>().ProducesValidationProblem();
        referrals.MapPost("/{id:guid}/link", MakeLink).Produces<PartnerLinkMade>().ProducesValidationProblem();
        referrals.MapDelete("/{id:guid}/link", RevokeLink);
    }

    private static async Task<IResult> Create(ReferralForm form, HttpContext http, CaseworkDesks desks, ReferralChecks checks)
    {
        if (checks.Wrong(form) is { } wrong) return wrong;
        return await desks.Open<IResult>(http, async desk =>
        {
            if (desk.Who.Organization is not null) return Refusals.Forbidden("Referrals are made by our own people.");
            if (await desk.MadeBefore(http.IdempotencyKey()) is { } before) return await Shown(desk, before);
            var id = Guid.CreateVersion7();
            if (await ReferralRefusals.Unseen(desk, form) is { } unseen) return unseen;
            if (form.Replaces is { } old && await ReferralRefusals.OfSuccessor(desk, old, id) is { } standing) return standing;
            var referral = await desk.DraftReferral(id, form);
            desk.Remember(http.IdempotencyKey(), id);
            await desk.Save();
            return TypedResults.Ok(await desk.Details(referral));
        });
    }

    /// <summary>Its sender, the owner of its case and its receiver need no reason but that; others say why they look.</summary>
    private static Task<IResult> Read(Guid id, HttpContext http, CaseworkDesks desks, Catalogs catalogs, string? reason = null) => desks.Open<IResult>(http, async desk =>
    {
        if (catalogs.Wrong("access_reasons", "reason", reason) is { } wrong) return wrong;
        if (await desk.FindReferral(id) is not { } referral) return Refusals.Unknown("referral");
        if (string.IsNullOrEmpty(reason) && !await desk.CaresFor(referral)) return Refusals.Field("reason", "Say why you open this referral.");
        desk.Audit(AuditAction.Read, Subject.Referral, id, "referral", string.IsNullOrEmpty(reason) ? AccessReasons.Care : reason);
        return TypedResults.Ok(await desk.Details(referral, reads: true));
    });

    private static async Task<IResult> Redraft(Guid id, ReferralForm form, HttpContext http, CaseworkDesks desks, ReferralChecks checks)
    {
        if (checks.Wrong(form) is { } wrong) return wrong;
        return await Sending(id, http, desks, async (desk, referral) =>
        {
            if (form.Version is { } seen && seen != referral.Version) return await ReferralRefusals.Stale(desk, referral);
            if (await ReferralRefusals.UnknownReceiver(desk, form) is { } unknown) return unknown;
            if (!await desk.RedraftReferral(referral, form)) return ReferralRefusals.NotNow(referral);
            await desk.Save();
            return TypedResults.Ok(await desk.Details(referral));
        });
    }

    private static async Task<IResult> Move(Guid id, ReferralMove move, HttpContext http, CaseworkDesks desks, ReferralChecks checks)
    {
        if (!Enum.TryParse<ReferralEvent>(move.Move, out var what) || !Enum.IsDefined(what))
            return Refusals.Field("move", $"'{move.Move}' is no move; it is one of {string.Join(", ", Enum.GetNames<ReferralEvent>())}.");
        return await desks.Open<IResult>(http, async desk =>
        {
            if (await desk.FindReferral(id) is not { } referral) return Refusals.Unknown("referral");
            if (await desk.MadeBefore(http.IdempotencyKey()) is not null) return TypedResults.Ok(await desk.Details(referral));
            if (await ReferralRefusals.OfMove(desk, checks, referral, move, what) is { } refused) return refused;
            await desk.MoveReferral(referral, checks.Act(desk, referral, move, what));
            desk.Remember(http.IdempotencyKey(), id);
            await desk.Save();
            return TypedResults.Ok(await desk.Details(referral));
        });
    }

    private static Task<IResult> ShowReach(Guid id, AccessReason why, HttpContext http, CaseworkDesks desks, Catalogs catalogs) => desks.Open<IResult>(http, async desk =>
    {
        if (string.IsNullOrEmpty(why.Reason)) return Refusals.Field("reason", "A name and a telephone are shown for a reason only.");
        if (catalogs.Wrong("access_reasons", "reason", why.Reason) is { } wrong) return wrong;
        if (await desk.FindReferral(id) is not { } referral) return Refusals.Unknown("referral");
        if (!ReferralCards.MayReach(referral, await desk.SideOf(referral)) || desk.Read(referral.SealedReach, ReferralTexts.Reach(id)) is not { } reach)
            return Refusals.Forbidden("Name and telephone are shown with consent, and to the receiver once it has accepted.");
        desk.Audit(AuditAction.NumberShown, Subject.Referral, id, "reach", why.Reason);
        return TypedResults.Ok(new Reach(reach));
    });

    private static async Task<IResult> MakeLink(Guid id, NewPartnerLink wish, HttpContext http, CaseworkDesks desks, ServiceLevels levels, PublicUrl publicUrl)
    {
        if (!SessionEndpoints.InterfaceLanguages.Contains(wish.Language)) return Refusals.Field("language", $"'{wish.Language}' is no language of the page; it is kk, ru or en.");
        return await Sending(id, http, desks, async (desk, referral) =>
        {
            if (await desk.MakePartnerLink(referral, wish.Language!, levels.LinkDays) is not { } made) return ReferralRefusals.NotNow(referral);
            await desk.Save();
            return TypedResults.Ok(new PartnerLinkMade(new Uri(publicUrl(), $"{PartnerEndpoints.Path}/{made.Token}").ToString(), made.Link.ExpiresAt));
        });
    }

    private static Task<IResult> RevokeLink(Guid id, HttpContext http, CaseworkDesks desks) => Sending(id, http, desks, async (desk, referral) =>
    {
        await desk.RevokePartnerLinks(referral);
        return TypedResults.NoContent();
    });

    /// <summary>For the sender's side only.</summary>
    private static Task<IResult> Sending(Guid id, HttpContext http, CaseworkDesks desks, Func<CaseworkDesk, Referral, Task<IResult>> act) => desks.Open<IResult>(http, async desk =>
        await desk.FindReferral(id) is not { } referral ? Refusals.Unknown("referral")
        : (await desk.SideOf(referral)).HasFlag(ReferralSide.Sender) ? await act(desk, referral)
        : Refusals.Forbidden("This is the sender's to do."));

    private static async Task<IResult> Shown(CaseworkDesk desk, Guid id) =>
        await desk.FindReferral(id) is { } referral ? TypedResults.Ok(await desk.Details(referral)) : Refusals.Unknown("referral");
}
