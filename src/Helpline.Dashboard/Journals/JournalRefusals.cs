using System.Net;
using Helpline.Contracts.Journals;
using Helpline.Dashboard.Api;
using Helpline.Dashboard.Culture;
using Microsoft.Extensions.Localization;

namespace Helpline.Dashboard.Journals;

/// <summary>Why a question for a journal was refused, in words: what is wrong with it is named as the page names it.</summary>
internal static class JournalRefusals
{
    /// <param name="journal">That was asked; null when there is none.</param>
    /// <returns>Null when it was not refused for what it asks.</returns>
    public static string? Wrong<T>(this IStringLocalizer words, Answer<T> answer, JournalCard? journal, IReadOnlyDictionary<string, string> filters)
    {
        if (answer is not { Status: HttpStatusCode.BadRequest, Problem: { } problem }) return null;
        if (problem.FirstDay is { } first) return words["Metrics.BeforeFirst", LocalInput.Said(first)];
        if (problem.Names("from") || problem.Names("to")) return words["Journals.PeriodWrong"];
        if (problem.Names("format")) return words["Export.TooManyRows"];
        var code = problem.Errors?.Keys.FirstOrDefault() ?? "";
        if (journal?.Filters.FirstOrDefault(f => f.Code == code) is not { } filter) return words["Journals.FilterUnknown", code];
        return words["Journals.FilterWrong", filter.Title, filters.GetValueOrDefault(code, "")];
    }
}
