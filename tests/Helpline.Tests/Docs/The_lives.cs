using Helpline.Tests.Support;

namespace Helpline.Tests.Docs;

/// <summary>The diagrams of <c>docs/lives.md</c> are made from the tables that the server obeys.</summary>
public class The_lives
{
    private const string Regenerate = "HELPLINE_WRITE_DOCS";
    private static readonly string File = Path.Combine(Repository.Root, "docs", "lives.md");

    [Fact]
    public async Task Are_drawn_as_their_tables_say()
    {
        var drawn = Document();
        if (Environment.GetEnvironmentVariable(Regenerate) == "1") await System.IO.File.WriteAllTextAsync(File, drawn, TestContext.Current.CancellationToken);
        Assert.True(System.IO.File.Exists(File) && await System.IO.File.ReadAllTextAsync(File, TestContext.Current.CancellationToken) == drawn,
            $"docs/lives.md differs from the tables. Run this test with {Regenerate}=1 in the environment to write it anew, and commit it.");
    }

    [Fact]
    public void Lead_from_the_first_state_to_every_other()
    {
        foreach (var life in Life.All) Assert.Empty(life.States.Except(Reached(life, life.States[0])).Select(state => $"{life.Name}: {state}"));
    }

    private static HashSet<string> Reached(Life life, string from)
    {
        HashSet<string> reached = [from];
        while (life.Moves.Where(move => reached.Contains(move.From)).Select(move => move.To).Where(reached.Add).ToList().Count > 0) { }
        return reached;
    }

    private static string Document()
    {
        const string Head = $"""
            # Lives

            Each section is one life: its states, and the moves that are legal. The pictures are made from the tables in
            `src/Helpline.Domain` (the classes named `…Flow`), which the server obeys; a test fails when they differ. To draw them
            anew, run the tests of `The_lives` with `{Regenerate}=1` in the environment.

            """;
        return string.Concat(Life.All.Select(life => $"\n## {life.Name}\n\n```mermaid\n{life.Diagram()}```\n").Prepend(Head));
    }
}
