using System.Net.Http.Json;
using Helpline.Contracts;
using Helpline.Contracts.Supervision;
using Helpline.Server.Board;
using Helpline.Tests.FollowUps;
using Helpline.Tests.Notes;
using Helpline.Tests.Support;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Helpline.Tests.Calls;

public class A_cry_for_help
{
    [Fact]
    public async Task Is_seen_by_a_supervisor_who_comes_later_until_one_is_in_the_room()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        var call = await aigul.TalksIn(host);
        (await aigul.Posts(Routes.AskForHelp(call))).EnsureSuccessStatusCode();

        await using var erlan = await host.SignIn("supervisor1");
        Assert.Equal(host.Now(), (await Wanted(erlan))!.Value, TimeSpan.FromMinutes(1));
        Assert.Empty(erlan.Helps);
        var ticket = (await (await erlan.Posts(Routes.Listen(call))).Content.ReadFromJsonAsync<ListenTicket>(TestContext.Current.CancellationToken))!;
        Assert.NotNull(await Wanted(erlan));
        await erlan.Connects(ticket.Ticket);
        await host.Until(async () => await Wanted(erlan) is null, "the supervisor to have come");
        await host.Until(() => Task.FromResult(erlan.Changes.LastOrDefault(c => c.Id == call) is { HelpAskedAt: null }), "the boards to be told");
    }

    [Fact]
    public async Task Ends_with_the_talk()
    {
        using var host = HelplineHost.Start();
        await using var erlan = await host.SignIn("supervisor1");
        await using var aigul = await host.Available();
        var call = await aigul.TalksIn(host);
        (await aigul.Posts(Routes.AskForHelp(call))).EnsureSuccessStatusCode();
        Assert.NotNull(await Wanted(erlan));
        await aigul.HangsUp(call);
        Assert.Null(await Wanted(erlan));
    }

    [Fact]
    public async Task Rings_the_supervisors_of_this_server_though_the_backplane_is_away()
    {
        using var host = HelplineHost.Start(replace: services => services.Replace(ServiceDescriptor.Singleton<HubLifetimeManager<BoardHub>, WithoutBackplane>()));
        await using var erlan = await host.SignIn("supervisor1");
        await using var dana = await host.SignIn("counselor2");
        await using var aigul = await host.Available();
        var call = await aigul.TalksIn(host);
        (await aigul.Posts(Routes.AskForHelp(call))).EnsureSuccessStatusCode();
        await host.Until(() => Task.FromResult(!erlan.Helps.IsEmpty), "the supervisor's board to ring");
        Assert.Equal((call, "counselor1"), (erlan.Helps.Single().CallId, erlan.Helps.Single().Counselor));
        Assert.Empty(dana.Helps);
    }

    private static async Task<DateTime?> Wanted(Counselor supervisor) => (await supervisor.Board())!.Calls.Select(c => c.HelpAskedAt).SingleOrDefault(at => at is not null);

    /// <summary>Reaches a board by its connection, and nobody by name or group.</summary>
    private sealed class WithoutBackplane(ILogger<DefaultHubLifetimeManager<BoardHub>> log) : DefaultHubLifetimeManager<BoardHub>(log)
    {
        public override Task SendAllAsync(string methodName, object?[] args, CancellationToken cancellationToken = default) => throw new IOException("away");

        public override Task SendGroupAsync(string groupName, string methodName, object?[] args, CancellationToken cancellationToken = default) => throw new IOException("away");

        public override Task SendGroupsAsync(IReadOnlyList<string> groupNames, string methodName, object?[] args, CancellationToken cancellationToken = default) => throw new IOException("away");

        public override Task SendUserAsync(string userId, string methodName, object?[] args, CancellationToken cancellationToken = default) => throw new IOException("away");

        public override Task SendUsersAsync(IReadOnlyList<string> userIds, string methodName, object?[] args, CancellationToken cancellationToken = default) => throw new IOException("away");
    }
}
