namespace Helpline.Domain.Cases;

/// <summary>Where a case is. Assessment, plan and service become states of their own when they are built.</summary>
public enum CaseState { Open, Closed }

public enum CaseEvent { Opened, Given, Changed, Closed, Reopened }

/// <summary>The life of a case: the only list of legal moves.</summary>
public static class CaseFlow
{
    public static CaseState? Next(CaseState state, CaseEvent what) => (state, what) switch
    {
        (CaseState.Open, CaseEvent.Given or CaseEvent.Changed) => CaseState.Open,
        (CaseState.Open, CaseEvent.Closed) => CaseState.Closed,
        (CaseState.Closed, CaseEvent.Reopened) => CaseState.Open,
        _ => null,
    };
}
