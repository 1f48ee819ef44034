namespace Helpline.Domain.Journals;

/// <summary>Where an export is. The last four are ends; only a done one can be downloaded.</summary>
public enum ExportState { Queued, Running, Done, Failed, Cancelled, Expired }

public enum ExportEvent { Begun, Finished, Failed, Cancelled, Expired }

/// <summary>The life of an export: the only list of legal moves.</summary>
public static class ExportFlow
{
    public static ExportState? Next(ExportState state, ExportEvent what) => (state, what) switch
    {
        // Begun again after its server was killed: from the first row.
        (ExportState.Queued or ExportState.Running, ExportEvent.Begun) => ExportState.Running,
        (ExportState.Running, ExportEvent.Finished) => ExportState.Done,
        (ExportState.Queued or ExportState.Running, ExportEvent.Failed) => ExportState.Failed,
        (ExportState.Queued or ExportState.Running, ExportEvent.Cancelled) => ExportState.Cancelled,
        (ExportState.Done, ExportEvent.Expired) => ExportState.Expired,
        _ => null,
    };
}
