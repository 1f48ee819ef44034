using System.Data.Common;
using Helpline.Contracts;
using Helpline.Contracts.Work;
using Helpline.Domain.Cases;
using Helpline.Domain.Casework;
using Helpline.Server.Data;
using Helpline.Tests.Data;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Tests.FollowUps;

public class What_is_to_be_done
{
    [Fact]
    public async Task Is_asked_in_three_questions_however_much_there_is()
    {
        var counted = new Questions();
        using var host = HelplineHost.Start(replace: services => services.ConfigureDbContext<SqliteHelplineDb>(o => o.AddInterceptors(counted)));
        await using var erlan = await host.SignIn("supervisor1");
        await using var aigul = await host.SignIn("counselor1");
        await Holds(host, [.. Enumerable.Range(0, 7).Select(_ => Due(host, host.Now().AddDays(-2)))]);
        await host.Sweeps();
        foreach (var who in new[] { aigul, erlan })
        {
            counted.Reset();
            await who.Gets<WorkCard>(Routes.Work);
            Assert.InRange(counted.Of("FollowUps", "Escalations", "Notes"), 1, 3);
        }
    }

    [Fact]
    public async Task Climbs_from_its_owner_to_the_owner_of_the_case_and_to_the_supervisors_each_step_once()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn("counselor1");
        await using var dana = await host.SignIn("counselor2");
        await using var erlan = await host.SignIn("supervisor1");
        var inCase = new Case { Id = Guid.CreateVersion7(), Number = "20261102-0001", Title = "A case", Owner = "counselor2", Risk = "low", OpenedAt = host.Now(), TouchedAt = host.Now() };
        var followUp = Made.FollowUp(host.Now(), about: inCase.Id, risk: "low", inCase: inCase.Id);
        followUp.ComeDue(host.Now());
        await Holds(host, [inCase, followUp]);

        async Task<(int Overdue, int Coordinators, int Supervisors)> After(TimeSpan time)
        {
            host.LeapsTo(followUp.DueAt + time);
            await host.Sweeps();
            await host.Sweeps();
            return ((await aigul.Gets<WorkCard>(Routes.Work)).Of(WorkKind.Overdue), (await dana.Gets<WorkCard>(Routes.Work)).Of(WorkKind.Escalations), (await erlan.Gets<WorkCard>(Routes.Work)).Of(WorkKind.Escalations));
        }

        Assert.Equal((0, 0, 0), await After(TimeSpan.FromMinutes(59)));
        Assert.Equal((1, 0, 0), await After(TimeSpan.FromMinutes(60)));
        Assert.Equal((1, 1, 0), await After(TimeSpan.FromHours(4)));
        Assert.Equal((1, 1, 0), await After(TimeSpan.FromHours(8)));
        Assert.Equal(["Owner", "Coordinator"], await Steps(host, followUp.Id));
    }

    [Fact]
    public async Task Is_not_told_of_any_more_when_it_is_done()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn("counselor1");
        await using var erlan = await host.SignIn("supervisor1");
        var followUp = Due(host, host.Now().AddDays(-2));
        await Holds(host, [followUp, new Grant { UserName = "counselor1", Subject = Subject.FollowUp, SubjectId = followUp.Id, Ground = GrantGround.Own, SortAt = host.Now() }]);
        await host.Sweeps();
        Assert.Equal(2, (await erlan.Gets<WorkCard>(Routes.Work)).Of(WorkKind.Escalations));
        Assert.Equal(("Supervisor", 1), await aigul.Gets<WorkCard>(Routes.Work) is var work ? (work.FollowUps[0].Step, work.Of(WorkKind.Overdue)) : default);
        await aigul.Tries(followUp.Id, "Answered");
        Assert.Equal(0, (await erlan.Gets<WorkCard>(Routes.Work)).Of(WorkKind.Escalations));
        Assert.Equal(0, (await aigul.Gets<WorkCard>(Routes.Work)).Of(WorkKind.Overdue));
    }

    [Fact]
    public async Task Holds_the_notes_that_are_not_finished()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        var caller = host.Caller();
        await caller.Ring();
        await caller.Presses("1");
        var call = (await aigul.Accepts(await aigul.IsOffered())).CallId;
        var draft = Assert.Single((await aigul.Gets<WorkCard>(Routes.Work)).Rows, r => r.Kind == WorkKind.Drafts);
        Assert.Equal(call, draft.Id);
    }

    private static Domain.FollowUps.FollowUp Due(HelplineHost host, DateTime since)
    {
        var followUp = Made.FollowUp(since);
        followUp.ComeDue(host.Now());
        return followUp;
    }

    private static Task<List<string>> Steps(HelplineHost host, Guid followUp) =>
        host.Reads(db => db.History.Where(h => h.SubjectId == followUp && h.What == "Escalated").OrderBy(h => h.Id).Select(h => h.To!).ToListAsync());

    private static Task<int> Holds(HelplineHost host, IEnumerable<object> rows) => host.Reads(db =>
    {
        db.AddRange(rows);
        return db.SaveChangesAsync();
    });

    /// <summary>Counts the questions that name one of some tables.</summary>
    private sealed class Questions : DbCommandInterceptor
    {
        private readonly System.Collections.Concurrent.ConcurrentBag<string> asked = [];

        public void Reset() => asked.Clear();

        public int Of(params string[] tables) => asked.Count(sql => tables.Any(table => sql.Contains($"\"{table}\"", StringComparison.Ordinal)));

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            asked.Add(command.CommandText);
            return new(result);
        }
    }
}
