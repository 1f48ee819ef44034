using System.Net;
using Bunit;
using Helpline.Contracts;
using Helpline.Contracts.Journals;
using Helpline.Dashboard.Journals;
using Helpline.Tests.Dashboard.Support;

namespace Helpline.Tests.Dashboard;

public class A_journal_on_the_screen : DashboardContext
{
    private static readonly JournalCard Calls = new("calls", "Journal of calls", [new("number", "No.", false)], [new("counselor", "Counselor", [new("counselor1", "Aigul")], true)]);

    [Theory]
    [InlineData("counselor", "Counselor cannot be “nobody1”")]
    [InlineData("colour", "no filter “colour”")]
    [InlineData("format", "do not fit into one sheet")]
    [InlineData("to", "This period cannot be shown")]
    public void Says_of_an_export_that_was_refused_what_is_wrong_with_it(string field, string says)
    {
        Server.Answers("GET", Routes.Exports, Array.Empty<ExportCard>());
        Server.Refuses("POST", Routes.Exports, HttpStatusCode.BadRequest, new { errors = new Dictionary<string, string[]> { [field] = ["wrong"] } });
        var panel = Render<ExportPanel>(parameters => parameters.Add(p => p.Journal, "calls").Add(p => p.From, new(2026, 11, 1)).Add(p => p.To, new(2026, 11, 2))
            .Add(p => p.Filters, new Dictionary<string, string> { ["counselor"] = "nobody1" }).Add(p => p.Titles, [Calls]));
        panel.Find("button").Click();
        Assert.Contains(says, panel.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_a_row_to_the_page_of_what_it_is_about_when_there_is_one()
    {
        JournalLine[] lines = [new(Guid.NewGuid(), ["20261101-0001"], "contacts/1"), new(Guid.NewGuid(), ["20261101-0002"], null)];
        var table = Render<JournalTable>(parameters => parameters.Add(p => p.Journal, Calls).Add(p => p.Lines, lines));
        Assert.Equal("contacts/1", Assert.Single(table.FindAll("a")).GetAttribute("href"));
    }
}
