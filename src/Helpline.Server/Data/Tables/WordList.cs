using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpline.Server.Data.Tables;

internal static class WordList
{
    /// <summary>A handful of codes: one column of words is read with the row and needs no join.</summary>
    public static PropertyBuilder<List<string>> AsWords(this PropertyBuilder<List<string>> list) => list.HasConversion(
        words => string.Join(' ', words),
        text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList(),
        new ValueComparer<List<string>>((a, b) => a!.SequenceEqual(b!), l => l.Aggregate(0, HashCode.Combine), l => l.ToList()));
}
