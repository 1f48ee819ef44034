namespace Helpline.Contracts.Supervision;

/// <summary>A ticket into the room of a call, for one entry.</summary>
public sealed record ListenTicket(Guid ListenerId, string Ticket, Guid CallId);

/// <param name="Mode">Listen (heard by nobody), Coach (heard by the counselor alone) or Barge (heard by both).</param>
public sealed record ListenerChange(string Mode);

/// <summary>A counselor asks the supervisors for help in her call.</summary>
/// <param name="At">UTC.</param>
public sealed record HelpWanted(Guid CallId, string Counselor, DateTime At);
