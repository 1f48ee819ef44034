namespace Helpline.Browser; public class Placeholder { [Fact] public void Runs() => Assert.NotNull("x"); }
