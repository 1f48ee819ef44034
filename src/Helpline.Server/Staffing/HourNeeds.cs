using Helpline.Contracts.Shifts;
using Helpline.Domain.Shifts;
using Helpline.Domain.Staffing;

namespace Helpline.Server.Staffing;

/// <summary>Hour by hour: the forecast, whom it wants, whom the rota has, what comes of that.</summary>
internal sealed class HourNeeds(PastCalls past, StaffingBasis basis, StaffingGoal goal, List<Duty> duties)
{
    /// <summary>Many hours bring the same; each demand is reckoned once.</summary>
    private readonly Dictionary<double, int> needed = [];
    private readonly Dictionary<(double Calls, int Counselors), Prospect?> prospects = [];

    public IReadOnlyList<HourNeed> Of(DateTime begin, DateTime end, TimeZoneInfo zone) =>
        [.. Enumerable.Range(0, (int)Math.Ceiling((end - begin).TotalHours)).Select(i => Of(begin.AddHours(i), zone))];

    private HourNeed Of(DateTime at, TimeZoneInfo zone)
    {
        var calls = past.CallsPerHour.GetValueOrDefault(HourOfWeek.Of(at, zone)) * basis.VolumePercent / 100;
        var (want, have) = (Needed(calls), duties.Fewest(at, at.AddHours(1)));
        var local = TimeZoneInfo.ConvertTimeFromUtc(at, zone);
        return new(at, DateOnly.FromDateTime(local), local.Hour, calls, want, have, With(calls, have)?.ServiceLevel, With(calls, want)?.Occupancy);
    }

    private int Needed(double calls) => needed.TryGetValue(calls, out var known) ? known : needed[calls] = goal.Needed(new(calls, basis.HandleSeconds));

    private Prospect? With(double calls, int counselors) => prospects.TryGetValue((calls, counselors), out var known)
        ? known
        : prospects[(calls, counselors)] = goal.With(new(calls, basis.HandleSeconds), counselors);
}
