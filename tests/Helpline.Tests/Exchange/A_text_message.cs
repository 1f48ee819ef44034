using System.Net;

namespace Helpline.Tests.Exchange;

public class A_text_message : RestStory
{
    private (string, string)[] Form(string to = "+77010000001") =>
        [("To", to), ("From", line.Options.LineNumber), ("Body", "Hello"), ("StatusCallback", $"{Line.Server}/events")];

    [Fact]
    public async Task Is_taken_in_the_shape_of_the_provider_and_arrives()
    {
        var (status, body) = await Post("Messages.json", Form());
        Assert.Equal((HttpStatusCode.Created, "queued", "Hello", "outbound-api"), (status, (string)body["status"]!, (string)body["body"]!, (string)body["direction"]!));
        Assert.Matches("^SM[0-9a-f]{32}$", (string)body["sid"]!);
        await line.Exchange.Quiet;
        Assert.Equal("delivered", (string)(await Get($"Messages/{(string)body["sid"]!}.json"))["status"]!);
        Assert.Equal(["Hello"], line.Exchange.Phone("+77010000001").Texts.Select(t => t.Body));
    }

    [Fact]
    public async Task Does_not_arrive_at_a_telephone_that_is_off()
    {
        line.Exchange.Phone("+77010000001").IsSwitchedOff();
        var (_, body) = await Post("Messages.json", Form());
        await line.Exchange.Quiet;
        Assert.Equal(30003, (int)(await Get($"Messages/{(string)body["sid"]!}.json"))["error_code"]!);
        Assert.Empty(line.Exchange.Phone("+77010000001").Texts);
    }

    [Theory]
    [InlineData("To", 21604)]
    [InlineData("From", 21603)]
    [InlineData("Body", 21602)]
    public async Task Without_a_needed_field_is_refused(string without, int code)
    {
        var (status, body) = await Post("Messages.json", [.. Form().Where(f => f.Item1 != without)]);
        Assert.Equal((HttpStatusCode.BadRequest, code), (status, (int)body["code"]!));
    }
}
