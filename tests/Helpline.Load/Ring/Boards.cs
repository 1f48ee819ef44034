using Helpline.Load.Servers;

namespace Helpline.Load.Ring;

/// <summary>Many counselors at their boards, each with an account of her own and two of the three languages.</summary>
internal sealed class Boards : IAsyncDisposable
{
    private readonly List<Board> boards = [];

    public int Free => boards.Count(b => !b.IsBusy);

    /// <param name="busyFor">From an offer to the end of the note.</param>
    /// <param name="supervisors">More accounts, without a board.</param>
    public static async Task<Boards> Open(HelplineServer server, int count, Line line, Ringing ringing, Refusals refusals, TimeSpan busyFor, params string[] supervisors)
    {
        var all = new Boards();
        var userNames = await Staff.Hire(server, count, supervisors);
        foreach (var some in userNames.Chunk(8))
            all.boards.AddRange(await Task.WhenAll(some.Select(name => Board.Open(server.Process.Address, name, Staff.Password, line, ringing, refusals, busyFor))));
        return all;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var board in boards) await board.DisposeAsync();
    }
}
