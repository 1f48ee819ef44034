using System.Net;
using System.Net.Http.Json;
using Helpline.Contracts;
using Helpline.Contracts.Catalog;
using Helpline.Contracts.ThirdParties;
using Helpline.Exchange;
using Helpline.Server.ThirdParties;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Tests.ThirdParties;

public sealed class Somebody_called_into_a_talk : IAsyncDisposable
{
    private const string Interpreter = "+77172000009";

    private readonly HelplineHost host = HelplineHost.Start(replace: services =>
        services.AddSingleton(new Partners([new("interpreter", new("Аудармашы", "Переводчик", "Interpreter"), Interpreter)])));

    private Counselor aigul = null!;
    private Caller caller = null!;
    private Guid call;

    public async ValueTask DisposeAsync()
    {
        await aigul.DisposeAsync();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Hears_both_and_is_heard_and_the_two_go_on_without()
    {
        await Talk();
        var third = await Adds(new("interpreter"));
        Assert.Equal(("Calling", "interpreter"), (third.State, third.Partner));
        var phone = await Rings(Interpreter);
        phone.PicksUp();
        await phone.IsTalkingTo(caller);
        await phone.IsTalkingTo("counselor1");
        await Sees("Talking");

        (await aigul.Posts(Routes.TakeOff(third.Id))).EnsureSuccessStatusCode();
        (await aigul.Posts(Routes.TakeOff(third.Id))).EnsureSuccessStatusCode();
        await phone.IsHungUp();
        await Sees("TakenOff");
        await host.Passes(TimeSpan.FromSeconds(2));
        await caller.IsTalkingTo("counselor1");
        Assert.Equal("Talking", (await aigul.Sees(call)).State);
        Assert.Empty(host.Exchange.Journal.Errors);
        Assert.Equal(["ThirdPartyCalling", "ThirdPartyTalking", "ThirdPartyTakenOff"],
            await host.Reads(db => db.Ledger.Where(e => e.What.StartsWith("ThirdParty")).OrderBy(e => e.Id).Select(e => e.What).ToListAsync()));
    }

    [Fact]
    public async Task By_a_typed_number_puts_the_telephone_down_and_somebody_else_can_be_called()
    {
        await Talk();
        await Adds(new(null, "8 701 999 88 77"));
        var phone = await Rings("+77019998877");
        phone.PicksUp();
        await Sees("Talking");
        Assert.Equal("SomebodyThere", await Refused(new("interpreter")));
        await phone.HangsUp();
        await Sees("Left");
        await Adds(new("interpreter"));
        await Rings(Interpreter);
        Assert.Equal("Talking", (await aigul.Sees(call)).State);
        Assert.DoesNotContain("9998877", await host.Reads(db => db.ThirdParties.OrderBy(t => t.AskedAt).Select(t => t.SealedNumber).FirstAsync()));
    }

    [Theory]
    [InlineData("Busy", Interpreter)]
    [InlineData("NoAnswer", Interpreter)]
    [InlineData("Nobody", "+15005550001")]
    public async Task Who_cannot_be_reached_costs_the_caller_nothing(string why, string number)
    {
        await Talk();
        await Adds(new(null, number));
        if (why != "Nobody")
        {
            var phone = await Rings(number);
            if (why == "Busy") phone.IsBusy();
            else await phone.DoesNotAnswer(TimeSpan.FromSeconds(70));
        }
        await Sees("Unreached");
        await caller.IsTalkingTo("counselor1");
        Assert.Equal("Talking", (await aigul.Sees(call)).State);
    }

    [Fact]
    public async Task Is_dropped_when_the_caller_hangs_up()
    {
        await Talk();
        await Adds(new("interpreter"));
        var phone = await Rings(Interpreter);
        phone.PicksUp();
        await Sees("Talking");
        await caller.HangsUp();
        await phone.IsHungUp();
        await aigul.SeesState(call, "WrapUp");
        // The caller's end ends the room: whose line is reported first is the provider's affair.
        await Sees("TakenOff", "Left");
    }

    [Fact]
    public async Task Is_dropped_when_the_counselor_hangs_up_even_while_it_rings()
    {
        await Talk();
        await Adds(new("interpreter"));
        var phone = await Rings(Interpreter);
        await aigul.HangsUp(call);
        await phone.IsHungUp();
        await caller.Hears("kk/goodbye");
        await Sees("TakenOff");
    }

    [Fact]
    public async Task Stays_with_the_caller_while_the_counselors_line_is_broken_and_no_longer()
    {
        await Talk();
        await Adds(new("interpreter"));
        var phone = await Rings(Interpreter);
        phone.PicksUp();
        await Sees("Talking");
        await aigul.Phone.HangsUp();
        await host.Passes(TimeSpan.FromSeconds(5));
        await phone.IsTalkingTo(caller);
        await phone.IsHungUp();
        await caller.Hears("kk/counselor-lost");
    }

    [Fact]
    public async Task Is_refused_when_the_caller_would_not_know_or_the_number_is_nobodys()
    {
        await Talk();
        (await aigul.Posts(Routes.Hold(call))).EnsureSuccessStatusCode();
        Assert.Equal("OnHold", await Refused(new("interpreter")));
        (await aigul.Posts(Routes.Resume(call))).EnsureSuccessStatusCode();
        foreach (var wrong in new AddThirdParty[] { new(null, "12345"), new("plumber"), new(null) })
            Assert.Equal(HttpStatusCode.BadRequest, (await aigul.Posts(Routes.AddThirdParty(call), wrong)).StatusCode);
        await using var dana = await host.SignIn("counselor2");
        Assert.Equal(HttpStatusCode.Forbidden, (await dana.Posts(Routes.AddThirdParty(call), new AddThirdParty("interpreter"))).StatusCode);
        await aigul.HangsUp(call);
        Assert.Equal("NotTalking", await Refused(new("interpreter")));
        Assert.DoesNotContain(Interpreter, await (await aigul.Opens(Routes.Catalog)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("interpreter", (await aigul.Gets<List<CatalogList>>(Routes.Catalog)).Single(l => l.Code == "partners").Items.Single().Code);
    }

    private async Task Talk()
    {
        aigul = await host.Available();
        caller = host.Caller();
        await caller.Ring();
        await caller.Presses("1");
        call = (await aigul.Accepts(await aigul.IsOffered())).CallId;
        await aigul.SeesState(call, "Talking");
    }

    private async Task<ThirdPartyCard> Adds(AddThirdParty add)
    {
        var answer = await aigul.Posts(Routes.AddThirdParty(call), add);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<ThirdPartyCard>())!;
    }

    private async Task<string> Refused(AddThirdParty add)
    {
        var answer = await aigul.Posts(Routes.AddThirdParty(call), add);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        return (string)(await answer.Content.ReadFromJsonAsync<System.Text.Json.Nodes.JsonObject>())!["admission"]!;
    }

    private async Task<Phone> Rings(string number)
    {
        var phone = host.Exchange.Phone(number);
        await phone.IsRung();
        return phone;
    }

    private Task Sees(params string[] either) => host.Until(async () =>
        await host.Reads(db => db.ThirdParties.OrderByDescending(t => t.AskedAt).Select(t => t.State.ToString()).FirstOrDefaultAsync()) is { } state
        && either.Contains(state) && aigul.Thirds.Any(t => t.State == state), $"the third party to be {string.Join(" or ", either)}");
}
