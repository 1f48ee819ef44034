using Hangfire;
using Hangfire.Common;
using Hangfire.States;
using Helpline.Contracts;
using Helpline.Contracts.Work;
using Helpline.Domain.Casework;
using Helpline.Domain.FollowUps;
using Helpline.Domain.Messages;
using Helpline.Server.Data;
using Helpline.Server.FollowUps;
using Helpline.Server.Jobs;
using Helpline.Server.Privacy;
using Helpline.Server.Telephony;
using Helpline.Tests.Data;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Helpline.Tests.FollowUps;

/// <summary>Between its effect and the acknowledgement, a thousand times: nothing is lost and nothing is done twice.</summary>
public partial class A_job_of_a_server_that_is_killed
{
    private const int Replays = 1000;

    [Fact]
    public async Task Makes_each_follow_up_due_once()
    {
        using var host = Mortal();
        var due = Enumerable.Range(0, 10).Select(_ => Made.FollowUp(host.Now())).ToList();
        await Holds(host, due);
        await Replayed(i => Work(host).ComeDue(due[i % due.Count].Id));
        await host.Sweeps();
        Assert.Equal(due.Count, await host.Reads(db => db.FollowUps.CountAsync(f => f.State == FollowUpState.Due)));
        Assert.Equal(due.Count, await host.Reads(db => db.History.CountAsync(h => h.Subject == Subject.FollowUp && h.What == "CameDue")));
    }

    [Fact]
    public async Task Sends_each_text_message_once()
    {
        using var host = Mortal();
        var id = Guid.CreateVersion7();
        var person = Made.Person(host.Now(), sealedPhone: host.Services.GetRequiredService<Vault>().Seal(FollowingUp.Number, $"Persons|SealedPhone|{id:N}"), id: id);
        var due = Enumerable.Range(0, 5).Select(_ => Made.FollowUp(host.Now(), kind: FollowUpKind.Sms, person: person)).ToList();
        await Holds(host, [person, .. due]);
        await Replayed(i => Work(host).ComeDue(due[i % due.Count].Id));
        await host.Sweeps();
        await host.Until(() => host.Reads(db => db.FollowUps.AllAsync(f => f.State == FollowUpState.Reached)), "the messages to be delivered");
        Assert.Equal(due.Count, await host.Reads(db => db.TextMessages.CountAsync()));
        Assert.Equal(due.Count, await host.Reads(db => db.LineCommands.CountAsync(c => c.Kind == LineCommandKind.Text)));
        Assert.Equal(due.Count, host.Exchange.Phone(FollowingUp.Number).Texts.Count);
    }

    [Fact]
    public async Task Counts_a_lost_text_message_once()
    {
        using var host = Mortal();
        var lost = Enumerable.Range(0, 5).Select(_ => Made.FollowUp(host.Now().AddHours(-3), kind: FollowUpKind.Sms)).ToList();
        foreach (var followUp in lost) followUp.ComeDue(host.Now());
        var messages = lost.ConvertAll(f => TextMessage.Write(f.Id, "ru", host.Now().AddHours(-2)));
        await Holds(host, [.. lost, .. messages]);
        await Replayed(i => Work(host).LoseText(messages[i % messages.Count].Id));
        await host.Sweeps();
        Assert.Equal(lost.Count, await host.Reads(db => db.FollowUpAttempts.CountAsync()));
        Assert.True(await host.Reads(db => db.FollowUps.AllAsync(f => f.Attempts == 1)));
        Assert.True(await host.Reads(db => db.TextMessages.AllAsync(m => m.State == MessageState.Lost)));
    }

    [Fact]
    public async Task Does_not_send_a_text_message_again_that_may_have_gone_out()
    {
        using var host = HelplineHost.Start();
        var id = Guid.CreateVersion7();
        var person = Made.Person(host.Now(), sealedPhone: host.Services.GetRequiredService<Vault>().Seal(FollowingUp.Number, $"Persons|SealedPhone|{id:N}"), id: id);
        var followUp = Made.FollowUp(host.Now(), kind: FollowUpKind.Sms, person: person);
        followUp.ComeDue(host.Now());
        var message = TextMessage.Write(followUp.Id, "ru", host.Now());
        await Holds(host, [person, followUp, message, new LineCommand { Id = Guid.CreateVersion7(), Kind = LineCommandKind.Text, CallId = message.Id, Leg = $"{message.Id:N}", DueAt = host.Now(), Tries = 1 }]);
        await host.Until(() => host.Reads(db => db.LineCommands.AllAsync(c => c.DoneAt != null)), "the command to be given up");
        Assert.Empty(host.Exchange.Phone(FollowingUp.Number).Texts);

        host.LeapsTo(host.Now().AddHours(2));
        await host.Sweeps();
        Assert.Equal(FollowUpState.Attempted, await host.Reads(db => db.FollowUps.Select(f => f.State).SingleAsync()));
    }

    [Fact]
    public async Task Is_set_again_when_the_server_starts()
    {
        using var host = HelplineHost.Start();
        var (ahead, over) = (Made.FollowUp(host.Now().AddDays(3)), Made.FollowUp(host.Now()));
        over.Cancel("not_needed", host.Now());
        await Holds(host, [ahead, over]);
        var alarms = new Alarms();
        using var second = host.StartSecond(replace: services => services.Replace(ServiceDescriptor.Singleton<IBackgroundJobClient>(alarms)));
        Assert.Equal([ahead.Id], alarms.Ids);
    }

    [Fact]
    public async Task That_fails_again_and_again_becomes_a_task_for_the_supervisor_and_never_loops()
    {
        using var host = HelplineHost.Start();
        await using var erlan = await host.SignIn("supervisor1");
        var (guard, id, runs) = (host.Services.GetRequiredService<JobGuard>(), Guid.CreateVersion7(), 0);
        for (var i = 0; i < 10; i++)
            await guard.Run(JobKind.FollowUpDue, id, () => throw new InvalidOperationException($"poisoned {runs++}"));
        Assert.Equal(JobGuard.MostTries, runs);
        var task = Assert.Single((await erlan.Gets<WorkCard>(Routes.Work)).Rows, r => r.Kind == WorkKind.StuckJobs);
        Assert.Equal((id, nameof(JobKind.FollowUpDue), nameof(InvalidOperationException)), (task.Id, task.Number, task.What));
        await host.Until(() => Task.FromResult(erlan.Works > 0), "the supervisor to be told");

        Assert.Equal(System.Net.HttpStatusCode.NoContent, (await erlan.Posts(Routes.TryAgain(task.Number, id))).StatusCode);
        await guard.Run(JobKind.FollowUpDue, id, () => Task.CompletedTask);
        Assert.Empty((await erlan.Gets<WorkCard>(Routes.Work)).Rows);
    }

    private static FollowUpWork Work(HelplineHost host) => host.Services.GetRequiredService<FollowUpWork>();

    private static HelplineHost Mortal() => HelplineHost.Start(replace: services =>
    {
        var real = services.Single(s => s.ServiceType == typeof(Transactions));
        services.Replace(ServiceDescriptor.Singleton<Transactions>(s => new KilledTransactions((Transactions)real.ImplementationFactory!(s))));
    });

    /// <summary>One of three is killed before the commit, one after it, and one lives.</summary>
    private static async Task Replayed(Func<int, Task> job)
    {
        for (var i = 0; i < Replays; i++)
        {
            KilledTransactions.Dies((Death)(i * 7 % 3));
            try
            {
                await job(i);
            }
            catch (Killed)
            {
                // Nobody heard how it ended; the next server does it again.
            }
        }
        KilledTransactions.Dies(Death.None);
    }

    private static Task<int> Holds(HelplineHost host, IEnumerable<object> rows) => host.Reads(db =>
    {
        db.AddRange(rows);
        return db.SaveChangesAsync();
    });

    /// <summary>An alarm clock that only writes down.</summary>
    private sealed class Alarms : IBackgroundJobClient
    {
        public List<Guid> Ids { get; } = [];

        public string Create(Job job, IState state)
        {
            Assert.IsType<ScheduledState>(state);
            Ids.Add((Guid)job.Args[0]);
            return "1";
        }

        public bool ChangeState(string jobId, IState state, string expectedState) => true;
    }
}
