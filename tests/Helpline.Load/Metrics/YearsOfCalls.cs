using Helpline.Domain.Callbacks;
using Helpline.Domain.Calls;
using Helpline.Domain.Contacts;
using Helpline.Domain.Counselors;
using Helpline.Domain.Ledger;
using Helpline.Domain.Line;
using Helpline.Domain.Offers;
using Helpline.Load.Lists;

namespace Helpline.Load.Metrics;

/// <summary>Made-up calls of two years with all that the line would have written of them, the oldest first; the same seed, the same calls.</summary>
internal sealed class YearsOfCalls(DateTime now, int calls)
{
    public const int Days = 730;
    private static readonly string[] Languages = ["kk", "kk", "ru", "ru", "ru", "en"];

    // How many ring in which hour of UTC, of 100; the evening is the busiest.
    private static readonly int[] Busy = [3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 6, 6, 7, 7, 7, 6, 5, 4, 3, 2, 2, 1, 1, 1];
    private static readonly CallRules Rules = new(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(5));
    private readonly Random dice = new(20261128);
    private readonly Dictionary<int, (DateTime? Rang, DateTime? BeforeThat)> rang = [];
    private int number;

    /// <summary>One day after the other.</summary>
    public IEnumerable<List<object>> EachDay()
    {
        for (var day = 0; day < Days; day++)
        {
            var (midnight, rows) = (now.Date.AddDays(day - Days), new List<object>());
            for (var i = 0; i < Population.Counselors; i++) rows.AddRange(Shift(Population.Counselor(i), midnight.AddHours(i % 3 * 8)));
            var count = calls * (day + 1L) / Days - calls * (long)day / Days;
            var times = Enumerable.Range(0, (int)count).Select(_ => midnight.AddHours(Hour()).AddSeconds(dice.Next(3600))).Order();
            foreach (var at in times.ToList()) rows.AddRange(Call(at));
            yield return rows;
        }
    }

    private int Hour()
    {
        var (at, hour) = (dice.Next(Busy.Sum()), 0);
        while ((at -= Busy[hour]) >= 0) hour++;
        return hour;
    }

    private static IEnumerable<object> Shift(string counselor, DateTime begin) =>
        new[] { (0, PresenceState.Available), (240, PresenceState.Break), (260, PresenceState.Available), (480, PresenceState.Offline) }
            .Select(said => new LedgerEntry { At = begin.AddMinutes(said.Item1), Counselor = counselor, What = said.Item2.ToString() });

    private List<object> Call(DateTime at)
    {
        var caller = dice.Next(calls / 3 + 1);
        var last = rang.GetValueOrDefault(caller);
        rang[caller] = (at, last.Rang);
        var call = Domain.Calls.Call.Arrive(Guid.CreateVersion7(at), $"CA{number++:D32}", new("k1:sealed", $"{caller:x16}", last.Rang is not null, last.Rang, last.BeforeThat), at);
        var rows = new List<object> { call, new LedgerEntry { At = at, CallId = call.Id, What = "Arrived", To = nameof(CallState.Greeting) } };
        call.ChooseLanguage(Languages[dice.Next(Languages.Length)], at = at.AddSeconds(4 + dice.Next(8)));
        var (fate, waited) = (dice.Next(100), dice.Next(10) == 0 ? dice.Next(300) : dice.Next(22));
        if (fate < 85) Answered(call, rows, at, at.AddSeconds(waited));
        else if (fate < 95) call.CallerLeaves(at.AddSeconds(waited), at.AddSeconds(waited), Rules);
        else CallsBack(call, rows, at.AddSeconds(waited + 60));
        rows.AddRange(call.TakeMoves().Select(m => new LedgerEntry { At = m.At, CallId = call.Id, Counselor = m.From < CallState.Connecting ? null : call.Counselor, What = m.What.ToString(), From = m.From.ToString(), To = m.To.ToString() }));
        return rows;
    }

    private void Answered(Call call, List<object> rows, DateTime queued, DateTime at)
    {
        var counselor = Population.Counselor(dice.Next(Population.Counselors));
        rows.Add(Offer(call, counselor, queued, dice.Next(12) == 0 ? OfferState.Expired : OfferState.Accepted, at));
        call.OfferTo(queued);
        call.Accept(counselor, at, Rules);
        call.Admit(call.CallerLeg, 1, at);
        call.CallerJoins(at, at, Rules);
        call.CounselorJoins(at, at, Rules);
        call.CounselorHangsUp(at = at.AddSeconds(30 + dice.Next(900)), Rules);
        call.Finish(at.AddSeconds(10 + dice.Next(180)));
        rows.Add(new Contact { Id = call.Id, Number = $"{number:D15}", Channel = Channel.Call, StartedAt = call.ArrivedAt, Counselor = counselor, Language = call.Language, CallerHash = call.NumberHash });
        rows.Add(new SeededNote(call.Id, counselor, at, dice.Next()));
    }

    private static void CallsBack(Call call, List<object> rows, DateTime at)
    {
        call.Divert(Diversion.Asked, at);
        call.PromiseCallback(at);
        var back = new Callback { Id = Guid.CreateVersion7(at), CallId = call.Id, Language = call.Language!, AskedAt = at, QueuedAt = at };
        back.Write("k1:sealed", $"{call.Id:N}");
        back.Confirm(null);
        back.Close(CallbackEvent.Finished, at.AddHours(2));
        rows.Add(back);
    }

    private static Offer Offer(Call call, string counselor, DateTime made, OfferState end, DateTime closed)
    {
        var offer = new Offer { Id = Guid.CreateVersion7(made), CallId = call.Id, Counselor = counselor, MadeAt = made, AcknowledgeBy = made.AddSeconds(3), ExpiresAt = made.AddSeconds(20) };
        offer.Show(made);
        offer.Close(end, closed);
        return offer;
    }
}

/// <summary>What a counselor wrote of one contact, in codes.</summary>
/// <param name="Dice">From which the codes come.</param>
internal sealed record SeededNote(Guid Contact, string Author, DateTime At, int Dice)
{
    private static readonly string?[] Regions = [null, "astana", "almaty", "shymkent", "akmola_region", "almaty_region.talgar", "karaganda_region", "abai_region"];
    private static readonly string?[] Ages = [null, "a7_12", "a13_15", "a18_28", "a29_45", "a63_plus"];
    private static readonly string?[] Sexes = [null, "female", "female", "male"];
    private static readonly string?[] Risks = [null, "none", "none", "low", "low", "medium", "high"];
    private static readonly string[] Topics = ["", "service_kinds.social_legal", "service_kinds.social_psychological", "service_kinds.social_labour target_groups.families_in_distress", "target_groups.low_income_families"];

    public string? Region => Of(Regions, 1);
    public string? Age => Of(Ages, 7);
    public string? Sex => Of(Sexes, 31);
    public string? Risk => Of(Risks, 101);
    public string Topic => Of(Topics, 607);

    private T Of<T>(T[] some, int stride) => some[Dice / stride % some.Length];
}
