using Helpline.Domain.Callbacks;
using Helpline.Domain.Callers;
using Helpline.Domain.Line;
using Helpline.Domain.Recordings;
using Helpline.Domain.Voicemails;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpline.Server.Data.Tables;

internal sealed class LineSwitchTable : IEntityTypeConfiguration<LineSwitch>
{
    public void Configure(EntityTypeBuilder<LineSwitch> turn) => turn.ToTable("LineSwitches").Property(s => s.Reason).HasMaxLength(500);
}

internal sealed class DetourTable : IEntityTypeConfiguration<Detour>
{
    public void Configure(EntityTypeBuilder<Detour> detour)
    {
        detour.Property(d => d.Id).ValueGeneratedNever();
        detour.Property(d => d.Code).HasMaxLength(64);
        detour.Property(d => d.To).HasMaxLength(64);
        detour.Property(d => d.Reason).HasMaxLength(500);
        // The database itself refuses to lead the same callers two ways.
        detour.HasIndex(d => new { d.Of, d.Code }).IsUnique().HasFilter("[LiftedAt] IS NULL");
    }
}

internal sealed class CallbackTable : IEntityTypeConfiguration<Callback>
{
    public void Configure(EntityTypeBuilder<Callback> callback)
    {
        callback.Property(c => c.Id).ValueGeneratedNever();
        callback.Property(c => c.Language).HasMaxLength(8);
        callback.Property(c => c.NumberHash).HasMaxLength(64);
        callback.HasIndex(c => c.CallId).IsUnique();
        callback.HasIndex(c => new { c.State, c.QueuedAt });
        // Only of those who are being rung: a database would rather go through the many for whom nobody is than through the few that are open.
        callback.HasIndex(c => c.Calling).HasFilter("[Calling] IS NOT NULL");
        callback.HasIndex(c => new { c.AskedAt, c.Id });
        // The database itself refuses to owe one person two calls.
        callback.HasIndex(c => c.NumberHash).IsUnique().HasFilter("[State] IN ('Open', 'Assigned')");
    }
}

internal sealed class VoicemailTable : IEntityTypeConfiguration<Voicemail>
{
    public void Configure(EntityTypeBuilder<Voicemail> voicemail)
    {
        voicemail.Property(v => v.Id).ValueGeneratedNever();
        voicemail.Property(v => v.Language).HasMaxLength(8);
        voicemail.Property(v => v.Recording).HasMaxLength(64);
        voicemail.HasIndex(v => v.CallId).IsUnique();
        voicemail.HasIndex(v => v.Calling).HasFilter("[Calling] IS NOT NULL");
        voicemail.HasIndex(v => new { v.State, v.Deadline });
        voicemail.HasIndex(v => new { v.ClosedAt, v.LeftAt });
    }
}

internal sealed class TalkRecordingTable : IEntityTypeConfiguration<TalkRecording>
{
    public void Configure(EntityTypeBuilder<TalkRecording> recording)
    {
        recording.Property(r => r.Id).ValueGeneratedNever();
        recording.Property(r => r.Recording).HasMaxLength(64);
        recording.HasIndex(r => r.CallId);
        recording.HasIndex(r => new { r.State, r.Deadline });
    }
}

internal sealed class KeptSoundTable : IEntityTypeConfiguration<KeptSound>
{
    public void Configure(EntityTypeBuilder<KeptSound> sound)
    {
        // Named when messages were the only sounds.
        sound.ToTable("VoicemailAudio");
        sound.Property(s => s.Id).HasColumnName("VoicemailId").ValueGeneratedNever();
    }
}

internal sealed class CallerMemoryTable : IEntityTypeConfiguration<CallerMemory>
{
    public void Configure(EntityTypeBuilder<CallerMemory> memory)
    {
        memory.ToTable("CallerMemories");
        memory.HasKey(m => m.Hash);
        memory.Property(m => m.Hash).HasMaxLength(64);
        memory.Property(m => m.Language).HasMaxLength(8);
    }
}

internal sealed class CallerFlagTable : IEntityTypeConfiguration<CallerFlag>
{
    public void Configure(EntityTypeBuilder<CallerFlag> flag)
    {
        flag.Property(f => f.Id).ValueGeneratedNever();
        flag.Property(f => f.Hash).HasMaxLength(64);
        flag.HasIndex(f => new { f.Hash, f.Until });
    }
}
