using Helpline.Contracts.Board;
using Helpline.Contracts.Supervision;
using Helpline.Contracts.Work;
using Helpline.Domain.Calls;
using Helpline.Domain.Offers;
using Helpline.Domain.ThirdParties;
using Helpline.Domain.Transfers;

namespace Helpline.Server.Board;

/// <summary>What one transaction has changed for the boards; told after its commit.</summary>
internal sealed class BoardNews
{
    public List<(string UserName, OfferCard Offer)> Offers { get; } = [];
    public List<(string UserName, ClosedOffer Offer)> ClosedOffers { get; } = [];
    public List<(Transfer Transfer, Call Call)> Transfers { get; } = [];
    public List<(string UserName, ThirdParty Third)> ThirdParties { get; } = [];
    public List<HelpWanted> Helps { get; } = [];
    public List<(string UserName, RiskRaised Risk)> Risks { get; } = [];
    public List<Call> Calls { get; } = [];
    public HashSet<string> Presences { get; } = [];

    /// <summary>Whose work has changed: her counts are fetched anew.</summary>
    public HashSet<string> Works { get; } = [];

    /// <summary>Told at once: a person at high risk was not reached.</summary>
    public List<(string UserName, UrgentWork Work)> Urgent { get; } = [];

    /// <summary>Something that only the live board shows has changed: a risk, the line, a detour, an owner.</summary>
    public bool Live { get; set; }

    public bool IsEmpty => !Live && Offers.Count + ClosedOffers.Count + Transfers.Count + ThirdParties.Count + Helps.Count + Risks.Count + Calls.Count + Presences.Count + Works.Count + Urgent.Count == 0;

    public void Made(Offer offer, Call call)
    {
        Offers.Add((offer.Counselor, BoardCards.Of(offer, call)));
        Presences.Add(offer.Counselor);
    }

    public void Closed(Offer offer, string? takenBy)
    {
        ClosedOffers.Add((offer.Counselor, new ClosedOffer(offer.Id, offer.CallId, offer.State.ToString(), takenBy)));
        Presences.Add(offer.Counselor);
    }

    public void Call(Call call)
    {
        if (!Calls.Contains(call)) Calls.Add(call);
    }

    public void Work(string? userName)
    {
        if (userName is not null) Works.Add(userName);
    }

    public void Presence(string userName) => Presences.Add(userName);
}
