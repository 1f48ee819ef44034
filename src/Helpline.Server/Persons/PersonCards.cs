using Helpline.Contracts.Persons;
using Helpline.Domain.Persons;
using Helpline.Server.Privacy;

namespace Helpline.Server.Persons;

/// <summary>A person as her readers see her.</summary>
internal static class PersonCards
{
    public static PersonCard Of(Person p, Vault vault) => new(
        p.Id, p.Number, p.Name, p.BirthYear, p.Sex, p.Language, p.Region, Read(p.SealedAddress, PersonForms.AddressPlace(p.Id), vault),
        p.SealedPhone is null ? "" : Read(p.SealedPhone, PersonForms.PhonePlace(p.Id), vault)?[^2..],
        p.Ground.ToString(), p.GroundBasis, p.GroundAt, p.GroundBy, p.WithdrawnAt, Of(p.SafeContact), p.HouseholdId, p.CreatedBy, p.CreatedAt, p.Version);

    private static SafeContactCard Of(SafeContact s) => new(s.MayCall, s.From, s.To, s.WhoMayAnswer, s.WhatToSay, s.MayLeaveMessage, s.MaySms);

    private static string? Read(string? text, string place, Vault vault) => text is null ? null : vault.Read(text, place);
}
