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
        var legs = Enumerable.Range(0, 120).Select(_ => Provider.NewSid()).ToList();
        var answered = 0;
        var rings = legs.Select(async leg =>
        {
            try
            {
                var answer = await provider.Posts("/voice/incoming", Ringing(leg));
                Interlocked.Increment(ref answered);
                return (leg, answer);
            }
            catch (HttpRequestException)
            {
                return (leg, "");
            }
        }).ToList();
        while (Volatile.Read(ref answered) < 20 && !rings.TrueForAll(r => r.IsCompleted)) await Task.Delay(1, TestContext.Current.CancellationToken);
        await line.Server.Kill();
        var told = (await Task.WhenAll(rings)).Where(r => r.Item2 != "").ToList();
        Assert.InRange(told.Count, 20, 119);
        var kept = Kept();
        Assert.All(told, call => Assert.Contains(call.leg, kept));

        line.StartServer();
        (await line.Server.Serves(line.Address)).Dispose();
        // The provider asks again, those that were answered too.
        foreach (var leg in legs) Assert.Equal(told.Find(c => c.leg == leg).Item2 ?? await provider.Posts("/voice/incoming", Ringing(leg)), await provider.Posts("/voice/incoming", Ringing(leg)));
        Assert.Equal(legs.Order(), Kept().Order());
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
