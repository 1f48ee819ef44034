namespace Helpline.Domain.Work;

/// <summary>Somebody who could answer for a callback or a message.</summary>
/// <param name="Owed">How many are hers already.</param>
public sealed record Candidate(string UserName, IReadOnlyCollection<string> Languages, bool IsHere, int Owed);

/// <summary>Who answers for a new callback or message, so that none is nobody's.</summary>
public static class TaskOwner
{
    /// <summary>Who speaks the language before who does not, who is here before who is not, then who owes least.</summary>
    /// <returns>Null when there is nobody at all.</returns>
    public static string? Choose(IEnumerable<Candidate> candidates, string language) => candidates
        .OrderByDescending(c => c.Languages.Contains(language)).ThenByDescending(c => c.IsHere).ThenBy(c => c.Owed)
        .ThenBy(c => c.UserName, StringComparer.Ordinal).FirstOrDefault()?.UserName;
}
