using System.Net;
using Bunit;
using Helpline.Contracts;
using Helpline.Contracts.Calls;
using Helpline.Dashboard.Calls;
using Helpline.Dashboard.Layout;
using Helpline.Tests.Dashboard.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Tests.Dashboard;

public class A_counselor_in_a_call : DashboardContext
{
    [Fact]
    public async Task Finishes_a_silent_call_with_one_key()
    {
        var panel = await Talk();

        await panel.InvokeAsync(() => Keys.OnKey("3"));

        Assert.Equal("silent", Server.To("POST", Routes.Finish(CallId)).Single().Read<FinishCall>().Kind);
        Assert.Equal("The call is finished: silent.", Services.GetRequiredService<Toasts>().Text);
    }

    [Fact]
    public async Task Only_chooses_the_kind_when_the_key_is_of_a_counseling_call()
    {
        var panel = await Talk();
        Server.Answers("PUT", Routes.Note(CallId), Note(2, kind: "counseling"));

        await panel.InvokeAsync(() => Keys.OnKey("1"));

        Assert.Empty(Server.To("POST", Routes.Finish(CallId)));
        Assert.Equal("counseling", Server.To("PUT", Routes.Note(CallId)).Single().Read<NoteChange>().Kind);
    }

    [Fact]
    public async Task Sees_that_it_is_recorded_and_may_stop_that()
    {
        var panel = await Talk();
        Assert.Empty(panel.FindAll(".recording"));
        Picture.Take(Call("Talking") with { RecordedSince = Now });
        panel.Render(talk => talk.Add(shown => shown.Call, Picture.MyCall!));

        await panel.Find(".recording button").ClickAsync();

        Assert.Single(Server.To("POST", Routes.StopRecording(CallId)));
        Assert.Equal("The recording is stopped and will not be kept.", Services.GetRequiredService<Toasts>().Text);
    }

    [Fact]
    public async Task Stores_the_text_before_the_call_is_finished()
    {
        var panel = await Talk();
        Server.Answers("PUT", Routes.Note(CallId), Note(2, "a talk"));
        panel.Find("#summary").Input("a talk");

        await panel.InvokeAsync(() => Keys.OnKey(Keys.Finish));

        var order = Server.Requests.Where(request => request.Method is "PUT" or "POST").Select(request => request.Path);
        Assert.Equal([Routes.Note(CallId), Routes.Finish(CallId)], order);
    }

    [Fact]
    public async Task Is_not_let_go_while_the_text_is_not_stored()
    {
        var panel = await Talk();
        Server.Refuses("PUT", Routes.Note(CallId), HttpStatusCode.Conflict, new { current = Note(9, "theirs") });
        panel.Find("#summary").Input("mine");

        await panel.InvokeAsync(() => Keys.OnKey(Keys.Finish));

        Assert.Empty(Server.To("POST", Routes.Finish(CallId)));
        Assert.Contains("theirs", panel.Find(".conflict").TextContent);
        Assert.Contains("mine", panel.Find(".conflict").TextContent);
    }

    [Fact]
    public async Task Sees_what_was_typed_beside_the_message_of_a_text_too_long()
    {
        var panel = await Talk();
        var typed = new string('ә', NoteCard.SummaryLength + 1);
        panel.Find("#summary").Input(typed);
        Assert.Equal("true", panel.Find("#summary").GetAttribute("aria-invalid"));
        Assert.Equal(typed, panel.Find("#summary").GetAttribute("value"));
        Assert.Contains("8000", panel.Find(".field-problem").TextContent);
    }

    [Fact]
    public async Task Is_offered_the_way_back_when_the_voice_is_not_in_this_window()
    {
        var panel = await Talk();
        Server.Answers("POST", Routes.Rejoin(CallId), new Contracts.Board.AcceptedOffer("again", CallId));

        await panel.Find(".problem button").ClickAsync(new());

        Assert.Equal("again", JSInterop.Invocations.Single(call => call.Identifier == "connect").Arguments[1]);
    }

    [Fact]
    public async Task Is_told_when_this_build_has_no_browser_phone()
    {
        Server.Forgets("GET", Routes.Phone);
        Server.Answers("GET", Routes.Phone, new PhoneSettings("Twilio", null, Me, "token", null));
        var panel = await Talk();
        Server.Answers("POST", Routes.Rejoin(CallId), new Contracts.Board.AcceptedOffer("again", CallId));

        await panel.Find(".problem button").ClickAsync(new());

        Assert.Contains("no browser phone", panel.Markup);
    }

    [Fact]
    public async Task Has_the_level_that_the_screen_proposes_until_she_sets_another()
    {
        var panel = await Talk();
        Server.Answers("PUT", Routes.Note(CallId), Note(2) with { Screen = new(Plan: "Yes"), ProposedRisk = "high" });
        Server.Answers("PUT", Routes.Note(CallId), Note(3, risk: "high") with { Screen = new(Plan: "Yes"), ProposedRisk = "high", Missing = ["safetySteps"] });
        Server.Answers("PUT", Routes.Note(CallId), Note(4, risk: "none") with { Screen = new(Plan: "Yes"), ProposedRisk = "high", Missing = ["riskReason"] });

        await panel.FindAll(".question")[1].QuerySelector("input")!.ChangeAsync(new() { Value = "Yes" });
        Assert.Equal(new RiskAnswers(Plan: "Yes"), Changes().First().Screen);
        Assert.Equal("high", Changes().Last().Risk);
        Assert.Contains("emergency_called", panel.Find(".safety").TextContent);

        await panel.InvokeAsync(() => Mine.Note!.Choose(NoteField.Risk, "none"));
        Assert.Equal("none", Changes().Last().Risk);
        Assert.Empty(panel.FindAll(".safety"));
        Assert.Contains("lower than the screen proposes", panel.Markup);
    }

    [Fact]
    public async Task Sees_what_the_note_lacks_and_may_end_the_call_all_the_same()
    {
        var panel = await Talk();
        Server.Answers("PUT", Routes.Note(CallId), Note(2, risk: "high") with { Missing = ["safetySteps"] });
        await panel.InvokeAsync(() => Mine.Note!.Choose(NoteField.Risk, "high"));

        await panel.InvokeAsync(() => Keys.OnKey(Keys.Finish));
        Assert.Empty(Server.To("POST", Routes.Finish(CallId)));
        var lacking = panel.FindAll(".problem").Single(problem => problem.TextContent.Contains("Tick what was done for safety"));

        await lacking.QuerySelector("button")!.ClickAsync(new());
        Assert.Single(Server.To("POST", Routes.Finish(CallId)));
    }

    [Fact]
    public async Task Finds_a_topic_by_a_part_of_a_word()
    {
        var panel = await Talk();
        Server.Answers("PUT", Routes.Note(CallId), Note(2) with { Topics = ["target_groups.young_mothers"] });
        panel.Find(".topics input").Input("Young");
        Assert.Equal(["young_mothers"], panel.FindAll(".topics .chip-row button").Select(button => button.TextContent));

        await panel.Find(".topics input").KeyDownAsync(new Microsoft.AspNetCore.Components.Web.KeyboardEventArgs { Key = "Enter" });

        Assert.Equal(["target_groups.young_mothers"], Changes().Single().Topics!);
        Assert.Equal("young_mothers", panel.Find(".topics-chosen .tag").TextContent);
    }

    private IEnumerable<NoteChange> Changes() => Server.To("PUT", Routes.Note(CallId)).Select(request => request.Read<NoteChange>());

    private async Task<IRenderedComponent<TalkPanel>> Talk()
    {
        var call = Call("Talking");
        Server.Answers("GET", Routes.Note(CallId), Note(1));
        _ = Mine;
        Sees(mine: call);
        await Services.GetRequiredService<Catalog>().Load();
        return Render<TalkPanel>(panel => panel.Add(p => p.Call, call));
    }
}
