using Helpline.Contracts.FollowUps;
using Helpline.Domain.FollowUps;
using Helpline.Server.Casework;
using Helpline.Server.Catalog;
using Helpline.Server.Data;
using Helpline.Server.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.FollowUps;

/// <summary>The answer to somebody who plans a follow-up.</summary>
internal static class FollowUpPlanning
{
    public static async Task<IResult> Plan(NewFollowUp wish, HttpContext http, CaseworkDesks desks, FollowUpCards cards, Catalogs catalogs, HelplineDb db, TimeProvider clock)
    {
        if (Wrong(wish, catalogs, clock.GetUtcNow().UtcDateTime) is { } wrong) return wrong;
        var owner = wish.Owner ?? http.User.Identity!.Name!;
        if (!await db.MayFollowUp(owner)) return Refusals.Field("owner", "Nobody of that name can carry it out.");
        var plan = new FollowUpPlan(
            Enum.Parse<FollowUpKind>(wish.Kind), wish.Why, wish.Risk, owner, wish.CaseId, wish.ContactId, wish.PersonId, null, wish.DueAt?.ToUniversalTime(),
            wish.MayCall, wish.Supersede ? OpenOnes.All : OpenOnes.None);
        return await desks.Open(http, async desk => await Unseen(desk, wish) ?? await Answer(desk, plan, http, cards));
    }

    private static async Task<IResult> Answer(CaseworkDesk desk, FollowUpPlan plan, HttpContext http, FollowUpCards cards)
    {
        if (await desk.MadeBefore(http.IdempotencyKey()) is { } made) return TypedResults.Ok(await desk.CardOf((await desk.Db.FollowUps.FindAsync(made))!, cards));
        var (answer, followUp) = await desk.PlanFollowUp(plan);
        if (answer == PlanAnswer.Planned) desk.Remember(http.IdempotencyKey(), followUp!.Id);
        await desk.Save();
        return answer switch
        {
            PlanAnswer.Planned => TypedResults.Ok(await desk.CardOf(followUp!, cards)),
            PlanAnswer.OneIsOpen => Refusals.Conflict("One of this kind is open already.", ("field", "kind"), ("current", await desk.CardOf(followUp!, cards))),
            PlanAnswer.NotHers => Refusals.Forbidden("This is another's follow-up."),
            PlanAnswer.CaseClosed => Refusals.Conflict("The case is closed.", ("field", "caseId")),
            PlanAnswer.NoTexts => Refusals.Field("kind", "The person did not ask for text messages."),
        };
    }

    private static IResult? Wrong(NewFollowUp wish, Catalogs catalogs, DateTime now)
    {
        if (!Enum.TryParse<FollowUpKind>(wish.Kind, out var kind) || !Enum.IsDefined(kind)) return Refusals.Field("kind", $"It is one of {string.Join(", ", Enum.GetNames<FollowUpKind>())}.");
        if (string.IsNullOrEmpty(wish.Why)) return Refusals.Field("why", "A reason is needed.");
        if (string.IsNullOrEmpty(wish.Risk)) return Refusals.Field("risk", "A risk level is needed.");
        if ((wish.CaseId ?? wish.ContactId ?? wish.PersonId) is null) return Refusals.Field("caseId", "It is about a case, a contact or a person.");
        if (wish.DueAt?.ToUniversalTime() <= now) return Refusals.Field("dueAt", "The time is in the past.");
        return catalogs.Wrong("follow_up_reasons", "why", wish.Why) ?? catalogs.Wrong("risk_levels", "risk", wish.Risk);
    }

    /// <summary>What it is about is asked for as this reader may see it.</summary>
    private static async Task<IResult?> Unseen(CaseworkDesk desk, NewFollowUp wish)
    {
        var (db, who, now) = (desk.Db, desk.Who, desk.Now);
        if (wish.CaseId is { } inCase)
        {
            if (await desk.SeeCase(inCase) is not { } of) return Refusals.Unknown("case");
            if (!desk.MayChange(of)) return Caseworkers.OnlyReads();
        }
        if (wish.ContactId is { } about)
        {
            if (await desk.SeeContact(about) is not { } contact) return Refusals.Unknown("contact");
            if (!await desk.MayAddTo(contact)) return Caseworkers.OnlyReads();
        }
        if (wish.PersonId is { } person && !await db.Persons.VisibleTo(db, who, now).AnyAsync(p => p.Id == person)) return Refusals.Unknown("person");
        return null;
    }
}
