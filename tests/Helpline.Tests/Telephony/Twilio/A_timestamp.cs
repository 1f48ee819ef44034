using Helpline.Server.Telephony.Twilio;

namespace Helpline.Tests.Telephony.Twilio;

public class A_timestamp
{
    [Theory]
    [InlineData("Tue, 31 Aug 2010 20:36:28 +0000")]
    [InlineData("Wed, 01 Sep 2010 01:36:28 +0500")]
    [InlineData("Tue, 31 Aug 2010 20:36:28 GMT")]
    [InlineData("31 Aug 2010 20:36:28 +0000")]
    [InlineData("Tue, 31 Aug 2010 16:36:28 -0400")]
    public void Is_read_as_universal_time(string text)
    {
        var time = Timestamps.Parse(text);

        Assert.Equal(new DateTime(2010, 8, 31, 20, 36, 28, DateTimeKind.Utc), time);
        Assert.Equal(DateTimeKind.Utc, time!.Value.Kind);
    }

    [Fact]
    public void Is_read_alike_in_every_culture()
    {
        var before = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = new("ru-RU");
            Assert.Equal(31, Timestamps.Parse("Tue, 31 Aug 2010 20:36:28 +0000")!.Value.Day);
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2010-08-31T20:36:28Z")]
    [InlineData("Tue, 32 Aug 2010 20:36:28 +0000")]
    public void That_is_none_is_left_out(string? text) => Assert.Null(Timestamps.Parse(text));
}
