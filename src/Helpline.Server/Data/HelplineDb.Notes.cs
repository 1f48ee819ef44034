using Helpline.Domain.Notes;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Data;

/// <summary>What notes were, and what was added to them.</summary>
internal abstract partial class HelplineDb
{
    public DbSet<NoteVersion> NoteVersions => Set<NoteVersion>();
    public DbSet<NoteAddendum> NoteAddenda => Set<NoteAddendum>();
}
