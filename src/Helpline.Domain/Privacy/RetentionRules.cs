using System.ComponentModel.DataAnnotations;

namespace Helpline.Domain.Privacy;

/// <summary>For how many days each kind of data is kept; <c>config/retention.json</c>. Codes, times and counts stay for ever.</summary>
/// <param name="Summaries">The text of a note, and why somebody was called outside the hours.</param>
/// <param name="Numbers">A telephone number, its hash, and the alias by which a caller is recognized.</param>
/// <param name="Recordings">The sound of a talk.</param>
/// <param name="Voicemails">The sound of a message, after it was dealt with.</param>
/// <param name="Callers">What is remembered of a telephone, and flags that hold no more.</param>
/// <param name="Casework">What was written of follow-ups, referrals and visits, and where somebody was visited, after they ended.</param>
/// <param name="Persons">Name, address and telephone of somebody, and the title of her case, after the last that was done for her.</param>
/// <param name="Alerts">An alert, after it ended.</param>
/// <param name="Audit">Who looked at what.</param>
public sealed record RetentionRules(
    [property: Range(1, 36500)] int Summaries, [property: Range(1, 36500)] int Numbers, [property: Range(1, 36500)] int Recordings,
    [property: Range(1, 36500)] int Voicemails, [property: Range(1, 36500)] int Callers, [property: Range(1, 36500)] int Casework,
    [property: Range(1, 36500)] int Persons, [property: Range(1, 36500)] int Alerts, [property: Range(1, 36500)] int Audit);
