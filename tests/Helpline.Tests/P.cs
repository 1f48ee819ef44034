namespace Helpline.Tests; public class Placeholder { [Fact] public void Runs() => Assert.NotNull("x"); }
