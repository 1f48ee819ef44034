using System.Globalization;
using Helpline.Contracts.Catalog;
using Helpline.Contracts.Referrals;
using Helpline.Domain.Line;
using Helpline.Domain.Referrals;
using Helpline.Server.Catalog;

namespace Helpline.Server.Referrals;

/// <summary>The forms of the partner's page, one for each move: written as HTML, and read back.</summary>
internal sealed class PartnerForms(Catalogs catalogs, LineRules line)
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm";

    /// <param name="hidden">The field against forgery.</param>
    /// <param name="typed">What was sent and refused; null for an empty form.</param>
    /// <param name="wrong">The field that was refused.</param>
    public Html Form(ReferralEvent what, string language, Html hidden, ReferralMove? typed, string? wrong)
    {
        var (asks, fields, says) = (MoveFields.Of(what.ToString()), new Fields(what, language, wrong), PartnerWords.Of(what).In(language));
        return Html.Of($"""
            <form method="post" action="?lang={language}" class="panel account-form"><h2>{says}</h2>{hidden}<input type="hidden" name="move" value="{what.ToString()}">
            {(asks.Responsible ? fields.Line("responsible", PartnerWords.Responsible, typed?.Responsible, ReferralMove.ResponsibleLength) : Html.None)}
            {(asks.Reasons is { } reasons ? fields.Choice("reason", PartnerWords.Reason, Items(reasons), typed?.Reason) : Html.None)}
            {(asks.Visit ? Html.Of($"""{fields.Time("from", PartnerWords.From, Local(typed?.From), " required")}{fields.Time("until", PartnerWords.Until, Local(typed?.Until), "")}""") : Html.None)}
            {(asks.Result ? Html.Of($"""{fields.Choice("outcome", PartnerWords.Outcome, Items("referral_outcomes"), typed?.Outcome)}{fields.Checks("services", PartnerWords.Services, Items("service_kinds"), typed?.Services)}""") : Html.None)}
            {(asks.Remark ? fields.Text("remark", PartnerWords.Remark, typed?.Remark, ReferralMove.RemarkLength) : Html.None)}
            <div class="form-end"><button class="button{(what is ReferralEvent.Rejected or ReferralEvent.NotCompleted ? "" : " primary")}">{says}</button></div></form>
            """);
    }

    /// <summary>A form as it was sent; a time that cannot be read is none.</summary>
    public ReferralMove Read(IFormCollection form) => new(
        form["move"].ToString(), Reason: form["reason"], Remark: form["remark"], Responsible: form["responsible"], From: Utc(form["from"]), Until: Utc(form["until"]),
        Outcome: form["outcome"], Services: [.. form["services"].OfType<string>()]);

    /// <summary>The label of a code in this language.</summary>
    public string Label(string list, string code, string language) => Items(list).FirstOrDefault(i => i.Code == code)?.Label.In(language) ?? code;

    private IReadOnlyList<CatalogItem> Items(string list) => catalogs.Lists.First(l => l.Code == list).Items;

    private string Local(DateTime? utc) => utc is { } moment ? line.Local(moment).ToString(TimeFormat, CultureInfo.InvariantCulture) : "";

    private DateTime? Utc(string? text) => DateTime.TryParseExact(text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && !line.Zone.IsInvalidTime(local)
        ? TimeZoneInfo.ConvertTimeToUtc(local, line.Zone)
        : null;

    /// <summary>The fields of one form, each with its label and, beside the one that was refused, what is wrong.</summary>
    private sealed record Fields(ReferralEvent What, string Language, string? Wrong)
    {
        public Html Line(string name, Words label, string? value, int most) => Field(name, label, Html.Of(
            $"""<input id="{What.ToString()}-{name}" name="{name}" maxlength="{most.ToString(CultureInfo.InvariantCulture)}" required value="{value}">"""));

        public Html Text(string name, Words label, string? value, int most) => Field(name, label, Html.Of(
            $"""<textarea id="{What.ToString()}-{name}" name="{name}" maxlength="{most.ToString(CultureInfo.InvariantCulture)}">{value}</textarea>"""));

        public Html Time(string name, Words label, string value, string needed) => Field(name, label, Html.Of(
            $"""<input id="{What.ToString()}-{name}" name="{name}" type="datetime-local" value="{value}"{needed}>"""));

        public Html Choice(string name, Words label, IReadOnlyList<CatalogItem> items, string? chosen) => Field(name, label, Html.Of($"""
            <select id="{What.ToString()}-{name}" name="{name}" required><option value="">{PartnerWords.NotChosen.In(Language)}</option>
            {Html.Each(items, i => Html.Of($"""<option value="{i.Code}"{(i.Code == chosen ? " selected" : "")}>{i.Label.In(Language)}</option>"""))}</select>
            """));

        public Html Checks(string name, Words label, IReadOnlyList<CatalogItem> items, IReadOnlyList<string>? chosen) => Html.Of($"""
            <fieldset class="field"><legend>{label.In(Language)}</legend>
            {Html.Each(items, i => Html.Of($"""<label class="check"><input type="checkbox" name="{name}" value="{i.Code}"{(chosen?.Contains(i.Code) == true ? " checked" : "")}> {i.Label.In(Language)}</label>"""))}
            {Problem(name)}</fieldset>
            """);

        private Html Field(string name, Words label, Html input) => Html.Of($"""
            <div class="field"><label for="{What.ToString()}-{name}">{label.In(Language)}</label>{input}{Problem(name)}</div>
            """);

        private Html Problem(string name) => Wrong != name ? Html.None : Html.Of(
            $"""<p class="field-problem" role="alert">{(name is "from" or "until" ? PartnerWords.WrongTime : PartnerWords.Wrong).In(Language)}</p>""");
    }
}
