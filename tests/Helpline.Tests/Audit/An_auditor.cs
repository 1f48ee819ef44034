using System.Net.Http.Json;
using Helpline.Contracts;
using Helpline.Contracts.Audit;
using Helpline.Contracts.Callers;
using Helpline.Contracts.Cases;
using Helpline.Contracts.Line;
using Helpline.Contracts.Shifts;
using Helpline.Domain.Audit;
using Helpline.Domain.Callers;
using Helpline.Domain.Casework;
using Helpline.Domain.Line;
using Helpline.Server.Data;
using Helpline.Tests.Cases;
using Helpline.Tests.Journals;
using Helpline.Tests.Shifts;
using Helpline.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Tests.Audit;

public class An_auditor
{
    [Fact]
    public async Task Reads_the_whole_trail_page_by_page_and_filters_it()
    {
        await using var host = HelplineHost.Start();
        var start = host.Clock.GetUtcNow().UtcDateTime;
        await host.Services.GetRequiredService<Transactions>().Run(async db =>
        {
            for (var i = 0; i < 120; i++)
                db.Append(new AuditEntry
                {
                    // Several in one moment, so that a page ends among equals.
                    At = start.AddDays(i / 40),
                    Actor = i % 2 == 0 ? "counselor1" : "social1",
                    Action = i % 3 == 0 ? AuditAction.NumberShown : AuditAction.Read,
                    Subject = Subject.Person,
                    SubjectId = Guid.CreateVersion7(),
                    What = "person",
                    Reason = "care",
                });
            return await db.SaveChangesAsync();
        });
        await using var auditor = await host.SignIn("auditor1");
        Assert.Equal(120, (await All(auditor, "subject=Person")).DistinctBy(l => l.Id).Count());
        Assert.Equal(60, (await All(auditor, "subject=Person&actor=social1")).Count);
        Assert.Equal(40, (await All(auditor, "subject=Person&action=NumberShown")).Count);
        Assert.Equal(40, (await All(auditor, "subject=Person&from=2026-11-03&to=2026-11-03")).Count);
        var lines = await All(auditor, "");
        Assert.Equal(lines.OrderByDescending(l => l.At).ThenByDescending(l => l.Id).Select(l => l.Id), lines.Select(l => l.Id));
        using var odd = await auditor.Opens($"{Routes.Audit}?action=Slept");
        Assert.Equal(400, (int)odd.StatusCode);
    }

    [Fact]
    public async Task Finds_all_that_was_done_with_a_thing_by_the_number_people_call_it()
    {
        await using var host = HelplineHost.Start();
        await using var supervisor = await host.SignIn("supervisor1");
        var contact = Journaling.WalkIn(Journaling.Noon, "20261101-0007");
        await host.Writes(contact, Touched(contact.Id, AuditAction.Read, "care"), Touched(contact.Id, AuditAction.Listened, null), Touched(Guid.CreateVersion7(), AuditAction.Read, "care"));
        await using var auditor = await host.SignIn("auditor1");

        var lines = await All(auditor, "number=20261101-0007");

        Assert.Equal(["Listened", "Read"], lines.Select(l => l.Action));
        Assert.All(lines, l => Assert.Equal(("20261101-0007", "counselor1"), (l.Number, l.Actor)));
        Assert.All(lines, l => Assert.False(string.IsNullOrEmpty(l.ActorName)));
        Assert.Equal(2, (await All(auditor, "reason=care")).Count);
        Assert.Empty(await All(auditor, "number=20261101-0008"));
        using var odd = await auditor.Opens($"{Routes.Audit}?from=2026-11-02&to=2026-11-01");
        Assert.Equal(400, (int)odd.StatusCode);
    }

    [Fact]
    public async Task Reads_who_turned_the_line_who_led_callers_elsewhere_and_who_changed_a_flag()
    {
        await using var host = HelplineHost.Start();
        await using var erlan = await host.SignIn("supervisor1");
        var flag = new CallerFlag
        {
            Id = Guid.CreateVersion7(),
            Hash = "h",
            CallId = Guid.CreateVersion7(),
            Reason = AbuseReason.Threat,
            By = "counselor1",
            At = host.Clock.GetUtcNow().UtcDateTime,
            Level = FlagLevel.Warn,
            Until = host.Clock.GetUtcNow().UtcDateTime.AddDays(1),
        };
        await host.Writes(flag);

        await erlan.Puts(Routes.Line, new LineChange("Closed", "Aigul's words stay out of the trail"));
        using var made = await erlan.Http.PostAsJsonAsync(Routes.Detours, new NewDetour("Language", "kk", "ru", null), TestContext.Current.CancellationToken);
        var detour = (await made.Content.ReadFromJsonAsync<DetourCard>(TestContext.Current.CancellationToken))!;
        await erlan.Http.DeleteAsync($"{Routes.Detours}/{detour.Id}", TestContext.Current.CancellationToken);
        await erlan.Puts($"{Routes.Flags}/{flag.Id}", new CallerFlagChange("NoPriority", flag.Until));
        await erlan.Http.DeleteAsync($"{Routes.Flags}/{flag.Id}", TestContext.Current.CancellationToken);

        await using var auditor = await host.SignIn("auditor1");
        var lines = await All(auditor, "actor=supervisor1&action=Changed");
        Assert.Equal(["flag-lifted", $"flag-NoPriority {LocalTime(flag.Until)}", "detour-lifted kk → ru", "detour kk → ru", "Closed"], lines.Select(l => l.What));
        Assert.Equal(["Contact", "Contact", "Line", "Line", "Line"], lines.Select(l => l.Subject));
        Assert.Equal(2, (await All(auditor, $"subjectId={flag.CallId}")).Count);

        string LocalTime(DateTime utc) => $"{host.Services.GetRequiredService<LineRules>().Local(utc):yyyy-MM-dd HH:mm}";
    }

    [Fact]
    public async Task Reads_who_moved_a_case_and_a_shift_and_why_hours_may_ring_nobody()
    {
        await using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn();
        await using var erlan = await host.SignIn("supervisor1");
        var opened = await aigul.OpensACase();
        await aigul.Makes<CaseCard>(Routes.GiveCase(opened.Id), new GiveCase("counselor2"));
        var shift = await erlan.Makes<ShiftCard>(Routes.Shifts, RotaStory.Hours(3, 8, 16, "counselor1"));
        await erlan.Makes<ShiftCard>(Routes.CancelShift(shift.Id), new ShiftReason("holiday of the house"));

        await using var auditor = await host.SignIn("auditor1");
        var ofCase = await All(auditor, $"action=Changed&number={opened.Number}&subject=Case");
        Assert.Equal([("Given counselor1 → counselor2", "counselor1"), ("Opened", "counselor1")], ofCase.Select(l => (l.What, l.Actor)));
        var ofShift = await All(auditor, "subject=Shift");
        Assert.Equal(["Cancelled · holiday of the house", "Taken counselor1", "Planned"], ofShift.Select(l => l.What));
        Assert.All(ofShift, l => Assert.Equal(("supervisor1", "2026-11-03 08:00"), (l.Actor, l.Number)));
    }

    private static AuditEntry Touched(Guid id, AuditAction action, string? reason) =>
        new() { At = Journaling.Noon, Actor = "counselor1", Action = action, Subject = Subject.Contact, SubjectId = id, What = "note", Reason = reason };

    [Theory, InlineData("counselor1"), InlineData("supervisor1"), InlineData("social1"), InlineData("admin")]
    public async Task Is_the_only_one_who_does(string userName)
    {
        await using var host = HelplineHost.Start();
        await using var somebody = await host.SignIn(userName);
        using var answer = await somebody.Opens(Routes.Audit);
        Assert.Equal(403, (int)answer.StatusCode);
    }

    private static async Task<List<AuditLine>> All(Counselor auditor, string query)
    {
        var lines = new List<AuditLine>();
        for (string? next = ""; next is not null;)
        {
            var page = await auditor.Gets<AuditPage>($"{Routes.Audit}?{query}&{next}");
            lines.AddRange(page.Lines);
            next = page.Next;
        }
        return lines;
    }
}
