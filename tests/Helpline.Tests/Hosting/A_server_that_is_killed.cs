using System.Collections.Concurrent;
using System.Net.Http.Json;
using Helpline.Contracts;
using Helpline.Contracts.Calls;
using Helpline.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Helpline.Tests.Hosting;

/// <summary>With -9, in the middle of its work, and started again on the same data.</summary>
public sealed class A_server_that_is_killed : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Loses_no_caller_no_talk_no_word_and_no_sign_in()
    {
        await using var line = await RealLine.Start(folder);
        var aigul = await line.SignIn("counselor1");
        await aigul.Says("Available");

        var talking = line.Exchange.Caller("+77010000001");
        await talking.Ring();
        await talking.Presses("1");
        var mine = await aigul.Takes(await aigul.IsOffered());
        await talking.IsTalkingTo("counselor1");
        var note = await aigul.Writes(mine, null, "Written before the end");
        var (first, second) = (line.Exchange.Caller("+77010000002"), line.Exchange.Caller("+77010000003"));
        foreach (var caller in new[] { first, second })
        {
            await caller.Ring();
            await caller.Presses("1");
            await caller.Waits();
        }
        var before = await aigul.Sees(b => b.Calls.Count(c => c.State == "Waiting") == 2, "two callers waiting");

        await line.Server.Kill();
        line.StartServer();
        (await line.Server.Serves(line.Address)).Dispose();

        var after = await aigul.Looks();
        Assert.Equal(before.MyCall, after.MyCall);
        Assert.Equal(before.Calls.Where(c => c.State == "Waiting").Select(c => (c.Id, c.QueuedAt)), after.Calls.Where(c => c.State == "Waiting").Select(c => (c.Id, c.QueuedAt)));
        Assert.Equivalent(note, await aigul.Http.GetFromJsonAsync<NoteCard>(Routes.Note(mine), TestContext.Current.CancellationToken));

        await talking.IsTalkingTo("counselor1");
        await aigul.Writes(mine, note.Version, "Written before the end, and after");
        await aigul.Finishes(mine);
        await talking.Hears("goodbye");
        await talking.IsHungUp();
        foreach (var (caller, expected) in new[] { first, second }.Zip(before.Calls.Where(c => c.State == "Waiting")))
        {
            var offer = await aigul.IsOffered();
            Assert.Equal(expected.Id, offer.CallId);
            await aigul.Takes(offer);
            await caller.IsTalkingTo("counselor1");
            await aigul.Finishes(offer.CallId);
            await caller.IsHungUp();
        }
        Assert.Empty((await aigul.Looks()).Calls);
        Assert.Equal("Written before the end, and after", (await aigul.Http.GetFromJsonAsync<NoteCard>(Routes.Note(mine), TestContext.Current.CancellationToken))!.Summary);
    }

    [Fact]
    public async Task Has_kept_every_call_whose_webhook_it_had_answered_and_none_twice()
    {
        await using var line = await RealLine.Start(folder);
        (await line.Server.Serves(line.Address)).Dispose();
        var provider = new Provider(line.Address, line.Exchange.Options.AccountSid, line.Exchange.Options.AuthToken);
        var calls = new ConcurrentBag<(string Leg, string? Answer)>();
        // Each rings on until nobody is there, so that the server dies with calls under way.
        List<Task> rings = [.. Enumerable.Range(0, 24).Select(async _ =>
        {
            for (var answer = ""; answer is not null;)
            {
                var leg = Provider.NewSid();
                answer = await Answer(leg);
                calls.Add((leg, answer));
            }
        })];
        while (calls.Count < 20) await Task.Delay(1, TestContext.Current.CancellationToken);
        await line.Server.Kill();
        await Task.WhenAll(rings);
        var kept = Kept();
        Assert.All(calls.Where(c => c.Answer is not null), call => Assert.Contains(call.Leg, kept));

        line.StartServer();
        (await line.Server.Serves(line.Address)).Dispose();
        // The provider asks again, those that were answered too.
        foreach (var (leg, answer) in calls) Assert.Equal(answer ?? await provider.Posts("/voice/incoming", Ringing(leg)), await provider.Posts("/voice/incoming", Ringing(leg)));
        Assert.Equal(calls.Select(c => c.Leg).Order(), Kept().Order());

        async Task<string?> Answer(string leg)
        {
            try
            {
                return await provider.Posts("/voice/incoming", Ringing(leg));
            }
            catch (HttpRequestException)
            {
                return null;
            }
        }
    }

    private static (string, string)[] Ringing(string leg) =>
        [("CallSid", leg), ("From", "+77010000001"), ("To", "+77172000000"), ("CallStatus", "ringing"), ("Direction", "inbound")];

    private List<string> Kept()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "helpline.db")};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT CallerLeg FROM Calls";
        using var reader = command.ExecuteReader();
        var legs = new List<string>();
        while (reader.Read()) legs.Add(reader.GetString(0));
        return legs;
    }
}
