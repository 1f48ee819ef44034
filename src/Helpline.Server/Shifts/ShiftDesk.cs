using Helpline.Domain.Audit;
using Helpline.Domain.Casework;
using Helpline.Domain.Line;
using Helpline.Domain.Shifts;
using Helpline.Server.Accounts;
using Helpline.Server.Board;
using Helpline.Server.Casework;
using Helpline.Server.Data;
using Helpline.Server.Telephony;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Shifts;

/// <summary>
/// The one door for every change of the rota, open for one transaction (see <see cref="ShiftDesks"/>). What is not possible
/// changes nothing and says which field is wrong.
/// </summary>
internal sealed partial class ShiftDesk(HelplineDb db, DateTime now, Reader who, LineRules line, RotaRules rules)
{
    private Dictionary<string, Account>? crew;

    public BoardNews News { get; } = new();
    public HelplineDb Db => db;
    public DateTime Now => now;
    public Reader Who => who;
    public LineRules Line => line;
    public RotaRules Rules => rules;

    public async Task<Dictionary<string, Account>> Crew() => crew ??= await db.RotaCrew();

    /// <summary>The rota changes with this transaction.</summary>
    public async Task Claim()
    {
        var rota = await db.Rotas.FindAsync(Rota.TheOne) ?? db.Rotas.Add(new()).Entity;
        rota.Touch();
    }

    /// <summary>A new shift, somebody's or open.</summary>
    public async Task<ShiftRefusal?> Plan(Shift shift, string? counselor)
    {
        if ((rules.Wrong(shift.From, shift.To, now, line.Zone) ?? await Unfit(counselor, shift, "counselor")) is { } wrong) return wrong;
        db.Shifts.Add(shift);
        Record(Subject.Shift, shift.Id, "Planned", null, nameof(ShiftState.Open));
        if (counselor is not null) Give(shift, counselor);
        return null;
    }

    /// <summary>A counselor signs up for an open shift; it may have begun.</summary>
    public async Task<ShiftRefusal?> Take(Shift shift, string counselor)
    {
        if (shift.State != ShiftState.Open) return new("shift", ShiftFault.NotOpen);
        if (shift.To <= now) return new("shift", ShiftFault.InThePast);
        if (await Unfit(counselor, shift, "shift") is { } wrong) return wrong;
        Give(shift, counselor);
        return null;
    }

    /// <summary>Other hours, another counselor or nobody. Of a shift that has begun only the end can be moved.</summary>
    public async Task<ShiftRefusal?> Change(Shift shift, DateTime from, DateTime to, string? counselor, string? language, string? reason)
    {
        var running = shift.From <= now;
        if (shift.State == ShiftState.Cancelled || shift.To <= now) return new("shift", ShiftFault.HasBegun);
        if (running && from != shift.From) return new("from", ShiftFault.HasBegun);
        if (running && counselor != shift.Counselor && shift.Counselor is not null) return new("counselor", ShiftFault.HasBegun);
        if (rules.Wrong(from, to, now, line.Zone, running) is { } impossible) return impossible;
        if (await Unfit(counselor, shift.Id, from, to, language, "counselor") is { } unfit) return unfit;
        var (begins, ends) = (from < shift.From ? from : shift.From, to > shift.To ? to : shift.To);
        if (await Silenced(begins, ends, duties => [.. duties.Where(d => d.Id != shift.Id), Duty(shift.Id, from, to, counselor)], reason) is { } silent) return silent;
        await LapseSwaps(shift);
        var was = shift.Counselor;
        if ((from, to) != (shift.From, shift.To) && shift.MoveTo(from, to)) Record(Subject.Shift, shift.Id, nameof(ShiftEvent.Moved), null, shift.State.ToString(), reason);
        shift.Language = language;
        if (counselor is null ? shift.Release() : was is not null && counselor != was && shift.HandOn(counselor, now))
            Record(Subject.Shift, shift.Id, counselor is null ? nameof(ShiftEvent.Released) : nameof(ShiftEvent.HandedOn), was, counselor, reason);
        else if (counselor is not null && was is null) Give(shift, counselor);
        Tell(was, counselor);
        return null;
    }

    public async Task<ShiftRefusal?> Cancel(Shift shift, string? reason)
    {
        if (shift.State == ShiftState.Cancelled) return null;
        if (shift.From <= now) return new("shift", ShiftFault.HasBegun);
        if (await Silenced(shift.From, shift.To, duties => [.. duties.Where(d => d.Id != shift.Id)], reason) is { } silent) return silent;
        await CancelNow(shift, reason);
        return null;
    }

    private async Task CancelNow(Shift shift, string? reason)
    {
        await LapseSwaps(shift);
        var from = shift.State;
        if (shift.Cancel()) Record(Subject.Shift, shift.Id, nameof(ShiftEvent.Cancelled), from.ToString(), shift.State.ToString(), reason);
        Tell(shift.Counselor);
    }

    private void Give(Shift shift, string counselor)
    {
        if (shift.Take(counselor, now)) Record(Subject.Shift, shift.Id, nameof(ShiftEvent.Taken), null, counselor);
        Tell(counselor);
    }

    private Task<ShiftRefusal?> Unfit(string? counselor, Shift shift, string field, params Guid[] without) =>
        Unfit(counselor, shift.Id, shift.From, shift.To, shift.Language, field, without);

    /// <summary>Whether somebody can work these hours: she is a counselor, speaks the language, and has no other shift then or too near.</summary>
    /// <param name="without">Shifts that will be hers no more.</param>
    private async Task<ShiftRefusal?> Unfit(string? counselor, Guid shift, DateTime from, DateTime to, string? language, string field, params Guid[] without)
    {
        if (counselor is null) return null;
        if (!(await Crew()).TryGetValue(counselor, out var account)) return new(field, ShiftFault.NoCounselor);
        if (language is not null && !account.Languages.Contains(language)) return new(field, ShiftFault.OtherLanguage);
        var near = rules.Rest + rules.Longest + TimeSpan.FromHours(1);
        var hers = await db.Shifts.Between(from - near, to + near).OfCounselor(counselor).Where(s => s.Id != shift && !without.Contains(s.Id)).ToListAsync();
        return rules.Clash(field, from, to, hers.ConvertAll(s => s.AsDuty(crew!)), line.Zone);
    }

    /// <summary>Hours that would ring nobody after a change and do not now are refused until there is a reason.</summary>
    private async Task<ShiftRefusal?> Silenced(DateTime from, DateTime until, Func<List<Duty>, List<Duty>> change, string? reason)
    {
        if (!string.IsNullOrWhiteSpace(reason)) return null;
        await Crew();
        var begin = from < now ? now : from;
        var duties = await db.Duties(begin, until);
        return ShiftRefusal.OfSilence(duties.Silenced(change(duties), rules, line, begin, until));
    }

    private Duty Duty(Guid id, DateTime from, DateTime to, string? counselor) =>
        new(id, from, to, counselor, counselor is null ? [] : crew![counselor].Languages);

    private void Tell(params IEnumerable<string?> people)
    {
        foreach (var userName in people) News.Work(userName);
    }

    /// <summary>History, and what somebody did for the auditors too: with whose shift it was and is, and why hours may ring nobody.</summary>
    private void Record(Subject subject, Guid id, string what, string? from, string? to, string? reason = null)
    {
        db.Append(new HistoryEntry { Subject = subject, SubjectId = id, At = now, By = who.UserName, What = what, From = from, To = to, Reason = reason });
        if (who.UserName is null) return;
        var people = subject == Subject.Shift && what is nameof(ShiftEvent.Taken) or nameof(ShiftEvent.Released) or nameof(ShiftEvent.HandedOn) ? string.Join(" → ", new[] { from, to }.OfType<string>()) : "";
        var said = string.Join(' ', new[] { what, people, string.IsNullOrWhiteSpace(reason) ? "" : $"· {reason.Trim()}" }.Where(part => part.Length > 0));
        db.Append(new AuditEntry { At = now, Actor = who.UserName, Action = AuditAction.Changed, Subject = subject, SubjectId = id, What = said.Length > AuditEntry.WhatLength ? said[..AuditEntry.WhatLength] : said });
    }

    /// <summary>What the command with this key made when it was carried out before.</summary>
    public async Task<Guid?> MadeBefore(string? key) => key is not null && await db.Inbox.FindAsync(key) is { Reply: { Length: > 0 } made } ? Guid.Parse(made) : null;

    public void Remember(string? key, Guid made)
    {
        if (key is not null) db.Append(new InboxEntry { Key = key, Reply = made.ToString(), At = now });
    }
}
