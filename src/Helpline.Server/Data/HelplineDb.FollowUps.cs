using Helpline.Domain.Casework;
using Helpline.Domain.FollowUps;
using Helpline.Domain.Messages;
using Helpline.Server.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Data;

/// <summary>What is to be done, and what was not done in time.</summary>
internal abstract partial class HelplineDb
{
    public DbSet<FollowUp> FollowUps => Set<FollowUp>();
    public DbSet<FollowUpAttempt> FollowUpAttempts => Set<FollowUpAttempt>();
    public DbSet<TextMessage> TextMessages => Set<TextMessage>();
    public DbSet<Escalation> Escalations => Set<Escalation>();
    public DbSet<StuckJob> StuckJobs => Set<StuckJob>();
}
