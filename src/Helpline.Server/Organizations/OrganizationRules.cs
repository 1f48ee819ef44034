using System.Text.RegularExpressions;
using Helpline.Contracts.Organizations;
using Helpline.Domain.Organizations;
using Helpline.Server.Catalog;
using Helpline.Server.Hosting;
using Helpline.Server.Telephony;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Helpline.Server.Organizations;

/// <summary>What a card of the directory may hold.</summary>
internal sealed partial class OrganizationRules(Catalogs catalogs, Languages languages)
{
    private const int MostServices = 50;
    private const int MostLocations = 50;
    private const int MostPhones = 10;

    /// <summary>A problem that names the field; null for a card that may be kept.</summary>
    /// <param name="services">What the organization has already: a code that is retired may stay there.</param>
    /// <param name="locations">The same of its places.</param>
    public ValidationProblem? Wrong(OrganizationChange form, IReadOnlyCollection<Service> services, IReadOnlyCollection<Location> locations, string at = "") =>
        Needed(at + "name", form.Name, 160)
        ?? TooLong(at + "otherNames", form.OtherNames, 256)
        ?? TooLong(at + "about", form.About, 1000)
        ?? TooLong(at + "email", form.Email, 256)
        ?? TooLong(at + "website", form.Website, 256)
        ?? (form.Website is { Length: > 0 } site && !IsWebsite(site) ? Refusals.Field(at + "website", "An address begins with https:// or http://.") : null)
        ?? (form.Services is null or { Count: > MostServices } ? Refusals.Field(at + "services", $"There are 0 to {MostServices} services.") : null)
        ?? (form.Locations is null or { Count: > MostLocations } ? Refusals.Field(at + "locations", $"There are 0 to {MostLocations} places.") : null)
        ?? First(form.Services!, (s, i) => Wrong($"{at}services[{i}].", s, services.FirstOrDefault(known => known.Id == s.Id)))
        ?? First(form.Locations!, (l, i) => Wrong($"{at}locations[{i}].", l, locations.FirstOrDefault(known => known.Id == l.Id)));

    private ValidationProblem? Wrong(string at, ServiceChange form, Service? known) =>
        (form.Id is not null && known is null ? Refusals.Field(at + "id", "The organization has no such service.") : null)
        ?? Needed(at + "name", form.Name, 160)
        ?? TooLong(at + "eligibility", form.Eligibility, 500)
        ?? TooLong(at + "fees", form.Fees, 256)
        ?? TooLong(at + "documents", form.Documents, 500)
        ?? Word<ServiceStatus>(at + "status", form.Status)
        ?? Word<Capacity>(at + "capacity", form.Capacity)
        ?? First(form.Kinds ?? [], (kind, _) => catalogs.Wrong("service_kinds", at + "kinds", kind, known?.Kinds.Find(k => k == kind)))
        ?? ((form.Languages ?? []).Except(languages.All.Select(l => l.Code)).FirstOrDefault() is { } odd ? Refusals.Field(at + "languages", $"'{odd}' is no language of the line.") : null);

    private ValidationProblem? Wrong(string at, LocationChange form, Location? known) =>
        (form.Id is not null && known is null ? Refusals.Field(at + "id", "The organization has no such place.") : null)
        ?? TooLong(at + "address", form.Address, 256)
        ?? TooLong(at + "area", form.Area, 256)
        ?? TooLong(at + "accessibility", form.Accessibility, 256)
        ?? catalogs.Wrong("regions", at + "region", form.Region, known?.Region)
        ?? (form.Phones is { Count: > MostPhones } ? Refusals.Field(at + "phones", $"At most {MostPhones} telephones.") : null)
        ?? ((form.Phones ?? []).FirstOrDefault(p => !Phone().IsMatch(p)) is { } phone ? Refusals.Field(at + "phones", $"'{phone}' is no telephone number: digits, spaces, +, - and brackets.") : null)
        ?? (form.Hours is { Count: not (0 or 7) } ? Refusals.Field(at + "hours", "The hours are seven texts, from Monday on.") : null)
        ?? First(form.Hours ?? [], (text, day) => WeekHours.Read(day, text) is null ? Refusals.Field($"{at}hours[{day}]", $"'{text}' is not understood; write 09:00-18:00, several after commas, or nothing for closed.") : null);

    private static ValidationProblem? First<T>(IReadOnlyList<T> all, Func<T, int, ValidationProblem?> wrong) => all.Select(wrong).FirstOrDefault(w => w is not null);

    private static ValidationProblem? Needed(string field, string? text, int longest) =>
        string.IsNullOrWhiteSpace(text) ? Refusals.Field(field, "A name is needed.") : TooLong(field, text, longest);

    private static ValidationProblem? TooLong(string field, string? text, int longest) =>
        text?.Length > longest ? Refusals.Field(field, $"The text has {text.Length} characters; at most {longest} fit.") : null;

    private static ValidationProblem? Word<T>(string field, string? word) where T : struct, Enum =>
        Enum.TryParse<T>(word, out var value) && Enum.IsDefined(value) ? null : Refusals.Field(field, $"'{word}' is none of {string.Join(", ", Enum.GetNames<T>())}.");

    private static bool IsWebsite(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is ("https" or "http");

    [GeneratedRegex(@"^[+0-9][0-9 ()\-]{1,29}$")]
    private static partial Regex Phone();
}
