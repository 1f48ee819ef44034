using System.IO.Compression;
using System.Net;
using System.Xml.Linq;
using Helpline.Contracts;
using Helpline.Contracts.Journals;
using Helpline.Domain.Audit;
using Helpline.Domain.Casework;
using Helpline.Domain.Journals;
using Helpline.Server.Journals;
using Helpline.Tests.FollowUps;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Helpline.Tests.Journals.Journaling;

namespace Helpline.Tests.Journals;

public class An_export
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Fact]
    public async Task As_text_says_what_it_is_and_lets_no_text_become_a_formula()
    {
        await using var host = HelplineHost.Start();
        await host.Writes([.. Case(Noon, "20261101-0001"), .. Case(Noon.AddDays(1), "20261102-0001"), .. Case(Noon.AddDays(-9), "20261023-0001")]);
        await using var supervisor = await host.SignIn("supervisor1");

        var export = await host.IsOver(supervisor, await supervisor.Exports("cases", "Csv", "ru", ("risk", "low")));
        var text = await (await supervisor.Opens(Routes.ExportFile(export.Id))).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(("Done", 2, 2), (export.State, export.Rows, export.Total));
        Assert.StartsWith("\"Журнал дел\"\r\n\"Период\",\"01.11.2026 – 30.11.2026\"\r\n\"Отбор\",\"Уровень риска: ", text.TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.Contains("\"Составил\",\"", text, StringComparison.Ordinal);
        Assert.Contains("\"20261101-0001\",\"01.11.2026 12:00\",\"'=Отбасы\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain(text.Split(','), cell => cell.StartsWith("\"=", StringComparison.Ordinal));
        Assert.EndsWith("\"Строк\",\"2\"\r\n", text, StringComparison.Ordinal);
        var trail = await host.Reads(db => db.AuditTrail.Where(a => a.Subject == Subject.Export).OrderBy(a => a.Id).Select(a => new { a.Actor, a.Action, a.What, a.SubjectId, a.Reason }).ToListAsync());
        Assert.Equal([("supervisor1", AuditAction.Exported, "cases 2026-11-01 2026-11-30 risk=low", export.Id), ("supervisor1", AuditAction.Exported, "file", export.Id)], trail.Select(a => (a.Actor, a.Action, a.What, a.SubjectId)));
        Assert.All(trail, a => Assert.Equal("supervision", a.Reason));
    }

    [Fact]
    public async Task As_a_workbook_holds_strings_and_numbers_and_no_formula()
    {
        await using var host = HelplineHost.Start();
        await host.Writes([Sent(Noon, "20261101-0001", TimeSpan.FromDays(1)), Sent(Noon, "20261101-0002")]);
        await using var supervisor = await host.SignIn("supervisor1");

        var export = await host.IsOver(supervisor, await supervisor.Exports("referrals", "Xlsx", "kk"));
        await using var zip = new ZipArchive(await (await supervisor.Opens(Routes.ExportFile(export.Id))).Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        await using var part = await zip.GetEntry("xl/worksheets/sheet1.xml")!.OpenAsync(TestContext.Current.CancellationToken);
        var sheet = await XDocument.LoadAsync(part, LoadOptions.None, TestContext.Current.CancellationToken);

        Assert.Equal("Done", export.State);
        Assert.Empty(sheet.Descendants(Main + "f"));
        Assert.Contains(sheet.Descendants(Main + "c"), c => c.Attribute("t")?.Value == "inlineStr" && c.Value == "@Үміт");
        Assert.Contains(sheet.Descendants(Main + "c"), c => c.Attribute("t") is null && c.Value == "1");
        // Eight rows before them, the headings among these, and two after.
        Assert.Equal(8 + 2 + 2, sheet.Descendants(Main + "row").Count());
    }

    [Fact]
    public async Task Is_nobody_elses_and_not_there_before_it_is_whole()
    {
        await using var host = HelplineHost.Start();
        await using var supervisor = await host.SignIn("supervisor1");
        var export = await host.IsOver(supervisor, await supervisor.Exports("calls"));
        var unfinished = New(host, "supervisor1");
        await host.Writes(unfinished, New(host, "somebody"));
        await using var other = await host.SignIn("admin");

        Assert.Equal(HttpStatusCode.Forbidden, (await other.Opens(Routes.ExportFile(export.Id))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await supervisor.Opens(Routes.ExportFile(unfinished.Id))).StatusCode);
        Assert.Equal(2, (await supervisor.Gets<ExportCard[]>(Routes.Exports)).Length);
        var strange = await host.Reads(db => db.JournalExports.SingleAsync(e => e.Maker == "somebody"));
        Assert.Equal(HttpStatusCode.NotFound, (await supervisor.Opens(Routes.ExportFile(strange.Id))).StatusCode);
    }

    [Fact]
    public async Task That_is_cancelled_leaves_no_file()
    {
        await using var host = HelplineHost.Start();
        await using var supervisor = await host.SignIn("supervisor1");
        var export = New(host, "supervisor1");
        export.Begin(10, host.Now());
        await host.Writes(export);
        Directory.CreateDirectory(Path.GetDirectoryName(Files(host).Unfinished(export))!);
        await File.WriteAllTextAsync(Files(host).Unfinished(export), "half", TestContext.Current.CancellationToken);

        using var answer = await supervisor.Http.DeleteAsync(new Uri(Routes.Export(export.Id), UriKind.Relative), TestContext.Current.CancellationToken);
        await host.Job<SweepExportsJob>(job => job.Run(CancellationToken.None));

        Assert.Equal("Cancelled", (await supervisor.Gets<ExportCard>(Routes.Export(export.Id))).State);
        Assert.Equal(HttpStatusCode.Conflict, (await supervisor.Opens(Routes.ExportFile(export.Id))).StatusCode);
        Assert.False(await host.Reads(async db => (await db.JournalExports.SingleAsync(e => e.Id == export.Id)).Progress(1, 5, host.Now())));
        Assert.False(File.Exists(Files(host).Unfinished(export)));
    }

    [Fact]
    public async Task Whose_silent_run_wakes_up_late_keeps_the_file_of_the_newer_one()
    {
        await using var host = HelplineHost.Start();
        await using var supervisor = await host.SignIn("supervisor1");
        var stale = New(host, "supervisor1");
        stale.Begin(0, host.Now());
        var export = New(host, "supervisor1", stale.Id);
        export.Begin(0, host.Now());
        export.Begin(0, host.Now() + JournalExport.Silence + TimeSpan.FromSeconds(1));
        Write("whole", export);
        export.Finish(2, 0, 5, host.Now());
        await host.Writes(export);

        Write("late", stale);
        Files(host).Delete(stale);
        await host.Job<SweepExportsJob>(job => job.Run(CancellationToken.None));

        Assert.Equal("whole", await (await supervisor.Opens(Routes.ExportFile(export.Id))).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        void Write(string text, JournalExport run)
        {
            using (var stream = Files(host).Create(run)) stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
            Files(host).Finish(run);
        }
    }

    [Fact]
    public async Task Whose_server_was_killed_begins_anew_from_the_first_row()
    {
        await using var host = HelplineHost.Start();
        await host.Writes(GaveUp(Noon), GaveUp(Noon.AddHours(1)));
        await using var supervisor = await host.SignIn("supervisor1");
        var export = New(host, "supervisor1");
        export.Begin(2, host.Now());
        export.Progress(1, 1, host.Now());
        await host.Writes(export);
        Directory.CreateDirectory(Path.GetDirectoryName(Files(host).Unfinished(export))!);
        await File.WriteAllTextAsync(Files(host).Unfinished(export), "half a file", TestContext.Current.CancellationToken);
        await host.Job<ExportJob>(job => job.Run(export.Id, CancellationToken.None));
        Assert.Equal("Running", (await supervisor.Gets<ExportCard>(Routes.Export(export.Id))).State);

        host.LeapsTo(host.Now().AddMinutes(3));
        await host.Job<SweepExportsJob>(job => job.Run(CancellationToken.None));
        var done = await host.IsOver(supervisor, ExportEndpoints.Of(export));

        Assert.Equal(("Done", 2), (done.State, done.Rows));
        Assert.Contains("\"Rows\",\"2\"", await (await supervisor.Opens(Routes.ExportFile(export.Id))).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        host.LeapsTo(host.Now() + JournalExport.Kept + TimeSpan.FromMinutes(1));
        await host.Job<SweepExportsJob>(job => job.Run(CancellationToken.None));
        Assert.Equal(ExportState.Expired, await host.Reads(db => db.JournalExports.Where(e => e.Id == export.Id).Select(e => e.State).SingleAsync()));
        Assert.Empty(Directory.EnumerateFiles(Path.GetDirectoryName(Files(host).Finished(export))!));
    }

    [Theory]
    [InlineData("calls", "Pdf", "en", "format")]
    [InlineData("calls", "Csv", "de", "language")]
    public async Task Is_refused_with_the_name_of_the_field(string journal, string format, string language, string field)
    {
        await using var host = HelplineHost.Start();
        await using var supervisor = await host.SignIn("supervisor1");
        var answer = await supervisor.Posts(Routes.Exports, new NewExport(journal, new(2026, 11, 1), new(2026, 11, 2), null, format, language));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains($"\"{field}\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static ExportFiles Files(HelplineHost host) => host.Services.GetRequiredService<ExportFiles>();

    private static JournalExport New(HelplineHost host, string maker, Guid? id = null) => new()
    {
        Id = id ?? Guid.CreateVersion7(host.Clock.GetUtcNow()),
        Maker = maker,
        Journal = "calls",
        Format = ExportFormat.Csv,
        Language = "en",
        From = new(2026, 11, 1),
        To = new(2026, 11, 30),
        Filter = "",
        CreatedAt = host.Now(),
    };
}
