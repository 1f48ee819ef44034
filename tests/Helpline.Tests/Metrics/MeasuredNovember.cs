using Helpline.Domain.Callbacks;
using Helpline.Domain.Calls;
using Helpline.Domain.Contacts;
using Helpline.Domain.Line;
using Helpline.Domain.Notes;
using Helpline.Domain.Offers;
using Helpline.Tests.Data;
using static Helpline.Tests.Journals.Journaling;

namespace Helpline.Tests.Metrics;

/// <summary>A day of the line and what came after it, with a call of every end.</summary>
internal static class MeasuredNovember
{
    public const string November = "?from=2026-11-01&to=2026-11-30";

    public static IEnumerable<object> TheDay() =>
    [
        .. Answered(Noon, "ru", 4, ["service_kinds.social_legal", "service_kinds.social_psychological", "target_groups.young_mothers"]), .. Answered(Noon.AddMinutes(1), "kk", 20, ["service_kinds.social_legal"]),
        .. Answered(Noon.AddMinutes(2), "kk", 21, []), .. Answered(Noon.AddHours(1), "ru", 15, ["target_groups.young_mothers"]),
        .. GivesUp(Noon.AddMinutes(5), 3), .. GivesUp(Noon.AddMinutes(6), 5), .. GivesUp(Noon.AddMinutes(7), 15), .. GivesUp(Noon.AddHours(1), 45),
        .. Ends(Noon.AddMinutes(8), (call, at) => call.Divert(Diversion.Asked, at) && call.PromiseCallback(at)), .. Ends(Noon.AddMinutes(9), (call, at) => call.Lose(at, Made.Rules.Calls)),
        .. Blocked(Noon.AddMinutes(10)),
        CalledBack(CallbackEvent.Finished), CalledBack(CallbackEvent.RangAndAnswered), CalledBack(CallbackEvent.LaidAside), WalkIn(Noon, "20261101-0009"),
    ];

    public static IEnumerable<object> Casework() =>
    [
        Sent(Noon, "20261101-0001", TimeSpan.FromDays(1)), Sent(Noon, "20261101-0002"), Sent(Noon, "20261101-0003"), Due(Noon, reached: true), Due(Noon, reached: false),
        Made.Visit(Noon), Made.Visit(Noon, missed: true, number: "20261101-0002"),
    ];

    public static IEnumerable<object> Answered(DateTime arrived, string language, double wait, string[] topics)
    {
        var (call, queued) = (Rings(arrived, language), arrived.AddSeconds(5.1234567));
        var at = queued.AddSeconds(wait);
        call.ChooseLanguage(language, queued);
        call.OfferTo(queued);
        call.Accept("counselor1", at, Made.Rules.Calls);
        call.Admit(Made.Sid(), 1, at);
        call.CallerJoins(at, at, Made.Rules.Calls);
        call.CounselorJoins(at, at, Made.Rules.Calls);
        call.CounselorHangsUp(at.AddMinutes(9), Made.Rules.Calls);
        call.Finish(at.AddMinutes(10));
        var contact = new Contact { Id = call.Id, Number = $"20261101-{(int)wait:0000}", Channel = Channel.Call, StartedAt = arrived, Counselor = "counselor1", Language = language };
        var note = new Note { CallId = call.Id, Author = "counselor1", CreatedAt = at, SavedAt = at, Topics = [.. topics] };
        (note.About.CallerAge, note.About.NeedAge, note.About.CallerSex, note.About.NeedSex) = ("a18_28", wait > 10 ? "a7_12" : null, "female", wait > 15 ? "male" : null);
        return [call, .. Made.LinesOf(call), contact, note, Rang(call, queued, at, wait > 20 ? OfferState.Unkept : OfferState.Accepted)];
    }

    public static IEnumerable<object> GivesUp(DateTime arrived, double wait)
    {
        var (call, queued) = (Rings(arrived, "ru"), arrived.AddSeconds(5));
        var at = queued.AddSeconds(wait);
        call.ChooseLanguage("ru", queued);
        call.CallerLeaves(at, at, Made.Rules.Calls);
        return [call, .. Made.LinesOf(call), Rang(call, queued, queued.AddSeconds(1), OfferState.Withdrawn), Rang(call, queued, at, wait > 20 ? OfferState.Expired : OfferState.Withdrawn)];
    }

    private static IEnumerable<object> Ends(DateTime arrived, Func<Call, DateTime, bool> how)
    {
        var call = Rings(arrived, "kk");
        call.ChooseLanguage("kk", arrived.AddSeconds(5));
        Assert.True(how(call, arrived.AddSeconds(70)));
        return [call, .. Made.LinesOf(call)];
    }

    private static IEnumerable<object> Blocked(DateTime arrived)
    {
        var call = Rings(arrived, "ru");
        Assert.True(call.Block("ru", arrived.AddSeconds(2)));
        return [call, .. Made.LinesOf(call)];
    }

    private static Call Rings(DateTime at, string language) => Call.Arrive(Guid.CreateVersion7(at), Made.Sid(), new($"k1:{language}", $"{Guid.NewGuid():N}"[..16], false), at);

    private static Offer Rang(Call call, DateTime from, DateTime until, OfferState end)
    {
        var offer = Made.Offer(call, from);
        offer.Close(end == OfferState.Unkept ? OfferState.Accepted : end, until);
        if (end == OfferState.Unkept) offer.Close(end, until);
        return offer;
    }

    private static Callback CalledBack(CallbackEvent how)
    {
        var callback = new Callback { Id = Guid.CreateVersion7(Noon), CallId = Guid.CreateVersion7(), Language = "kk", AskedAt = Noon, QueuedAt = Noon };
        callback.Write("k1:sealed", $"{callback.Id:N}");
        callback.Confirm("counselor1");
        Assert.True(callback.Close(how, Noon.AddHours(1)));
        return callback;
    }
}
