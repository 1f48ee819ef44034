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
        var call = await Talk(host, aigul);
        var first = await aigul.Writes(call, new NoteChange(1, "counseling", null, null, "бірінші", null));
        var second = await aigul.Writes(call, new NoteChange(first.Version, null, "social_legal", null, null, null));
        Assert.Equal(("counseling", "social_legal", "бірінші"), (second.Kind, second.Topic, second.Summary));

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
        var call = await Talk(host, aigul);
        var change = new NoteChange(1, "counseling", null, null, "бір рет", null);
        var once = await (await aigul.Puts(Routes.Note(call), change, key: "k-1")).Content.ReadFromJsonAsync<NoteCard>(TestContext.Current.CancellationToken);
        var again = await (await aigul.Puts(Routes.Note(call), change, key: "k-1")).Content.ReadFromJsonAsync<NoteCard>(TestContext.Current.CancellationToken);
        Assert.Equal(once!.Version, again!.Version);
    }

    [Theory]
    [InlineData("kind", "nonsense", null, null, null)]
    [InlineData("topic", null, "nonsense", null, null)]
    [InlineData("risk", null, null, "nonsense", null)]
    [InlineData("outcome", null, null, null, "nonsense")]
    public async Task Refuses_an_unknown_code_and_names_the_field(string field, string? kind, string? topic, string? risk, string? outcome)
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        var call = await Talk(host, aigul);
        var answer = await aigul.Puts(Routes.Note(call), new NoteChange(1, kind, topic, risk, null, outcome));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.True(problem.GetProperty("errors").TryGetProperty(field, out _));
    }

    [Fact]
    public async Task Refuses_a_summary_that_is_too_long_and_keeps_what_was_there()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        var call = await Talk(host, aigul);
        await aigul.Writes(call, new NoteChange(1, null, null, null, "қысқа", null));
        var answer = await aigul.Puts(Routes.Note(call), new NoteChange(null, null, null, null, new string('ә', NoteCard.SummaryLength + 1), null));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("қысқа", (await aigul.Http.GetFromJsonAsync<NoteCard>(Routes.Note(call), TestContext.Current.CancellationToken))!.Summary);
    }

    [Fact]
    public async Task Is_read_and_written_by_its_author_and_read_by_a_supervisor_and_by_nobody_else()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        var call = await Talk(host, aigul);
        await using var dana = await host.SignIn("counselor2");
        await using var erlan = await host.SignIn("supervisor1");
        await using var admin = await host.SignIn("admin");
        var stop = TestContext.Current.CancellationToken;

        Assert.Equal(HttpStatusCode.Forbidden, (await dana.Http.GetAsync(Routes.Note(call), stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await admin.Http.GetAsync(Routes.Note(call), stop)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await erlan.Http.GetAsync(Routes.Note(call), stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await erlan.Puts(Routes.Note(call), new NoteChange(null, "prank", null, null, null, null))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await dana.Posts(Routes.Finish(call))).StatusCode);
    }

    [Fact]
    public async Task Of_a_silent_call_is_done_with_one_key_even_in_mid_talk()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        var call = await Talk(host, aigul);
        await aigul.Finishes(call, "silent");

        Assert.Equal("Done", (await aigul.Sees(call)).State);
        Assert.Equal("silent", await host.Reads(db => db.Notes.Where(n => n.CallId == call).Select(n => n.Kind).SingleAsync()));
        Assert.Null((await aigul.Board())!.Me.Busy);
    }

    private static async Task<Guid> Talk(HelplineHost host, Counselor counselor)
    {
        var caller = host.Caller();
        await caller.Ring();
        await caller.Presses("1");
        var call = await counselor.Accepts(await counselor.IsOffered());
        await caller.IsTalkingTo(counselor.UserName);
        await counselor.SeesState(call.CallId, "Talking");
        return call.CallId;
    }
}
