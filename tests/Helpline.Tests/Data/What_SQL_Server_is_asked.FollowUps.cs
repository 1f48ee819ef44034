using Helpline.Contracts;
using Helpline.Contracts.FollowUps;
using Helpline.Contracts.Work;
using Helpline.Domain.Casework;
using Helpline.Domain.Contacts;
using Helpline.Domain.FollowUps;
using Helpline.Domain.Messages;
using Helpline.Server.Accounts;
using Helpline.Server.FollowUps;
using Helpline.Server.Jobs;
using Helpline.Server.Privacy;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Tests.Data;

public sealed partial class What_SQL_Server_is_asked
{
    private async Task FollowUps()
    {
        var contact = Guid.CreateVersion7();
        foreach (var roles in new[] { new[] { Roles.Counselor }, [Roles.Counselor, Roles.Supervisor] })
        {
            var me = await SignsIn("counselor1", roles);
            var wish = new NewFollowUp("Call", "support", "high", ContactId: contact, Supersede: true);
            paper.Holds(me, ContactOf(contact), Made.FollowUp(paper.Now, contact: contact));
            await Asks(HttpMethod.Post, Routes.FollowUps, wish, key: "f1");
            foreach (var step in new Func<Guid, Task>[] { Tries, Agrees, Cancels, Gives, Calls })
            {
                var followUp = Made.FollowUp(paper.Now.AddDays(-2), contact: contact);
                paper.Holds(me, ContactOf(contact), followUp, Right(followUp), Made.Escalation(paper.Now, followUp), Made.StuckJob(paper.Now, followUp.Id));
                await Asks(HttpMethod.Get, Routes.FollowUps + "?of=team&state=Due&kind=Call&after=2026-11-02T09:00:00Z&afterId=" + contact);
                await Asks(HttpMethod.Get, Routes.FollowUp(followUp.Id));
                await Asks(HttpMethod.Get, Routes.Work);
                await Asks(HttpMethod.Get, Routes.WorkCounts);
                await Asks(HttpMethod.Post, Routes.FollowUps, wish, key: "f2");
                await step(followUp.Id);
            }
            var late = Made.FollowUp(paper.Now.AddDays(-2), contact: contact);
            var escalation = Made.Escalation(paper.Now, late);
            paper.Holds(me, late, escalation, Made.StuckJob(paper.Now, late.Id));
            await Asks(HttpMethod.Post, Routes.SeeTo(escalation.Id));
            await Asks(HttpMethod.Post, Routes.TryAgain(nameof(JobKind.FollowUpDue), late.Id));
        }
        await Texts();
        await FollowUpJobs();
    }

    private Task Tries(Guid id) => Asks(HttpMethod.Post, Routes.Attempts(id), new NewAttempt("NoAnswer", "words"), key: "f3");

    private Task Agrees(Guid id) => Asks(HttpMethod.Post, Routes.AgreeTime(id), new AgreedTime(paper.Now.AddHours(1)));

    private Task Cancels(Guid id) => Asks(HttpMethod.Post, Routes.CancelFollowUp(id), new CancelFollowUp("not_needed"));

    private Task Gives(Guid id) => Asks(HttpMethod.Put, Routes.FollowUpOwner(id), new TaskOwnerChange("counselor1"));

    private Task Calls(Guid id) => Asks(HttpMethod.Post, Routes.CallOwed(Routes.FollowUps, id), new CallReason("now"));

    private async Task Texts()
    {
        var vault = paper.Services.GetRequiredService<Vault>();
        var id = Guid.CreateVersion7();
        var person = Made.Person(paper.Now, sealedPhone: vault.Seal("+77010000001", $"Persons|SealedPhone|{id:N}"), id: id);
        var followUp = Made.FollowUp(paper.Now.AddHours(-3), kind: FollowUpKind.Sms, person: person);
        paper.Holds(person, followUp);
        await paper.Services.GetRequiredService<FollowUpWork>().ComeDue(followUp.Id);
        followUp.ComeDue(paper.Now);
        var message = TextMessage.Write(followUp.Id, "ru", paper.Now.AddHours(-2));
        paper.Holds(person, followUp, message);
        await Answers($"/messages/status?message={message.Id:N}", ("MessageSid", "SM1"), ("MessageStatus", "delivered"));
        await paper.Services.GetRequiredService<FollowUpWork>().LoseText(message.Id);
    }

    private async Task FollowUpJobs()
    {
        var followUp = Made.FollowUp(paper.Now.AddDays(-2));
        await using var scope = paper.Services.CreateAsyncScope();
        paper.Holds(followUp);
        await scope.ServiceProvider.GetRequiredService<FollowUpDueJob>().Run(followUp.Id);
        await scope.ServiceProvider.GetRequiredService<FollowUpSweepJob>().Run(CancellationToken.None);
        followUp.ComeDue(paper.Now);
        paper.Holds(followUp, Account("supervisor1", Roles.Supervisor));
        await paper.Services.GetRequiredService<FollowUpWork>().Climb(followUp.Id);
        var guard = paper.Services.GetRequiredService<JobGuard>();
        await guard.Run(JobKind.Ladder, followUp.Id, () => throw new InvalidOperationException());
        var stuck = Made.StuckJob(paper.Now, followUp.Id);
        (stuck.GivenUpAt, stuck.Times) = (null, 1);
        paper.Holds(stuck);
        await guard.Run(JobKind.FollowUpDue, followUp.Id, () => Task.CompletedTask);
    }

    private Contact ContactOf(Guid id) => new() { Id = id, Number = "20261102-0001", Channel = Channel.Call, StartedAt = paper.Now };

    private Grant Right(FollowUp followUp) =>
        new() { UserName = "counselor1", Subject = Subject.FollowUp, SubjectId = followUp.Id, Ground = GrantGround.Own, SortAt = paper.Now };
}
