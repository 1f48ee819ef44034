using Helpline.Contracts.Persons;
using Helpline.Domain.Persons;
using Helpline.Server.Catalog;
using Helpline.Server.Hosting;
using Helpline.Server.Privacy;
using Helpline.Server.Telephony;

namespace Helpline.Server.Persons;

/// <summary>What is written down of a person: looked at, sealed, and written into the row.</summary>
internal sealed class PersonForms(Catalogs catalogs, Numbers numbers, Vault vault)
{
    private const int EarliestBirth = 1900;
    private const int RegionLength = 80;

    /// <summary>A problem that names the field; null for a good form.</summary>
    /// <param name="kept">Whose codes stay, retired or not.</param>
    public IResult? Wrong(PersonForm? form, DateTime now, Person? kept = null)
    {
        if (form is null) return Refusals.Field("name", "A person has a name.");
        if (string.IsNullOrWhiteSpace(form.Name)) return Refusals.Field("name", "A person has a name, or what she wants to be called.");
        if ((TooLong("name", form.Name, PersonForm.NameLength) ?? TooLong("address", form.Address, PersonForm.AddressLength) ?? TooLong("region", form.Region, RegionLength)) is { } tooLong) return tooLong;
        if (form.BirthYear is { } year && (year < EarliestBirth || year > now.Year)) return Refusals.Field("birthYear", $"A year of birth is from {EarliestBirth} to {now.Year}.");
        if (!string.IsNullOrEmpty(form.Phone) && numbers.Callable(form.Phone) is null) return Refusals.Field("phone", "This number cannot be called.");
        return catalogs.Wrong("sexes", "sex", form.Sex, kept?.Sex) ?? catalogs.WrongWithin("regions", "region", form.Region, kept?.Region) ?? WrongLanguage(form.Language) ?? Wrong(form.SafeContact);
    }

    /// <summary>Nobody's data are kept without a ground; a law is named.</summary>
    public static IResult? WrongGround(string? ground, string? basis, out ConsentGround kept)
    {
        if (!Enum.TryParse(ground, out kept) || !Enum.IsDefined(kept))
            return Refusals.Field("ground", $"A person is written down only with consent or on a legal ground: {string.Join(", ", Enum.GetNames<ConsentGround>())}.");
        if (kept == ConsentGround.Law && string.IsNullOrWhiteSpace(basis)) return Refusals.Field("groundBasis", "Name the law.");
        return TooLong("groundBasis", basis, PersonForm.BasisLength);
    }

    public static IResult? WrongLanguage(string? language) =>
        language is null or "" or "kk" or "ru" or "en" ? null : Refusals.Field("language", $"'{language}' is none of kk, ru, en.");

    public void Write(Person person, PersonForm form)
    {
        (person.Name, person.BirthYear, person.Sex, person.Language, person.Region) = (form.Name.Trim(), form.BirthYear, Code(form.Sex), Code(form.Language), Code(form.Region));
        person.SealedAddress = string.IsNullOrWhiteSpace(form.Address) ? null : vault.Seal(form.Address.Trim(), AddressPlace(person.Id));
        var safe = form.SafeContact;
        person.SafeContact = new(safe.MayCall, safe.From, safe.To, Code(safe.WhoMayAnswer), Code(safe.WhatToSay), safe.MayLeaveMessage, safe.MaySms);
        if (form.Phone is not { } phone) return;
        var number = numbers.Callable(phone);
        (person.SealedPhone, person.PhoneHash) = number is { } known ? (vault.Seal(known.E164, PhonePlace(person.Id)), vault.Hash(known)) : (null, null);
    }

    /// <summary>Of a typed number; null for one that cannot be called.</summary>
    public string? Hash(string? phone) => numbers.Callable(phone) is { } number ? vault.Hash(number) : null;

    public static string AddressPlace(Guid person) => $"Persons|SealedAddress|{person:N}";

    public static string PhonePlace(Guid person) => $"Persons|SealedPhone|{person:N}";

    private static IResult? Wrong(SafeContactCard? safe)
    {
        if (safe is null) return Refusals.Field("safeContact", "How she may be reached is written down, if only that she may not.");
        if (safe.From is null != safe.To is null) return Refusals.Field(safe.From is null ? "from" : "to", "A safe time has a beginning and an end.");
        return TooLong("whoMayAnswer", safe.WhoMayAnswer, SafeContactCard.WordsLength) ?? TooLong("whatToSay", safe.WhatToSay, SafeContactCard.WordsLength);
    }

    private static IResult? TooLong(string field, string? text, int most) =>
        text?.Length > most ? Refusals.Field(field, $"The text has {text.Length} characters; at most {most} fit.") : null;

    private static string? Code(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
