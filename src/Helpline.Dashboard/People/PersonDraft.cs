using Helpline.Contracts.Persons;

namespace Helpline.Dashboard.People;

/// <summary>What is typed of a person, as the fields hold it.</summary>
public sealed class PersonDraft
{
    public string Name { get; set; } = "";
    public int? BirthYear { get; set; }
    public string Sex { get; set; } = "";
    public string Language { get; set; } = "";
    public string Region { get; set; } = "";
    public string Address { get; set; } = "";

    /// <summary>Of a person who is known: empty leaves the number as it is.</summary>
    public string Phone { get; set; } = "";
    public bool ForgetPhone { get; set; }
    public bool MayCall { get; set; }
    public TimeOnly? From { get; set; }
    public TimeOnly? To { get; set; }
    public string WhoMayAnswer { get; set; } = "";
    public string WhatToSay { get; set; } = "";
    public bool MayLeaveMessage { get; set; }
    public bool MaySms { get; set; }

    public static PersonDraft Of(PersonCard card) => new()
    {
        Name = card.Name,
        BirthYear = card.BirthYear,
        Sex = card.Sex ?? "",
        Language = card.Language ?? "",
        Region = card.Region ?? "",
        Address = card.Address ?? "",
        MayCall = card.SafeContact.MayCall,
        From = card.SafeContact.From,
        To = card.SafeContact.To,
        WhoMayAnswer = card.SafeContact.WhoMayAnswer ?? "",
        WhatToSay = card.SafeContact.WhatToSay ?? "",
        MayLeaveMessage = card.SafeContact.MayLeaveMessage,
        MaySms = card.SafeContact.MaySms,
    };

    public PersonForm Form() => new(
        Name, BirthYear, Sex, Language, Region, Address, ForgetPhone ? "" : Phone.Length == 0 ? null : Phone,
        new SafeContactCard(MayCall, From, To, WhoMayAnswer, WhatToSay, MayLeaveMessage, MaySms));
}
