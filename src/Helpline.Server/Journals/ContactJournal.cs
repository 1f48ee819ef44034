using Helpline.Contracts.Calls;
using Helpline.Domain.Contacts;
using Helpline.Server.Casework;
using Helpline.Server.Notes;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Journals;

internal sealed class ContactRow : IJournalRow
{
    public Guid Id { get; init; }
    public DateTime At { get; init; }
    public string Number { get; init; } = "";
    public Channel Channel { get; init; }
    public string? Counselor { get; init; }
    public string? Language { get; init; }
    public DateTime? LateAt { get; init; }

    /// <summary>Of the call; a contact without one has no end.</summary>
    public DateTime? EndedAt { get; init; }
    public string? CallerKind { get; init; }

    /// <summary>Of the person in need, who may be the caller.</summary>
    public string? Age { get; init; }

    /// <inheritdoc cref="Age"/>
    public string? Sex { get; init; }
    public string? Region { get; init; }
    public string? Kind { get; init; }
    public string? OldTopic { get; init; }
    public List<string>? Topics { get; init; }
    public string? Risk { get; init; }
    public List<string>? Safety { get; init; }
    public string? Outcome { get; init; }
    public string? Case { get; init; }
    public string? Referral { get; init; }
    public DateTime? FollowUp { get; init; }

    public bool IsOurs => Channel == Channel.Outbound;

    public IReadOnlyList<string> AllTopics => NoteCards.TopicsOf(Topics ?? [], OldTopic);
}

/// <summary>Every contact with somebody, by whatever way they came; its particulars are those of its note.</summary>
internal sealed class ContactJournal : Journal<ContactRow>
{
    public override string Code => "contacts";

    protected override IReadOnlyList<Column<ContactRow>> Columns { get; } =
    [
        new("number", (r, _) => r.Number), new("date", (r, w) => w.Day(r.At)), new("start", (r, w) => w.Clock(r.At)), new("end", (r, w) => w.Clock(r.EndedAt)),
        new("direction", (r, w) => w.Value("directions", r.IsOurs ? "Out" : "In")), new("channel", (r, w) => w.Value("channels", r.Channel.ToString())),
        new("counselor", (r, w) => w.Person(r.Counselor)), new("callerKind", (r, w) => w.Code("caller_kinds", r.CallerKind)), new("language", (r, w) => w.Value("languages", r.Language)),
        new("age", (r, w) => w.Code("age_bands", r.Age)), new("sex", (r, w) => w.Code("sexes", r.Sex)), new("region", (r, w) => w.Region(r.Region)),
        new("kind", (r, w) => w.Code("call_kinds", r.Kind)), new("topics", (r, w) => string.Join("; ", r.AllTopics.Select(w.Topic))),
        new("targetGroup", (r, w) => w.Codes("target_groups", ServiceRows.GroupsOf(r))), new("serviceKind", (r, w) => w.Codes("service_kinds", ServiceRows.KindsOf(r))),
        new("serviceForm", (r, w) => w.Codes("service_forms", ServiceRows.FormsOf(r))),
        new("risk", (r, w) => w.Code("risk_levels", r.Risk)), new("safety", (r, w) => w.Codes("safety_steps", r.Safety ?? [])), new("outcome", (r, w) => w.Code("call_outcomes", r.Outcome)),
        new("case", (r, _) => r.Case), new("referral", (r, _) => r.Referral), new("followUp", (r, w) => w.Time(r.FollowUp)), new("late", (r, w) => w.Time(r.LateAt)),
    ];

    protected override IReadOnlyList<Filter<ContactRow>> Filters { get; } =
    [
        By.Enum<ContactRow, Channel>("channel", r => r.Channel, "channels"), By.Person<ContactRow>("counselor", r => r.Counselor),
        By.Language<ContactRow>(r => r.Language), By.Code<ContactRow>("age", r => r.Age, "age_bands"), By.Code<ContactRow>("sex", r => r.Sex, "sexes"),
        new PathFilter<ContactRow>("region", r => r.Region, w => w.Codes("regions")), By.Code<ContactRow>("kind", r => r.Kind, "call_kinds"),
        new RuleFilter<ContactRow>("topic", WithTopic, CountTopics, w => w.Topics, takesNone: true), new RuleFilter<ContactRow>("service", ServiceRows.With, ServiceRows.Count, w => w.Services, takesNone: true),
        By.Code<ContactRow>("risk", r => r.Risk, "risk_levels"), By.Code<ContactRow>("outcome", r => r.Outcome, "call_outcomes"),
        new RuleFilter<ContactRow>("weekHour", WeekHours.Narrow, null, WeekHours.Choices),
    ];

    protected override IQueryable<ContactRow> Rows(JournalScope scope)
    {
        var (db, begin, end) = (scope.Db, scope.From, scope.Period.End);
        return from c in db.Contacts.AsNoTracking().LedBy(scope.Who)
               where c.StartedAt >= begin && c.StartedAt < end
               join n in db.Notes on c.Id equals n.CallId into notes
               from note in notes.DefaultIfEmpty()
               select new ContactRow
               {
                   Id = c.Id,
                   At = c.StartedAt,
                   Number = c.Number,
                   Channel = c.Channel,
                   Counselor = c.Counselor,
                   Language = c.Language,
                   LateAt = c.EnteredLateAt,
                   EndedAt = db.Calls.Where(o => o.Id == c.Id).Select(o => o.EndedAt).FirstOrDefault(),
                   CallerKind = note!.About.CallerKind,
                   Age = note!.About.NeedAge ?? note.About.CallerAge,
                   Sex = note!.About.NeedSex ?? note.About.CallerSex,
                   Region = note!.About.Region,
                   Kind = note!.Kind,
                   OldTopic = note!.Topic,
                   Topics = note!.Topics,
                   Risk = note!.Risk,
                   Safety = note!.SafetySteps,
                   Outcome = note!.Outcome,
                   Case = db.Cases.Where(o => o.Id == c.CaseId).Select(o => o.Number).FirstOrDefault(),
                   Referral = db.Referrals.Where(o => o.ContactId == c.Id).OrderBy(o => o.CreatedAt).Select(o => o.Number).FirstOrDefault(),
                   FollowUp = db.FollowUps.Where(f => f.ContactId == c.Id).OrderBy(f => f.DueAt).Select(f => (DateTime?)f.DueAt).FirstOrDefault(),
               };
    }

    public static IQueryable<ContactRow> WithTopic(IQueryable<ContactRow> rows, string topic, JournalScope scope)
    {
        var written = Written(scope);
        if (topic == Journal.None) return rows.Where(r => r.OldTopic == null && !written.Any(n => n.CallId == r.Id && n.Topics != ""));
        if (topic.EndsWith($".{None}", StringComparison.Ordinal)) return WithNoneOf(rows, topic[..^None.Length], written);
        var (word, old) = ($" {topic} ", topic.StartsWith("service_kinds.", StringComparison.Ordinal) ? topic["service_kinds.".Length..] : "-");
        return rows.Where(r => r.OldTopic == old || written.Any(n => n.CallId == r.Id && (" " + n.Topics + " ").Contains(word)));
    }

    // Notes of before had one topic, of one list.
    private static IQueryable<ContactRow> WithNoneOf(IQueryable<ContactRow> rows, string list, IQueryable<NoteTopics> written)
    {
        var (word, isOfBefore) = (" " + list, list == "service_kinds.");
        return rows.Where(r => !(isOfBefore && r.OldTopic != null) && !written.Any(n => n.CallId == r.Id && (" " + n.Topics).Contains(word)));
    }

    /// <summary>A contact of several topics counts for each, and for each list of which none was chosen.</summary>
    private static async Task<IReadOnlyDictionary<string, int>> CountTopics(IQueryable<ContactRow> rows, CancellationToken stop)
    {
        var counts = new Dictionary<string, int>();
        await foreach (var row in rows.Select(r => new { r.Topics, r.OldTopic }).AsAsyncEnumerable().WithCancellation(stop))
        {
            var topics = NoteCards.TopicsOf(row.Topics ?? [], row.OldTopic);
            var unsaid = NoteCard.TopicLists.Where(list => !topics.Any(t => t.StartsWith($"{list}.", StringComparison.Ordinal))).Select(list => $"{list}.{None}");
            foreach (var topic in topics.Concat(unsaid)) counts[topic] = counts.GetValueOrDefault(topic) + 1;
        }
        return counts;
    }

    /// <summary>A list of words is one column to us and no text to the model, so the text is asked for by name.</summary>
    public static IQueryable<NoteTopics> Written(JournalScope scope) => scope.Db.Database.SqlQuery<NoteTopics>($"SELECT \"CallId\", \"Topics\" FROM \"Notes\"");
}

/// <summary>The topics of a note, as they are stored: <c>list.code list.code</c>.</summary>
internal sealed record NoteTopics(Guid CallId, string Topics);
