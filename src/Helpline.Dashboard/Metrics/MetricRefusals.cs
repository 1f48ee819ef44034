using Helpline.Dashboard.Api;
using Helpline.Dashboard.Culture;
using Microsoft.Extensions.Localization;

namespace Helpline.Dashboard.Metrics;

/// <summary>Why there are no figures, in words.</summary>
internal static class MetricRefusals
{
    public static string Why<T>(this IStringLocalizer words, Answer<T> answer) => answer switch
    {
        { Problem.FirstDay: { } first } => words["Metrics.BeforeFirst", LocalInput.Said(first)],
        { Problem: { } refused } when refused.Names("from") || refused.Names("to") => words["Metrics.PeriodWrong"],
        { Unreachable: true } => words["Trouble.Unreachable"],
        _ => words["Trouble.Refused"],
    };
}
