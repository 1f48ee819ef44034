using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Helpline.Exchange;

/// <summary>The door of the voice: the module for pages, the clips, and a WebSocket for each leg. Whoever has the leg's key is the leg.</summary>
internal static class VoiceEndpoints
{
    public static void MapVoiceSwitch(this IEndpointRouteBuilder exchange)
    {
        foreach (var script in new[] { "voice.js", "link.js", "clip.js", "microphone.js" })
            exchange.MapGet($"voice/{script}", () => Resource.Script($"Voice.{script}"));
        exchange.MapGet("clips/{id}", (string id, Switchboard board) =>
            board.Clips.ById(id) is { } clip ? Results.Bytes(clip.Sound, "audio/wav", enableRangeProcessing: true) : Results.NotFound());
        var line = exchange.CreateApplicationBuilder();
        line.UseWebSockets();
        line.Run(Connect);
        exchange.MapGet("voice/legs/{key}", line.Build());
    }

    private static async Task Connect(HttpContext http)
    {
        var leg = http.RequestServices.GetRequiredService<Switchboard>().Legs.ByKey((string)http.GetRouteValue("key")!);
        if (leg is null or { IsOver: true } || !http.WebSockets.IsWebSocketRequest)
        {
            http.Response.StatusCode = leg is null or { IsOver: true } ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest;
            return;
        }
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        // A host that stops would wait for its open lines.
        var stopping = http.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        await http.RequestServices.GetRequiredService<VoiceSwitch>().Serve(leg, socket, gone.Token);
    }
}
