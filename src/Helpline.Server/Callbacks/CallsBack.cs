using Helpline.Contracts.Board;
using Helpline.Contracts.Work;
using Helpline.Domain.Work;
using Helpline.Server.Calls;
using Helpline.Server.Hosting;
using Helpline.Server.Telephony;
using Helpline.Server.Telephony.Twilio;
using Microsoft.Extensions.Options;

namespace Helpline.Server.Callbacks;

/// <summary>The answer to a counselor who wants to call somebody, from a callback or from a message.</summary>
internal sealed class CallsBack(Numbers numbers, Tickets tickets, IOptions<TwilioOptions> options)
{
    private const int LongestReason = 200;

    /// <param name="number">As it was reported or typed; null when it was withheld.</param>
    /// <param name="safe">Neither quiet hours nor a time that the person asked us to avoid.</param>
    public async Task<IResult> Place(CallDesk desk, IOwedCall owed, string? number, bool safe, string by, CallReason? wish)
    {
        if (string.IsNullOrEmpty(options.Value.CallerId)) return Refusals.Conflict("Nobody can be called: Twilio:CallerId, the line's own number, is not set.");
        if (wish?.Reason is { Length: > LongestReason }) return Refusals.Field("reason", $"The reason is at most {LongestReason} characters.");
        var (answer, call) = await desk.Place(owed, number is null ? null : numbers.Callable(number), safe, by, wish?.Reason);
        return answer switch
        {
            CallAnswer.Done => TypedResults.Ok(new AcceptedOffer(tickets.Of(call!), call!.Id)),
            CallAnswer.NotYours => Refusals.Forbidden("This is another counselor's; take it first."),
            CallAnswer.Taken => Refusals.Conflict($"{call!.Counselor} is calling this person already.", ("takenBy", call.Counselor)),
            CallAnswer.NoNumber => Refusals.Conflict("There is no number that can be called.", ("noNumber", true)),
            CallAnswer.NotNow => Refusals.Conflict("The person may not be called at this time without a reason.", ("reasonNeeded", true)),
            CallAnswer.Engaged => Refusals.Conflict("You have a call already.", ("engaged", true)),
            CallAnswer.Closed => Refusals.Conflict("Nothing is owed any more."),
        };
    }
}
