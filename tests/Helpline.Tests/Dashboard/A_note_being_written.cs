using System.Net;
using System.Text.Json;
using Helpline.Contracts;
using Helpline.Contracts.Calls;
using Helpline.Dashboard.Api;
using Helpline.Dashboard.Calls;
using Helpline.Tests.Dashboard.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Tests.Dashboard;

public class A_note_being_written : DashboardContext
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(600);

    [Fact]
    public async Task Is_stored_after_a_short_pause_and_not_at_every_letter()
    {
        var draft = await Open(Note(1));
        Server.Answers("PUT", Routes.Note(CallId), Note(2, "sleepless"));
        draft.Type("sleep");
        Clock.Advance(Pause / 2);
        draft.Type("sleepless");
        Clock.Advance(Pause / 2);
        Assert.Empty(Changes());

        Clock.Advance(Pause / 2);

        Assert.Equal(new NoteChange(1, null, null, null, "sleepless", null), Changes().Single());
        Assert.Equal(SaveState.Saved, draft.State);
    }

    [Fact]
    public async Task Stores_a_choice_at_once()
    {
        var draft = await Open(Note(1));
        Server.Answers("PUT", Routes.Note(CallId), Note(2, risk: "high"));
        await draft.Choose(NoteField.Risk, "high");
        Assert.Equal("high", Changes().Single().Risk);
    }

    [Fact]
    public async Task Sends_the_version_of_its_last_answer()
    {
        var draft = await Open(Note(1));
        Server.Answers("PUT", Routes.Note(CallId), Note(2, risk: "high"));
        Server.Answers("PUT", Routes.Note(CallId), Note(3, risk: "none"));
        await draft.Choose(NoteField.Risk, "high");
        await draft.Choose(NoteField.Risk, "none");
        Assert.Equal([1, 2], Changes().Select(change => change.Version!.Value));
    }

    [Fact]
    public async Task Shows_both_texts_when_another_window_changed_the_same_field()
    {
        var draft = await Open(Note(1));
        Server.Refuses("PUT", Routes.Note(CallId), HttpStatusCode.Conflict, new { current = Note(5, "theirs") });
        draft.Type("mine");
        await draft.Save();
        Assert.Equal(("mine", "theirs", SaveState.Conflict), (draft.Fields.Summary, draft.Theirs?.Summary, draft.State));
    }

    [Fact]
    public async Task Stores_the_chosen_text_over_the_stored_version_when_the_conflict_is_settled()
    {
        var draft = await Open(Note(1));
        Server.Refuses("PUT", Routes.Note(CallId), HttpStatusCode.Conflict, new { current = Note(5, "theirs") });
        Server.Answers("PUT", Routes.Note(CallId), Note(6, "both"));
        draft.Type("mine");
        await draft.Save();
        await draft.Settle(draft.Fields with { Summary = "both" });
        Assert.Equal((5, "both"), (Changes().Last().Version, Changes().Last().Summary));
        Assert.Null(draft.Theirs);
    }

    [Fact]
    public async Task Takes_in_another_field_by_itself()
    {
        var draft = await Open(Note(1));
        Server.Refuses("PUT", Routes.Note(CallId), HttpStatusCode.Conflict, new { current = Note(5, risk: "high") });
        Server.Answers("PUT", Routes.Note(CallId), Note(6, "mine", risk: "high"));
        draft.Type("mine");
        Assert.True(await draft.Save());
        Assert.Equal(new NoteChange(5, null, null, null, "mine", null), Changes().Last());
        Assert.Equal("high", draft.Fields.Risk);
    }

    [Fact]
    public async Task Keeps_a_text_the_server_refuses_and_marks_the_field()
    {
        var draft = await Open(Note(1));
        Server.Refuses("PUT", Routes.Note(CallId), HttpStatusCode.BadRequest, new { errors = new Dictionary<string, string[]> { ["summary"] = ["long"] } });
        draft.Type("far too long");
        Assert.False(await draft.Save());
        Assert.Equal([NoteField.Summary], draft.Refused);
        Assert.Equal("far too long", draft.Fields.Summary);
    }

    [Fact]
    public async Task Is_stored_by_itself_when_the_server_comes_back()
    {
        var draft = await Open(Note(1));
        for (var attempt = 0; attempt < 3; attempt++)
            Server.IsAway("PUT", Routes.Note(CallId));
        Server.Answers("PUT", Routes.Note(CallId), Note(2, "kept"));
        draft.Type("kept");
        for (var second = 0; second < 12; second++)
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
        Assert.Equal(SaveState.Saved, draft.State);
        Assert.Equal("kept", draft.Fields.Summary);
    }

    [Fact]
    public async Task Waits_in_memory_while_nobody_is_signed_in()
    {
        var draft = await Open(Note(1));
        Server.Refuses("PUT", Routes.Note(CallId), HttpStatusCode.Unauthorized, new { });
        Server.Answers("PUT", Routes.Note(CallId), Note(2, "kept"));
        draft.Type("kept");
        Assert.False(await draft.Save());
        Assert.Equal(SaveState.SignedOut, draft.State);

        Assert.True(await draft.Save());
    }

    [Fact]
    public async Task Gives_its_last_words_to_a_page_that_is_left()
    {
        var draft = await Open(Note(4));
        Assert.Null(draft.Unsaved());
        draft.Type("last words");
        Assert.Equal(Routes.Note(CallId), draft.Unsaved()?.Path);
        Assert.Contains("\"version\":4", draft.Unsaved()?.Body);
        Assert.Contains("last words", draft.Unsaved()?.Body);
    }

    [Fact]
    public async Task Says_everything_again_of_no_version_when_the_page_is_left_while_a_save_is_on_its_way()
    {
        var draft = await Open(Note(1, "before"));
        Server.Answers("PUT", Routes.Note(CallId), Note(2, "first", risk: "high"));
        Server.Answers("PUT", Routes.Note(CallId), Note(3, "before", risk: "high"));
        var arrival = new TaskCompletionSource();
        Server.Answering = arrival.Task;
        draft.Type("first");
        var saving = draft.Choose(NoteField.Risk, "high");
        Assert.Equal(new NoteChange(null, null, null, "high", "first", null), LastWords());

        draft.Type("first and last");
        Assert.Equal(new NoteChange(null, null, null, "high", "first and last", null), LastWords());
        draft.Type("before");
        Assert.Equal(new NoteChange(null, null, null, "high", "before", null), LastWords());

        arrival.SetResult();
        await saving;
        Assert.Null(draft.Unsaved());

        NoteChange LastWords() => JsonSerializer.Deserialize<NoteChange>(draft.Unsaved()!.Body, JsonSerializerOptions.Web)!;
    }

    [Fact]
    public async Task Is_not_written_over_by_an_answer_that_was_asked_for_before_the_word_was_typed()
    {
        var draft = await Open(Note(1));
        var arrival = new TaskCompletionSource();
        Server.Answering = arrival.Task;
        var loading = draft.Load();
        draft.Type("typed meanwhile");
        arrival.SetResult();
        await loading;
        Assert.Equal("typed meanwhile", draft.Fields.Summary);
    }

    private IEnumerable<NoteChange> Changes() => Server.To("PUT", Routes.Note(CallId)).Select(request => request.Read<NoteChange>());

    private async Task<NoteDraft> Open(NoteCard stored)
    {
        Server.Answers("GET", Routes.Note(CallId), stored);
        var draft = new NoteDraft(Services.GetRequiredService<HelplineApi>(), Clock, CallId);
        await draft.Load();
        return draft;
    }
}
