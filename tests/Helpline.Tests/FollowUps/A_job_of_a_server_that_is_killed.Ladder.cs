using Helpline.Domain.Casework;
using Helpline.Domain.Referrals;
using Helpline.Tests.Data;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.FollowUps;

public partial class A_job_of_a_server_that_is_killed
{
    [Theory, InlineData(Subject.FollowUp), InlineData(Subject.Referral), InlineData(Subject.Visit)]
    public async Task Takes_each_step_of_the_ladder_once(Subject subject)
    {
        using var host = Mortal();
        var ids = await Overdue(host, subject);
        await Replayed(i => Climb(host, subject, ids[i % ids.Count]));
        await host.Sweeps();
        Assert.Equal(ids.Count * 3, await host.Reads(db => db.Escalations.CountAsync(e => e.Subject == subject)));
        Assert.Equal(ids.Count * 3, await host.Reads(db => db.History.CountAsync(h => h.Subject == subject && h.What == "Escalated")));
    }

    /// <summary>Long ago, five of a kind.</summary>
    private static async Task<List<Guid>> Overdue(HelplineHost host, Subject subject)
    {
        var at = host.Now().AddDays(-9);
        List<(Guid Id, object Row)> rows = [.. Enumerable.Range(0, 5).Select<int, (Guid, object)>(i => subject switch
        {
            Subject.Referral when Made.Referral(at, ReferralState.Sent, receiver: "social1", number: $"20261102-000{i}") is var referral => (referral.Id, referral),
            Subject.Visit when Made.Visit(at, missed: true, number: $"20261102-000{i}") is var visit => (visit.Id, visit),
            _ when Made.FollowUp(at) is var followUp && followUp.ComeDue(host.Now()) => (followUp.Id, followUp),
            _ => throw new InvalidOperationException("It is due."),
        })];
        await Holds(host, rows.Select(r => r.Row));
        return rows.ConvertAll(r => r.Id);
    }

    private static Task<int> Climb(HelplineHost host, Subject subject, Guid id) => subject switch
    {
        Subject.Referral => Work(host).ClimbReferral(id),
        Subject.Visit => Work(host).ClimbVisit(id),
        _ => Work(host).Climb(id),
    };
}
