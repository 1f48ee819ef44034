using Helpline.Domain.Contacts;
using Helpline.Server.Notes;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Journals;

/// <summary>
/// Contacts by the kind of special social service and the form in which it was given, as <c>social_legal.patronage</c>: every
/// kind of a contact with every form of it. What is given by telephone, whoever called, is of the form trust telephone unless its note
/// names another. What is given at visits stands in their journal.
/// </summary>
internal static class ServiceRows
{
    private const string Kinds = "service_kinds.", Forms = "service_forms.", Groups = "target_groups.", OverTheLine = "trust_telephone";

    public static IEnumerable<string> GroupsOf(ContactRow row) => Of(row.AllTopics, Groups);

    public static IEnumerable<string> KindsOf(ContactRow row) => Of(row.AllTopics, Kinds);

    /// <summary>In which the services of the contact count; none when there was no service.</summary>
    public static IEnumerable<string> FormsOf(ContactRow row) => KindsOf(row).Any() ? FormsOf(row.AllTopics, row.Channel).Where(form => form != Journal.None) : [];

    /// <param name="service">Kind and form; a form that nobody named is <see cref="Journal.None"/>, and so is a contact without a kind.</param>
    public static IQueryable<ContactRow> With(IQueryable<ContactRow> rows, string service, JournalScope scope)
    {
        var written = ContactJournal.Written(scope);
        if (service == Journal.None) return rows.Where(r => r.OldTopic == null && !written.Any(n => n.CallId == r.Id && (" " + n.Topics).Contains(" " + Kinds)));
        var (kind, form) = (service.Split('.')[0], service.Split('.')[^1]);
        var (word, isUsual) = ($" {Forms}{form} ", form is OverTheLine or Journal.None);
        return ContactJournal.WithTopic(rows, Kinds + kind, scope).Where(r => written.Any(n => n.CallId == r.Id && (" " + n.Topics + " ").Contains(word))
            || isUsual && (r.Channel == Channel.Call || r.Channel == Channel.Outbound) == (form == OverTheLine) && !written.Any(n => n.CallId == r.Id && (" " + n.Topics).Contains(" " + Forms)));
    }

    public static async Task<IReadOnlyDictionary<string, int>> Count(IQueryable<ContactRow> rows, CancellationToken stop)
    {
        var counts = new Dictionary<string, int>();
        await foreach (var row in rows.Select(r => new { r.Channel, r.Topics, r.OldTopic }).AsAsyncEnumerable().WithCancellation(stop))
        {
            var topics = NoteCards.TopicsOf(row.Topics ?? [], row.OldTopic).ToList();
            var forms = FormsOf(topics, row.Channel).ToList();
            foreach (var service in Of(topics, Kinds).SelectMany(kind => forms.Select(form => $"{kind}.{form}"))) counts[service] = counts.GetValueOrDefault(service) + 1;
        }
        return counts;
    }

    private static IEnumerable<string> FormsOf(IEnumerable<string> topics, Channel channel) =>
        Of(topics, Forms).DefaultIfEmpty(channel is Channel.Call or Channel.Outbound ? OverTheLine : Journal.None);

    private static IEnumerable<string> Of(IEnumerable<string> topics, string list) =>
        topics.Where(t => t.StartsWith(list, StringComparison.Ordinal)).Select(t => t[list.Length..]);
}
