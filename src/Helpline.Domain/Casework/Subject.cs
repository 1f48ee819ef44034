namespace Helpline.Domain.Casework;

/// <summary>What a history line, a grant, a search word or an audit row is about.</summary>
public enum Subject { Contact, Person, Household, Case, FollowUp, Referral, Visit, Organization, Catalog, Account, Shift, Swap, Export, Report, Line }
