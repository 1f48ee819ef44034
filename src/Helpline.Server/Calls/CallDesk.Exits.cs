using Helpline.Domain.Callers;
using Helpline.Domain.Calls;
using Helpline.Domain.Casework;
using Helpline.Domain.Line;
using Helpline.Domain.Offers;

namespace Helpline.Server.Calls;

/// <summary>The way into the queue and the ways out of it.</summary>
internal sealed partial class CallDesk
{
    private const string NewestOrder = "SELECT [Order] AS [Value] FROM [LineSwitches] WHERE [Id] = (SELECT MAX([Id]) FROM [LineSwitches])";

    public LineRules Line => line;

    /// <summary>From the menu into the queue, or to where a closed line, a full one or a flag leads.</summary>
    public async Task Enter(Call call, string language, bool inDanger = false)
    {
        if (call.State != CallState.Greeting) return;
        call.Mark(await FlagOf(call));
        if (call.Flag == FlagLevel.MessageAndHangUp && call.Block(language, now)) return;
        if (inDanger) call.Raise(2);
        if (await Closed(language) is { } why) call.Divert(why, now, language: language);
        else ChooseLanguage(call, language);
    }

    public bool ChooseLanguage(Call call, string language) => QueueMoved |= call.Queue(language, now, line.LongestWait);

    /// <summary>Immediate danger: nearer to the head, from wherever the caller waits.</summary>
    public bool Raise(Call call, int priority) => QueueMoved |= call.Raise(priority);

    /// <summary>Out of the queue: an offer that rings is withdrawn.</summary>
    public async Task<bool> Divert(Call call, Diversion why, Exit? exit = null)
    {
        if (!call.Divert(why, now, exit)) return false;
        await CloseOffers(call, OfferState.Withdrawn);
        return true;
    }

    /// <param name="exit">Null takes the choice back.</param>
    public bool Choose(Call call, Exit? exit)
    {
        if (!call.Choose(exit)) return false;
        Record("ExitChosen", call.Id, null, to: exit?.ToString());
        return true;
    }

    /// <summary>Back into the queue, in the old place.</summary>
    public bool Resume(Call call)
    {
        if (!call.Resume(now, line.LongestWait)) return false;
        return QueueMoved = true;
    }

    /// <summary>The line is closed, and the caller wants nothing else.</summary>
    public bool TurnAway(Call call) => call.TurnAway(now);

    /// <summary>The backup number has taken the call.</summary>
    public bool Forward(Call call) => call.Forward(now);

    /// <summary>The provider says that the line failed: nobody hung up.</summary>
    public void BreakOff(Call call)
    {
        call.BreakOff();
        Record("LineFailed", call.Id, call.Counselor);
    }

    public async Task<LineOrder?> Order() => await db.Ask(NewestOrder, "") is { } order ? Enum.Parse<LineOrder>(order) : null;

    public async Task<LineSwitch> Turn(LineOrder order, string by, string? reason)
    {
        var before = await Order() ?? LineOrder.ByHours;
        var turn = new LineSwitch { At = now, By = by, Order = order, Reason = reason };
        db.Add(turn);
        Record("LineTurned", null, by, before.ToString(), order.ToString());
        Trail(by, Subject.Line, Guid.Empty, order.ToString());
        News.Live = true;
        return turn;
    }

    private async Task<Diversion?> Closed(string language) => await Human(async () =>
        line.Closed(await Order(), now)
        ?? await InTheWay(language) switch
        {
            "full" => Diversion.QueueFull,
            "led" => WayOut,
            _ => (Diversion?)null,
        }
        ?? (line.BackupNumber is not null && !(await db.Crew(queries, rules, language, now)).IsThere ? Diversion.NobodyThere : null));

    /// <returns>"full", "led" for a detour out of the queue, or null.</returns>
    private Task<string?> InTheWay(string language) => db.Ask(
        "SELECT MIN([Way]) AS [Value] FROM ("
        + $"SELECT 'full' AS [Way] WHERE (SELECT COUNT(*) FROM [Calls] WHERE [State] = '{nameof(CallState.Waiting)}') >= {line.QueueLimit} "
        + $"UNION ALL SELECT 'led' WHERE EXISTS (SELECT 1 FROM [Detours] WHERE [LiftedAt] IS NULL AND [Of] = '{nameof(DetourOf.Language)}' AND [To] IS NULL AND [Code] = @value)) AS [w]",
        language);

    /// <summary>Asks what may keep a caller from a counselor. A question that fails keeps nobody: the call goes on to a human.</summary>
    private async Task<T?> Human<T>(Func<Task<T?>> ask)
    {
        try
        {
            return await ask();
        }
        catch (Exception error) when (error is System.Data.Common.DbException or InvalidOperationException or TimeoutException)
        {
            log.LogError(error, "A question about the line or a caller failed; the call goes on without its answer");
            return default;
        }
    }
}
