using System.Xml.Linq;
using Bunit;
using Helpline.Contracts;
using Helpline.Contracts.Audit;
using Helpline.Dashboard.Audit;
using Helpline.Domain.Cases;
using Helpline.Domain.Shifts;
using Helpline.Tests.Dashboard.Support;
using Helpline.Tests.Support;

namespace Helpline.Tests.Dashboard;

public class An_audit_trail_on_the_screen : DashboardContext
{
    [Theory]
    [InlineData("Case", "Closed", "closed")]
    [InlineData("Case", "Given counselor1 → counselor2", "given on counselor1 → counselor2")]
    [InlineData("Shift", "Cancelled · holiday of the house", "cancelled · holiday of the house")]
    [InlineData("FollowUp", "GivenUp", "Follow-up: the person could not be reached")]
    [InlineData("Referral", "Accepted", "Accepted")]
    [InlineData("Referral", "reach", "name and telephone")]
    [InlineData("Visit", "Moved", "Moved")]
    [InlineData("Line", "Closed", "closed now")]
    public void Says_in_words_what_was_done(string subject, string what, string said)
    {
        Server.Answers("GET", Routes.Audit + "?", new AuditPage([new(1, Now, Me, "Changed", subject, Guid.NewGuid(), what, null)], null));
        Assert.Contains($"· {said}", Render<AuditTrailPage>().Find("ul.audit p").TextContent, StringComparison.Ordinal);
    }

    [Theory, InlineData("Words.resx"), InlineData("Words.kk.resx"), InlineData("Words.ru.resx")]
    public void Has_words_for_every_move_of_a_case_a_shift_and_a_swap(string file)
    {
        var words = XDocument.Load(Path.Combine(Repository.Root, "src/Helpline.Dashboard/Words", file)).Root!.Elements("data").Select(d => d.Attribute("name")!.Value).ToHashSet();
        string[] moves =
        [
            .. Enum.GetNames<CaseEvent>().Except([nameof(CaseEvent.Changed)]).Concat(["Renamed", "RiskChanged"]).Select(what => $"Case.{what}"),
            .. Enum.GetNames<ShiftEvent>().Concat(["Planned", "WeeklyBegun", "WeeklyEnded"]).Select(what => $"Shift.{what}"), .. Enum.GetNames<SwapEvent>().Append("Asked").Select(what => $"Swap.{what}"),
        ];
        Assert.Empty(moves.Select(move => $"AuditWhat.{move}").Except(words));
    }
}
