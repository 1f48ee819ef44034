using System.Net.Http.Json;
using Helpline.Contracts;
using Helpline.Contracts.Journals;
using Helpline.Domain.Calls;
using Helpline.Domain.Cases;
using Helpline.Domain.Casework;
using Helpline.Domain.Contacts;
using Helpline.Domain.FollowUps;
using Helpline.Domain.Notes;
using Helpline.Domain.Referrals;
using Helpline.Server.Data;
using Helpline.Server.Journals;
using Helpline.Tests.Data;
using Helpline.Tests.FollowUps;
using Helpline.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Tests.Journals;

/// <summary>Weeks of work written straight into the tables, and journals as a supervisor asks for them.</summary>
internal static class Journaling
{
    /// <summary>Noon in Almaty on the first of November.</summary>
    public static readonly DateTime Noon = new(2026, 11, 1, 7, 0, 0, DateTimeKind.Utc);

    public static Task Writes(this HelplineHost host, params object[] rows) => host.Services.GetRequiredService<Transactions>().Run(async db =>
    {
        db.AddRange(rows);
        return await db.SaveChangesAsync();
    });

    /// <summary>A call that was answered, with its contact and finished note.</summary>
    public static object[] Talk(DateTime at, string number, string? team = null, string? region = null, Channel channel = Channel.Call, params string[] topics)
    {
        var call = Ended(at);
        var contact = new Contact
        {
            Id = call.Id,
            Number = number,
            Channel = channel,
            StartedAt = at,
            Counselor = "counselor1",
            Team = team,
            Language = "kk",
            CallerHash = "00c0ffee",
            Alias = "K7Q2M",
        };
        var note = new Note { CallId = call.Id, Author = "counselor1", CreatedAt = at, SavedAt = at, Kind = "counseling", Risk = "low", Topics = [.. topics], SealedSummary = "k1:secret" };
        (note.About.Region, note.About.CallerAge, note.About.NeedSex) = (region, "a18_28", "female");
        note.Finish(at.AddMinutes(20));
        return [call, contact, note];
    }

    public static Contact WalkIn(DateTime at, string number) => new() { Id = Guid.CreateVersion7(at), Number = number, Channel = Channel.WalkIn, StartedAt = at, Counselor = "counselor1" };

    public static Call Ended(DateTime at)
    {
        var call = Made.Call(CallState.WrapUp, at);
        call.Finish(at.AddMinutes(20));
        return call;
    }

    public static Call GaveUp(DateTime at)
    {
        var call = Made.Call(CallState.Waiting, at);
        call.CallerLeaves(at.AddSeconds(31.5), at.AddSeconds(31.5), Made.Rules.Calls);
        return call;
    }

    public static object[] Case(DateTime at, string number, params (DateTime At, CaseEvent What)[] moves)
    {
        var made = new Case { Id = Guid.CreateVersion7(at), Number = number, Title = "=Отбасы", Owner = "counselor1", Risk = "low", OpenedAt = at, TouchedAt = at };
        foreach (var (when, what) in moves) _ = what == CaseEvent.Closed ? made.Close("need_met", when) : made.Reopen(when);
        return [made, .. moves.Select(m => new HistoryEntry { Subject = Subject.Case, SubjectId = made.Id, CaseId = made.Id, At = m.At, By = "counselor1", What = m.What.ToString(), Reason = m.What == CaseEvent.Closed ? "need_met" : null })];
    }

    public static Referral Sent(DateTime at, string number, TimeSpan? answered = null)
    {
        var referral = new Referral { Id = Guid.CreateVersion7(at), Number = number, Sender = "counselor1", CreatedAt = at, OrganizationName = "@Үміт", ServiceKind = "social_legal", Urgency = "routine", SealedReason = "k1:sealed", Consent = true };
        referral.Move(new(ReferralEvent.Sent, "counselor1") { Deadlines = new(at.AddDays(1), at.AddDays(5)) }, at);
        referral.Move(new(ReferralEvent.Received, "x"), at);
        if (answered is { } after) referral.Move(new(ReferralEvent.Accepted, "x") { Responsible = "Saule" }, at + after);
        return referral;
    }

    public static FollowUp Due(DateTime at, bool reached)
    {
        var due = Made.FollowUp(at);
        if (reached) due.Reach(at.AddHours(1));
        return due;
    }

    public static Task<JournalPage> Journal(this Counselor supervisor, string code, string query = "") =>
        supervisor.Gets<JournalPage>($"{Routes.Journal(code)}?from=2026-11-01&to=2026-11-30&words=en{query}");

    public static async Task<ExportCard> Exports(this Counselor who, string journal, string format = "Csv", string language = "en", params (string Code, string Value)[] filter)
    {
        var answer = await who.Posts(Routes.Exports, new NewExport(journal, new(2026, 11, 1), new(2026, 11, 30), filter.ToDictionary(f => f.Code, f => f.Value), format, language));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<ExportCard>())!;
    }

    /// <summary>Runs until it is over, whichever worker has it.</summary>
    public static async Task<ExportCard> IsOver(this HelplineHost host, Counselor who, ExportCard export)
    {
        await host.Job<ExportJob>(job => job.Run(export.Id, CancellationToken.None));
        for (var look = 0; look < 400; look++)
        {
            var now = await who.Gets<ExportCard>(Routes.Export(export.Id));
            if (now.State is not ("Queued" or "Running")) return now;
            await Task.Delay(20);
        }
        throw new TimeoutException("The export is not over.");
    }
}
