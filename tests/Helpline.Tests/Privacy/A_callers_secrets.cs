using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Helpline.Contracts;
using Helpline.Contracts.Board;
using Helpline.Contracts.Calls;
using Helpline.Contracts.Counselors;
using Helpline.Contracts.ThirdParties;
using Helpline.Tests.Hosting;
using Microsoft.AspNetCore.SignalR.Client;

namespace Helpline.Tests.Privacy;

/// <summary>A canary sings through a whole story: numbers, a caller's, a counselor's own and a third party's, and a note that must be found nowhere they do not belong.</summary>
public sealed class A_callers_secrets : IDisposable
{
    private const string Number = "+77015550199";
    private const string OwnNumber = "+77015550188";
    private const string ThirdNumber = "+77015550166";
    private const string Words = "Қоңырау шалушы Канарейкина Айжан, zqxjcanary";

    /// <summary>The number as anybody would write it, and the words in the spellings of files and wires.</summary>
    private static readonly string[] NumberSpellings = ["7015550199", "701 555 01 99", "701-555-01-99", "701 555-01-99", "(701) 555", "7015550188", "7015550166", "701 555 01 88", "701-555-01-88"];
    private static readonly string[] WordSpellings = ["zqxjcanary", "Канарейкина", JsonEncodedText.Encode("Канарейкина").ToString()];
    private readonly TempFolder folder = new();
    private readonly ConcurrentQueue<string> pushed = new();
    private readonly ConcurrentQueue<string> answered = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Are_in_no_file_no_log_no_job_no_push_no_address_and_no_answer_but_the_authors_own_note()
    {
        await using var line = await RealLine.Start(folder);
        var (author, supervisor, other, admin) = (await line.SignIn("counselor1"), await line.SignIn("supervisor1"), await line.SignIn("counselor3"), await line.SignIn("admin"));
        await using var authorsHub = await Listens(line, "counselor1");
        await using var supervisorsHub = await Listens(line, "supervisor1");
        await author.Says("Available");

        var call = await Story(line, author, other);
        await Abandons(line);
        await RingsHerPhone(line, author);

        foreach (var reader in new[] { author, supervisor, other, admin })
        {
            foreach (var address in new[] { Routes.Board, Routes.Calls, Routes.Catalog, Routes.Phone, Routes.MyPhone, Routes.Accounts, Routes.Session, "openapi/v1.json", "health/ready" }) await Asks(reader, address);
            await Asks(reader, $"{Routes.Calls}?before={Uri.EscapeDataString(Number)}");
        }
        foreach (var stranger in new[] { other, admin })
        {
            await Asks(stranger, Routes.Call(call));
            await Asks(stranger, Routes.Note(call));
        }
        foreach (var page in new[] { "recurring", "jobs/enqueued", "jobs/succeeded", "jobs/failed", "jobs/scheduled", "servers", "retries" }) await Asks(admin, $"hangfire/{page}");
        // Those who may read the note see it, and still no number.
        foreach (var (reader, address) in new[] { (author, Routes.Note(call)), (supervisor, Routes.For(Routes.Note(call), "supervision")) })
        {
            var text = await reader.Http.GetStringAsync(address, TestContext.Current.CancellationToken);
            Assert.Contains("zqxjcanary", text);
            Finds("the note's readers", text, NumberSpellings);
            await Asks(reader, Routes.Call(call));
        }

        // Changes close together are told as one, so no state in between is sure to be told.
        Assert.Contains(pushed, m => m.StartsWith("CallsChanged", StringComparison.Ordinal));
        Everywhere("pushes", pushed);
        Everywhere("answers", answered);
        Everywhere("addresses", line.Exchange.Journal.Entries.Select(e => Uri.UnescapeDataString(e.Url?.ToString() ?? "")));
        Everywhere("console", [line.Server.Output, line.Server.Errors]);
        await Everywhere(Files());
        await line.Server.Kill();
        await Everywhere(Files());
    }

    private static async Task<Guid> Story(RealLine line, RealBoard author, RealBoard other)
    {
        var caller = line.Exchange.Caller(Number);
        await caller.Ring();
        await caller.Presses("1");
        await caller.Waits();
        await caller.Presses("5");
        var call = await author.Takes(await author.IsOffered());
        var note = await author.Writes(call, null, Words);
        foreach (var wrong in new NoteChange[]
        {
            new(0, null, null, null, Words, null), new(null, Words, null, null, null, null), new(null, null, null, null, string.Concat(Enumerable.Repeat(Words, 300)), null), new(null, null, null, null, Number, Words),
        })
            await author.Http.PutAsJsonAsync(Routes.Note(call), wrong);
        await author.Http.PutAsync(Routes.Note(call), new StringContent($"{{\"summary\": {Words} {Number}", Encoding.UTF8, "application/json"));
        await other.Http.PutAsJsonAsync(Routes.Note(call), new NoteChange(null, null, null, null, Words, null));
        note = await author.Writes(call, note.Version, $"{Words}\n{Number}\r\nforged line");
        await author.Writes(call, note.Version, Words);
        await author.Finishes(call);
        await caller.IsHungUp();
        return call;
    }

    /// <summary>The number once more, with a webhook that nobody signed and one to an address that is not there.</summary>
    private static async Task Abandons(RealLine line)
    {
        var again = line.Exchange.Caller(Number);
        await again.Ring();
        await again.HangsUp();
        using var http = new HttpClient { BaseAddress = line.Address };
        foreach (var address in new[] { "voice/incoming", "voice/status", "voice/nope" })
        {
            using var form = new FormUrlEncodedContent([new("CallSid", "CA1"), new("From", Number), new("AccountSid", Number)]);
            await http.PostAsync(address, form);
        }
        await ServerProcess.SignIn(http, Number, Words);
    }

    /// <summary>The counselor's own number, right and wrong, and a call that she takes on her telephone.</summary>
    private static async Task RingsHerPhone(RealLine line, RealBoard author)
    {
        (await author.Http.PutAsJsonAsync(Routes.MyPhone, new OwnPhoneChange("8 701 555 01 88", ByPhone: true))).EnsureSuccessStatusCode();
        await author.Http.PutAsJsonAsync(Routes.MyPhone, new OwnPhoneChange($"{OwnNumber}{OwnNumber}"));
        var caller = line.Exchange.Caller("+77010000002");
        await caller.Ring();
        await caller.Presses("1");
        var phone = line.Exchange.Phone(OwnNumber);
        await phone.IsRung();
        phone.PicksUp();
        await phone.Presses("1");
        await phone.IsTalkingTo(caller);
        var board = await author.Http.GetFromJsonAsync<BoardSnapshot>(Routes.Board);
        await author.Http.PostAsJsonAsync(Routes.AddThirdParty(board!.MyCall!.Id), new AddThirdParty(null, ThirdNumber));
        var third = line.Exchange.Phone(ThirdNumber);
        await third.IsRung();
        third.PicksUp();
        await third.IsTalkingTo(caller);
        await caller.HangsUp();
        await third.IsHungUp();
        await phone.IsHungUp();
    }

    private async Task<HubConnection> Listens(RealLine line, string userName)
    {
        var cookies = new CookieContainer();
        using var http = new HttpClient(new HttpClientHandler { CookieContainer = cookies }) { BaseAddress = line.Address };
        await ServerProcess.SignIn(http, userName, RealLine.Password);
        var hub = new HubConnectionBuilder().WithUrl(new Uri(line.Address, Routes.BoardHub), o => o.Cookies = cookies).Build();
        foreach (var message in typeof(IBoardClient).GetMethods())
        {
            if (message.GetParameters().Length == 0) hub.On(message.Name, () => pushed.Enqueue(message.Name));
            else hub.On<JsonElement>(message.Name, body => pushed.Enqueue($"{message.Name} {body.GetRawText()}"));
        }
        await hub.StartAsync();
        return hub;
    }

    private async Task Asks(RealBoard reader, string address)
    {
        using var answer = await reader.Http.GetAsync(address);
        // What the reader asked with comes back to nobody else.
        answered.Enqueue($"{address.Split('?')[0]} {answer.Headers} {await answer.Content.ReadAsStringAsync()}");
    }

    private IEnumerable<string> Files()
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToList();
        Assert.Contains(files, f => f.EndsWith("helpline.db", StringComparison.Ordinal));
        Assert.Contains(files, f => f.EndsWith("helpline.db-wal", StringComparison.Ordinal));
        Assert.Contains(files, f => f.Contains($"{Path.DirectorySeparatorChar}logs{Path.DirectorySeparatorChar}"));
        return files;
    }

    private static async Task Everywhere(IEnumerable<string> files)
    {
        foreach (var file in files)
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[stream.Length];
            await stream.ReadExactlyAsync(bytes);
            foreach (var spelling in NumberSpellings.Concat(WordSpellings))
                foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode })
                    Assert.True(bytes.AsSpan().IndexOf(encoding.GetBytes(spelling)) < 0, $"{file} holds \"{spelling}\"");
        }
    }

    private static void Everywhere(string sink, IEnumerable<string> texts)
    {
        foreach (var text in texts) Finds(sink, text, [.. NumberSpellings, .. WordSpellings]);
    }

    private static void Finds(string sink, string text, string[] spellings)
    {
        foreach (var spelling in spellings) Assert.False(text.Contains(spelling, StringComparison.OrdinalIgnoreCase), $"{sink}: \"{spelling}\" in {text}");
    }
}
