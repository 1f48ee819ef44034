using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpline.Contracts;
using Helpline.Contracts.Calls;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Notes;

public class A_note
{
    [Fact]
    public async Task Is_saved_field_by_field_and_shows_both_when_two_tabs_wrote()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        var call = await aigul.TalksIn(host);
        var first = await aigul.Writes(call, new NoteChange(1, "counseling", null, null, "бірінші", null));
        var second = await aigul.Writes(call, new NoteChange(first.Version, null, ["service_kinds.social_legal"], null, null, null));
        Assert.Equal(("counseling", "service_kinds.social_legal", "бірінші"), (second.Kind, second.Topics!.Single(), second.Summary));

        var stale = await aigul.Puts(Routes.Note(call), new NoteChange(first.Version, null, null, null, "екінші", null));
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        var problem = await stale.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal("бірінші", problem.GetProperty("current").GetProperty("summary").GetString());
    }

    [Fact]
    public async Task Is_not_written_twice_by_a_command_that_was_sent_twice()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        var call = await aigul.TalksIn(host);
        var change = new NoteChange(1, "counseling", null, null, "бір рет", null);
        var once = await (await aigul.Puts(Routes.Note(call), change, key: "k-1")).Content.ReadFromJsonAsync<NoteCard>(TestContext.Current.CancellationToken);
        var again = await (await aigul.Puts(Routes.Note(call), change, key: "k-1")).Content.ReadFromJsonAsync<NoteCard>(TestContext.Current.CancellationToken);
        Assert.Equal(once!.Version, again!.Version);
    }

    [Fact]
    public async Task Refuses_what_is_not_on_its_list_and_names_the_field()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        var call = await aigul.TalksIn(host);
        foreach (var (field, change) in WrongChanges())
        {
            var answer = await aigul.Puts(Routes.Note(call), change);
            Assert.Equal((field, HttpStatusCode.BadRequest), (field, answer.StatusCode));
            var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
            Assert.True(problem.GetProperty("errors").TryGetProperty(field, out _), field);
        }
        Assert.Equal(1, (await aigul.Gets<NoteCard>(Routes.Note(call))).Version);
    }

    private static IEnumerable<(string Field, NoteChange Change)> WrongChanges()
    {
        var nothing = new NoteChange(null, null, null, null, null, null);
        yield return ("kind", nothing with { Kind = "nonsense" });
        yield return ("topics", nothing with { Topics = ["service_kinds.nonsense"] });
        yield return ("topics", nothing with { Topics = ["call_kinds.counseling"] });
        yield return ("topics", nothing with { Topics = ["service_kinds.social_legal", "service_kinds.social_medical", "target_groups.young_mothers", "service_forms.patronage"] });
        yield return ("risk", nothing with { Risk = "nonsense" });
        yield return ("outcome", nothing with { Outcome = "nonsense" });
        yield return ("thoughts", nothing with { Screen = new("Perhaps") });
        yield return ("safetySteps", nothing with { SafetySteps = ["nonsense"] });
        yield return ("safetyReason", nothing with { SafetyReason = new string('x', NoteCard.ReasonLength + 1) });
        yield return ("callerKind", nothing with { About = new("nonsense") });
        yield return ("needAge", nothing with { About = new(NeedAge: "nonsense") });
        yield return ("region", nothing with { About = new(Region: "nonsense") });
        yield return ("region", nothing with { About = new(Region: "almaty_region.semey") });
        yield return ("language", nothing with { About = new(Language: "de") });
    }

    [Fact]
    public async Task Tells_about_whom_it_was_and_what()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        var call = await aigul.TalksIn(host);
        string[] topics = ["target_groups.violence_survivors", "social_protection_definition.loss_of_work", "service_forms.support_groups"];
        await aigul.Writes(call, new NoteChange(null, null, topics, null, null, null, About: new("for_another", "a29_45", "female", "a7_12", "male", "almaty_region.talgar", "ru")));
        await aigul.Writes(call, new NoteChange(null, null, null, null, null, null, About: new(NeedAge: "")));

        var note = await aigul.Gets<NoteCard>(Routes.Note(call));
        Assert.Equal(topics, note.Topics);
        Assert.Equal(new NoteParticulars("for_another", "a29_45", "female", null, "male", "almaty_region.talgar", "ru"), note.About);
        await aigul.Finishes(call);
        Assert.Equal(topics.Order(StringComparer.Ordinal), await aigul.Gets<string[]>(Routes.MyTopics));
    }

    [Fact]
    public async Task Refuses_a_summary_that_is_too_long_and_keeps_what_was_there()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        var call = await aigul.TalksIn(host);
        await aigul.Writes(call, new NoteChange(1, null, null, null, "қысқа", null));
        var answer = await aigul.Puts(Routes.Note(call), new NoteChange(null, null, null, null, new string('ә', NoteCard.SummaryLength + 1), null));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("қысқа", (await aigul.Http.GetFromJsonAsync<NoteCard>(Routes.Note(call), TestContext.Current.CancellationToken))!.Summary);
    }

    [Fact]
    public async Task Is_written_by_its_author_and_by_nobody_else()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        var call = await aigul.TalksIn(host);
        await using var dana = await host.SignIn("counselor2");
        await using var erlan = await host.SignIn("supervisor1");
        foreach (var other in new[] { dana, erlan })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await other.Puts(Routes.Note(call), new NoteChange(null, "prank", null, null, null, null))).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await other.Posts(Routes.FinishNote(call))).StatusCode);
        }
        Assert.Equal(HttpStatusCode.Forbidden, (await dana.Posts(Routes.Finish(call))).StatusCode);
    }

    [Fact]
    public async Task Of_a_silent_call_is_done_with_one_key_even_in_mid_talk()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        var call = await aigul.TalksIn(host);
        await aigul.Finishes(call, "silent");

        Assert.Equal("Done", (await aigul.Sees(call)).State);
        Assert.Equal("silent", await host.Reads(db => db.Notes.Where(n => n.CallId == call).Select(n => n.Kind).SingleAsync()));
        Assert.Null((await aigul.Board())!.Me.Busy);
    }
}
