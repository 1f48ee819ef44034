using System.Net;
using Helpline.Contracts;
using Helpline.Contracts.Visits;
using Helpline.Server.Referrals;
using Helpline.Tests.Data;
using Microsoft.EntityFrameworkCore;
using Serilog.Core;
using Serilog.Events;

namespace Helpline.Tests.Visits;

public class A_calendar_of_visits
{
    [Fact]
    public async Task Says_when_and_in_which_area_and_holds_no_name_and_no_address()
    {
        using var story = await VisitStory.Begins();
        var visit = await story.IsPlanned(await story.Enters("counselor1"), story.Wish() with { Address = VisitStory.Address });
        var gulnar = await story.Enters("social1");
        var link = await VisitStory.Answer<CalendarLink>(await gulnar.Posts(Routes.MyCalendar));

        var telephone = new Staff(story.Host.Http());
        var answer = await telephone.Opens(link.Path);
        var text = (await VisitStory.Text(answer)).Replace("\r\n ", "");
        Assert.Equal(("text/calendar", true), (answer.Content.Headers.ContentType?.MediaType, answer.Headers.CacheControl?.NoStore));
        Assert.Contains($"Орталық учаске\\, {visit.Number}", text, StringComparison.Ordinal);
        Assert.Contains($"DTSTART:{visit.From:yyyyMMdd'T'HHmmss}Z", text, StringComparison.Ordinal);
        Assert.Equal(1, text.Split("BEGIN:VEVENT").Length - 1);
        foreach (var secret in new[] { VisitStory.Name, "Әлия", "Абай", story.Person.ToString(), story.Case.ToString(), "social1" })
            Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Goes_from_two_weeks_ago_to_three_months_ahead()
    {
        using var story = await VisitStory.Begins();
        var gulnar = await story.Enters("social1");
        await story.Host.Reads(db =>
        {
            foreach (var days in new[] { -15, -13, 91, 93 }) db.Visits.Add(Made.Visit(story.Now.AddDays(days), number: $"{days}"));
            return db.SaveChangesAsync();
        });
        var link = await VisitStory.Answer<CalendarLink>(await gulnar.Posts(Routes.MyCalendar));

        var calendar = Ical.Net.Calendar.Load(await VisitStory.Text(await new Staff(story.Host.Http()).Opens(link.Path)))!;
        Assert.Equal(["Үйге бару, Орталық учаске, -13", "Үйге бару, Орталық учаске, 91"], calendar.Events.OrderBy(e => e.Start).Select(e => e.Summary));
        Assert.All(calendar.Events, e => Assert.Equal((story.Now.AddDays(e.Summary!.EndsWith("91", StringComparison.Ordinal) ? 91 : -13), "TENTATIVE"), (e.Start!.AsUtc, e.Status)));
    }

    [Fact]
    public async Task Ends_when_it_is_renewed_or_taken_back_and_its_token_is_kept_nowhere()
    {
        using var story = await VisitStory.Begins();
        var (gulnar, telephone) = (await story.Enters("social1"), new Staff(story.Host.Http()));
        Assert.Null((await gulnar.Gets<CalendarCard>(Routes.MyCalendar))!.MadeAt);
        var first = await VisitStory.Answer<CalendarLink>(await gulnar.Posts(Routes.MyCalendar));
        var second = await VisitStory.Answer<CalendarLink>(await gulnar.Posts(Routes.MyCalendar));
        Assert.Equal(HttpStatusCode.NotFound, (await telephone.Opens(first.Path)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await telephone.Opens(second.Path)).StatusCode);
        var token = second.Path.Split('/', '.')[1];
        Assert.DoesNotContain(token, await story.Host.Reads(db => db.CalendarFeeds.Select(f => f.TokenHash).SingleAsync()), StringComparison.Ordinal);
        await gulnar.Deletes(Routes.MyCalendar);
        Assert.Equal(HttpStatusCode.NotFound, (await telephone.Opens(second.Path)).StatusCode);
        foreach (var log in Directory.EnumerateFiles(story.Host.Folder, "*.json", SearchOption.AllDirectories))
        {
            await using var file = new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            Assert.DoesNotContain(token, new StreamReader(file).ReadToEnd(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Stands_in_no_line_of_a_log_that_names_its_request()
    {
        var line = new LogEvent(DateTimeOffset.UnixEpoch, LogEventLevel.Error, null, MessageTemplate.Empty, [new("RequestPath", new ScalarValue("/calendar/secret.ics"))]);
        new LinkMask().Enrich(line, new Properties());
        Assert.Equal("\"/calendar/…\"", line.Properties["RequestPath"].ToString());
    }

    private sealed class Properties : ILogEventPropertyFactory
    {
        public LogEventProperty CreateProperty(string name, object? value, bool destructureObjects = false) => new(name, new ScalarValue(value));
    }

    [Fact]
    public async Task Lets_nobody_guess()
    {
        using var story = await VisitStory.Begins();
        var stranger = new Staff(story.Host.Http());
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 40; i++) answers.Add((await stranger.Opens(Routes.Calendar(new('a', 43)))).StatusCode);
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.TooManyRequests], answers.Distinct());
    }
}
