namespace Helpline.Domain.Routing;

/// <summary>Why calls would not ring as the rules mean them to, whoever signs in.</summary>
public enum GapKind
{
    /// <summary>Calls in the language ring for nobody.</summary>
    NobodySpeaks,

    /// <summary>Calls in the language ring for nobody until supervisors are asked too.</summary>
    OnlySupervisors,

    /// <summary>A step asks supervisors, and there is none.</summary>
    NoSupervisor,

    /// <summary>A step asks the backup phone, and it has no number.</summary>
    NoBackupNumber,

    /// <summary>In some hours ahead nobody is on shift, or nobody who speaks the language.</summary>
    NobodyOnShift,
}

/// <param name="Language">Of the calls concerned; null for all.</param>
/// <param name="AfterSeconds">The waiting time of the step concerned.</param>
public sealed record RoutingGap(GapKind Kind, string? Language = null, int? AfterSeconds = null);

/// <summary>Somebody with an account that is not disabled.</summary>
public sealed record StaffMember(bool IsCounselor, bool IsSupervisor, IReadOnlyCollection<string> Languages);

/// <summary>Finds rules that can never match.</summary>
public static class RoutingGaps
{
    /// <param name="languages">Of the line.</param>
    public static IReadOnlyList<RoutingGap> Find(RoutingRules rules, bool hasBackupNumber, IEnumerable<string> languages, IReadOnlyCollection<StaffMember> staff)
    {
        var supervised = rules.Steps.FirstOrDefault(s => s.Ask >= Widening.Supervisors)?.AfterSeconds;
        var gaps = languages.Select(language => Of(language, supervised, staff)).OfType<RoutingGap>().ToList();
        if (rules.Steps.FirstOrDefault(s => s.Ask == Widening.Supervisors) is { } step && !staff.Any(s => s.IsSupervisor))
            gaps.Add(new(GapKind.NoSupervisor, AfterSeconds: step.AfterSeconds));
        if (rules.BackupAfter is { } after && !hasBackupNumber)
            gaps.Add(new(GapKind.NoBackupNumber, AfterSeconds: (int)after.TotalSeconds));
        return gaps;
    }

    private static RoutingGap? Of(string language, int? supervised, IEnumerable<StaffMember> staff)
    {
        var speakers = staff.Where(s => s.Languages.Contains(language)).ToList();
        if (speakers.Exists(s => s.IsCounselor)) return null;
        return supervised is { } after && speakers.Exists(s => s.IsSupervisor)
            ? new(GapKind.OnlySupervisors, language, after)
            : new(GapKind.NobodySpeaks, language);
    }
}
