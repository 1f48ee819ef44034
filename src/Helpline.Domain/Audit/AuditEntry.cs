using Helpline.Domain.Casework;

namespace Helpline.Domain.Audit;

public enum AuditAction { Read, NumberShown, Changed, Shared, Listened, Exported, Erased, LinkOpened, Refused }

/// <summary>Who touched something private, when and why; appended, never altered. It holds ids and codes, no private word.</summary>
public sealed class AuditEntry
{
    public const int WhatLength = 400;

    public long Id { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>User name; <c>partner:</c> and the link's id for somebody without an account; null when the system did it.</summary>
    public string? Actor { get; init; }
    public required AuditAction Action { get; init; }
    public required Subject Subject { get; init; }
    public required Guid SubjectId { get; init; }

    /// <summary>What of it, in codes: <c>note</c>, <c>number</c>, <c>person</c>, a field, or a move of its life by name; of an export the journal, its days and its filter; of the
    /// rota or an account also, in a supervisor's words, why hours may ring nobody.</summary>
    public string? What { get; init; }

    /// <summary>A code of the list <c>access_reasons</c>.</summary>
    public string? Reason { get; init; }
}
