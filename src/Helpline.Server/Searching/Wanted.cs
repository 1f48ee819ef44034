using Helpline.Contracts.Search;
using Helpline.Domain.Casework;
using Helpline.Server.Data;
using Helpline.Server.Privacy;
using Helpline.Server.Telephony;
using Microsoft.EntityFrameworkCore;

// The database compares, byte by byte on both providers.
#pragma warning disable CA1309

namespace Helpline.Server.Searching;

/// <summary>The words from <paramref name="From"/> to <paramref name="To"/>, both inclusive.</summary>
internal sealed record WordRange(string From, string To)
{
    public static WordRange Exactly(string word) => new(word, word);

    // No letter of the basic plane sorts after this sign.
    public static WordRange BeginningWith(string word) => new(word, word + '\uffff');

    public bool Holds(string word) => string.CompareOrdinal(From, word) <= 0 && string.CompareOrdinal(word, To) <= 0;
}

/// <summary>What is looked for: for every typed word the row has one that begins so. A telephone is found by its hash.</summary>
internal sealed record Wanted(IReadOnlyList<WordRange> Words)
{
    // The day of a number of ours: less of it would begin half of all numbers, and is taken as a word of its own.
    private const int Day = 8;
    private const int Shortest = 2;
    private const int Most = 6;

    // Among words of more rows than this the longest leads.
    private const int Common = 500;

    /// <summary>Null when there is nothing to look for.</summary>
    public static Wanted? Of(string? text, Numbers numbers, Vault vault)
    {
        if (numbers.Callable(text) is { } number) return new([WordRange.Exactly(vault.Hash(number))]);
        return Of(Folding.Words(text ?? ""), w => w.Length < Shortest || w.Length < Day && w.All(char.IsAsciiDigit) ? WordRange.Exactly(w) : WordRange.BeginningWith(w));
    }

    /// <summary>Rows that have just these words; null when there are none.</summary>
    public static Wanted? Exactly(IEnumerable<string> words) => Of(words, WordRange.Exactly);

    /// <summary>The rarest word first, so that few rows are looked at; a next page goes on with the word that the one before began with.</summary>
    public async Task<Wanted> Led(HelplineDb db, Subject subject, SearchCursor? after)
    {
        if (Words.Count == 1) return this;
        if (after is { Word: var last }) return this with { Words = [.. Words.OrderByDescending(w => w.Holds(last))] };
        var counted = new List<(WordRange Range, int Rows)>();
        foreach (var range in Words)
        {
            var (from, to) = (range.From, range.To);
            counted.Add((range, await db.SearchWords.Where(w => w.Subject == subject && string.Compare(w.Word, from) >= 0 && string.Compare(w.Word, to) <= 0).Take(Common).CountAsync()));
        }
        return this with { Words = [.. counted.OrderBy(c => c.Rows).Select(c => c.Range)] };
    }

    /// <summary>The words of the rows found, in the order of the index: one word for each row.</summary>
    /// <param name="after">The last of the page before; null for the first page.</param>
    public IQueryable<SearchWord> Rows(HelplineDb db, Subject subject, SearchCursor? after)
    {
        var (lead, words) = (Words[0], db.SearchWords.AsNoTracking());
        var (from, to) = (lead.From, lead.To);
        var found = words.Where(w => w.Subject == subject && string.Compare(w.Word, from) >= 0 && string.Compare(w.Word, to) <= 0)
            .Where(w => !words.Any(o => o.Subject == subject && o.SubjectId == w.SubjectId && string.Compare(o.Word, from) >= 0 && string.Compare(o.Word, w.Word) < 0));
        foreach (var (start, end) in Words.Skip(1))
            found = found.Where(w => words.Any(o => o.Subject == subject && o.SubjectId == w.SubjectId && string.Compare(o.Word, start) >= 0 && string.Compare(o.Word, end) <= 0));
        if (after is { Word: var last, Id: var id })
            found = found.Where(w => string.Compare(w.Word, last) >= 0 && (string.Compare(w.Word, last) > 0 || w.SubjectId > id));
        return found.OrderBy(w => w.Word).ThenBy(w => w.Subject).ThenBy(w => w.SubjectId);
    }

    // Of words of one rarity the longest leads.
    private static Wanted? Of(IEnumerable<string> words, Func<string, WordRange> range)
    {
        var ranges = words.Where(w => w.Length <= SearchWord.Longest).Distinct().OrderByDescending(w => w.Length).Take(Most).Select(range).ToList();
        return ranges.Count == 0 ? null : new(ranges);
    }
}

/// <summary>The last row of a page of findings.</summary>
internal readonly record struct SearchCursor(string Word, Guid Id) : IParsable<SearchCursor>
{
    public override string ToString() => $"{Id:N}{Word}";

    public static SearchCursor Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var cursor) ? cursor : throw new FormatException("This is no place in a list.");

    public static bool TryParse(string? s, IFormatProvider? provider, out SearchCursor result)
    {
        result = default;
        if (s is not { Length: > 32 } || !Guid.TryParseExact(s[..32], "N", out var id)) return false;
        result = new(s[32..], id);
        return true;
    }
}
