namespace Helpline.Server.Telephony.Twilio;

/// <summary>Answers a webhook with a TwiML document.</summary>
internal sealed class TwiMlResult(string document) : IResult
{
    public string Document => document;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "text/xml; charset=utf-8";
        return httpContext.Response.WriteAsync(document);
    }
}
