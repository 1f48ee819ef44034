using Helpline.Domain.Calls;

namespace Helpline.Tests.Model;

/// <summary>A call of the model. Once it has ended it remembers nothing but its end.</summary>
/// <param name="By">The counselor who won it, from 1; 0 for nobody.</param>
/// <param name="AtHead">It was given back to the queue, to be served before others.</param>
/// <param name="LetGoBy">Who let it go, as digits, whoever did so last at the end: asked after the others, in this order.</param>
/// <param name="Preferred">Whose line broke in the talk: asked first, as long as she did not let it go. 0 where that changes nothing.</param>
/// <param name="HasWaited">It has been in the queue for a stride of time: it may ring for more at once.</param>
/// <param name="IsAlone">In the talk; the counselor has let her line go to come back with a new one, and is not back.</param>
/// <param name="IsLeft">In the talk; she has pressed the star key on her telephone, and reports of the caller's end may still come.</param>
internal readonly record struct ModelCall(CallState State, int By = 0, bool AtHead = false, int LetGoBy = 0, int Preferred = 0, bool HasWaited = false, bool IsAlone = false, bool IsLeft = false)
{
    /// <summary>In which order it rings.</summary>
    public IEnumerable<int> Order(int[] crew)
    {
        var call = this;
        return crew.OrderBy(who => who == call.Preferred ? -1 : call.Rank(who));
    }

    /// <summary>She is asked last from now on. Once all have let it go, the first of them is where she would be without.</summary>
    public ModelCall LetGo(int who, int[] crew)
    {
        var list = 0;
        foreach (var other in crew.Where(k => k != who).OrderBy(Rank))
            if (Rank(other) > 0) list = list * 10 + other;
        return (this with { LetGoBy = (list * 10 + who) % (crew.Length == 2 ? 10 : 100), Preferred = 0 }).Prefer(Preferred == who ? 0 : Preferred, crew);
    }

    /// <summary>She is asked first from now on, unless she let it go or would be first anyhow.</summary>
    public ModelCall Prefer(int who, int[] crew) =>
        this with { Preferred = who != 0 && Rank(who) == 0 && (this with { Preferred = 0 }).Order(crew).First() != who ? who : 0 };

    /// <summary>0 for whoever did not let it go.</summary>
    private int Rank(int who)
    {
        for (var (left, rank) = (LetGoBy, 9); left > 0; (left, rank) = (left / 10, rank - 1))
            if (left % 10 == who) return rank;
        return 0;
    }
}
