using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Helpline.Load.Servers;

/// <summary>
/// The least that could be called a webhook: a bare endpoint that checks the signature and commits one raw insert, and a
/// bare hub that commits one and answers. Run as a process of its own, it is what our figures stand beside.
/// </summary>
internal static class FloorServer
{
    public const string Verb = "floor-server";
    private const string Reply = """<?xml version="1.0" encoding="UTF-8"?><Response/>""";

    public static Task<ServerProcess> Start(string folder, LineAccount account) => ServerProcess.Start(
        "Helpline.Load.dll", [Verb, Path.Combine(folder, "floor.db"), account.Sid, account.Token], new Dictionary<string, string>(), "durability");

    /// <param name="args">Database file, account, token, then what ASP.NET Core understands.</param>
    public static async Task<int> Run(string[] args)
    {
        var account = new LineAccount(args[1], args[2]);
        await using var rows = new FloorRows(args[0]);
        var builder = WebApplication.CreateSlimBuilder(args[3..]);
        builder.Logging.ClearProviders();
        builder.Services.AddSignalR();
        builder.Services.AddSingleton(rows);
        var app = builder.Build();
        app.MapPost("/voice/incoming", (HttpContext http) => Incoming(http, account, rows));
        app.MapHub<EchoHub>("/echo");
        app.MapGet("/durability", () => rows.Durability);
        app.MapGet("/count", () => rows.Count());
        await app.RunAsync();
        return 0;
    }

    private static async Task Incoming(HttpContext http, LineAccount account, FloorRows rows)
    {
        var form = await http.Request.ReadFormAsync();
        var expected = account.Sign(http.Request.Path, form.Select(field => KeyValuePair.Create(field.Key, field.Value.ToString())));
        var given = http.Request.Headers[LineAccount.Header].ToString();
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given)))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        await rows.Insert(form["CallSid"].ToString(), form["From"].ToString());
        http.Response.ContentType = "text/xml";
        await http.Response.WriteAsync(Reply);
    }

    /// <summary>One durable commit, then one push.</summary>
    internal sealed class EchoHub(FloorRows rows) : Hub
    {
        public const string Ring = nameof(Rings);
        public const string Rang = "Rang";

        public async Task Rings(string sid)
        {
            await rows.Insert(sid, "");
            await Clients.Caller.SendAsync(Rang, sid);
        }
    }
}
