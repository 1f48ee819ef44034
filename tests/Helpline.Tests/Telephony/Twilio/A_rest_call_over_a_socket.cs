using System.Net;
using System.Net.Sockets;
using Helpline.Server.Telephony.Twilio;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Tests.Telephony.Twilio;

/// <summary>Whether a request was sent at all is known from the faults of real sockets, so these are real.</summary>
public sealed class A_rest_call_over_a_socket : IDisposable
{
    private readonly TcpListener twilio = new(IPAddress.Loopback, 0);
    private readonly EndPoint address;
    private int connections;

    public A_rest_call_over_a_socket()
    {
        twilio.Start();
        address = twilio.LocalEndpoint;
    }

    public void Dispose() => twilio.Dispose();

    private async Task<TwilioReply> Move(string scheme)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Twilio:AccountSid"] = ScriptedTwilio.Account,
            ["Twilio:AuthToken"] = "token",
            ["Twilio:ApiBaseUrl"] = $"{scheme}://{address}",
        }).Build());
        services.AddTwilioApi();
        await using var provider = services.BuildServiceProvider();
        return await provider.GetRequiredService<TwilioApi>().Redirect(
            "CA1", new Uri("https://helpline.example.org/voice/join"), TestContext.Current.CancellationToken);
    }

    /// <summary>Takes one connection after the other and lets each be handled by <paramref name="behave"/>.</summary>
    private async Task Serve(Func<Socket, Task> behave)
    {
        while (true)
        {
            using var socket = await twilio.AcceptSocketAsync(TestContext.Current.CancellationToken);
            connections++;
            await behave(socket);
        }
    }

    [Fact]
    public async Task That_nobody_listens_to_was_not_taken()
    {
        twilio.Stop();

        Assert.IsType<TwilioReply.NotTaken>(await Move("http"));
    }

    [Fact]
    public async Task Cut_off_after_it_was_sent_may_have_happened_and_is_not_repeated()
    {
        _ = Serve(async socket =>
        {
            await socket.ReceiveAsync(new byte[10_000]);
            socket.Close(0);
        });

        Assert.IsType<TwilioReply.Unknown>(await Move("http"));
        Assert.Equal(1, connections);
    }

    [Fact]
    public async Task Cut_off_in_the_middle_of_the_answer_may_have_happened_and_is_not_repeated()
    {
        _ = Serve(async socket =>
        {
            await socket.ReceiveAsync(new byte[10_000]);
            await socket.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"u8.ToArray());
        });

        Assert.IsType<TwilioReply.Unknown>(await Move("http"));
        Assert.Equal(1, connections);
    }

    [Fact]
    public async Task Whose_connection_is_never_made_secure_was_not_taken()
    {
        _ = Serve(async socket =>
        {
            // Nobody says hello: the first try runs into its time limit, the next ones find the door closed.
            await Task.Delay(TwilioResilience.Connect / 2);
            twilio.Stop();
            await Task.Delay(TwilioResilience.Connect * 2);
        });

        Assert.IsType<TwilioReply.NotTaken>(await Move("https"));
        Assert.Equal(1, connections);
    }
}
