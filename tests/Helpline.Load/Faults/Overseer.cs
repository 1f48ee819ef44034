using System.Net.Http.Json;
using Helpline.Contracts;
using Helpline.Contracts.Supervision;
using Helpline.Exchange;

namespace Helpline.Load.Faults;

/// <summary>A supervisor who listens to talks, first to those in which help is wanted, coaches or barges in, and goes again.</summary>
internal sealed class Overseer(Product product, HttpClient http, string userName, Random random)
{
    private static readonly string[] Modes = ["Coach", "Barge", "Listen"];
    private ListenTicket? ticket;
    private Leg? leg;
    private DateTimeOffset speaksAt;
    private DateTimeOffset leavesAt;

    public bool IsIdle => ticket is null;

    /// <summary>A quarter of a second.</summary>
    /// <param name="talk">One to listen to, if she does nothing else.</param>
    public async Task Lives(Guid? talk)
    {
        if (ticket is null)
        {
            if (talk is { } heard) await Listens(heard);
        }
        else if (leg is not { IsOver: false } || product.Now >= leavesAt) Leaves();
        else if (product.Now >= speaksAt)
        {
            speaksAt = product.Now.AddSeconds(random.Next(3, 12));
            using var answer = await http.PutAsJsonAsync($"{Routes.Listeners}/{ticket.ListenerId}", new ListenerChange(Modes[random.Next(Modes.Length)]));
        }
    }

    private async Task Listens(Guid call)
    {
        using var answer = await http.PostAsync(Routes.Listen(call), null);
        if (!answer.IsSuccessStatusCode) return;
        ticket = await answer.Content.ReadFromJsonAsync<ListenTicket>();
        leg = product.Exchange.Connect(userName, [new("ticket", ticket!.Ticket)]);
        (speaksAt, leavesAt) = (product.Now.AddSeconds(random.Next(2, 6)), product.Now.AddSeconds(random.Next(5, 40)));
    }

    private void Leaves()
    {
        if (leg is { IsOver: false }) Switchboard.HangUp(leg);
        (ticket, leg) = (null, null);
    }
}
