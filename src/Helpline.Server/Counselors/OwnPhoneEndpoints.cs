using Helpline.Contracts;
using Helpline.Contracts.Counselors;
using Helpline.Domain.Calls;
using Helpline.Server.Accounts;
using Helpline.Server.Calls;
using Helpline.Server.Data;
using Helpline.Server.Hosting;
using Helpline.Server.Privacy;
using Helpline.Server.Telephony;
using Helpline.Server.Telephony.Twilio;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Helpline.Server.Counselors;

/// <summary>The telephone on which a counselor without a good connection is rung.</summary>
internal static class OwnPhoneEndpoints
{
    public static void MapOwnPhone(this IEndpointRouteBuilder routes)
    {
        var phone = routes.MapGroup("/" + Routes.MyPhone).WithTags("Counselors").RequireAuthorization(p => p.RequireRole(Roles.Counselor, Roles.Supervisor));
        phone.MapGet("/", Mine).Produces<OwnPhoneCard>();
        phone.MapPut("/", Change).Produces<OwnPhoneCard>().ProducesValidationProblem();
    }

    /// <summary>All that anybody is shown of the number.</summary>
    public static string? PhoneEnding(this Account account, Vault vault) =>
        account.SealedPhone is { } number ? vault.Open(number, CallDesk.PhonePlace(account.Id))[^2..] : null;

    /// <returns>What is wrong with it, without repeating it; null when nothing is.</returns>
    public static IResult? WrongPhone(this Numbers numbers, string? field, out CallerNumber? number)
    {
        number = string.IsNullOrWhiteSpace(field) ? null : numbers.Callable(field);
        return string.IsNullOrWhiteSpace(field) || number is not null ? null
            : Refusals.Field("number", "This is no number that can be called; write it as +7 701 123 45 67.");
    }

    private static async Task<IResult> Mine(HttpContext http, HelplineDb db, Vault vault)
    {
        var account = await db.Users.AsNoTracking().SingleAsync(a => a.UserName == http.User.Identity!.Name);
        return TypedResults.Ok(new OwnPhoneCard(account.PhoneEnding(vault)));
    }

    private static async Task<IResult> Change(OwnPhoneChange change, HttpContext http, CallDesks desks, HelplineDb db, Vault vault, Numbers numbers, IOptions<TwilioOptions> twilio)
    {
        if (change.ByPhone == true && twilio.Value.CallerId is null) return Refusals.Conflict("Nobody can be rung while the line has no number of its own: Twilio:CallerId is not set.");
        var me = http.User.Identity!.Name!;
        if (numbers.WrongPhone(change.Number, out var number) is { } wrong) return wrong;
        var has = await desks.Open(async desk =>
        {
            if (change.Number is not null) await desk.KeepNumber(me, number);
            return change.ByPhone is not { } on || await desk.RingByPhone(me, on);
        });
        return has ? await Mine(http, db, vault) : Refusals.Field("number", "First say which number is to be rung.");
    }
}
