using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Helpline.Load;

/// <summary>On what the figures were measured. They compare only with figures of the same run.</summary>
internal static class MachineLine
{
    public static string Read()
    {
        var load = File.Exists("/proc/loadavg") ? $", load average {File.ReadAllText("/proc/loadavg").Split(' ')[0]}" : "";
        return string.Create(CultureInfo.InvariantCulture,
            $"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}{load}, a synced write {SyncedWrite():F2} ms");
    }

    /// <summary>Median of appending 4 KB to a file of the temporary folder and syncing it, in milliseconds.</summary>
    private static double SyncedWrite()
    {
        var path = Path.GetTempFileName();
        using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.None, 4096, FileOptions.DeleteOnClose);
        var page = new byte[4096];
        return Enumerable.Range(0, 101).Select(_ =>
        {
            file.Write(page);
            var started = Stopwatch.GetTimestamp();
            file.Flush(flushToDisk: true);
            return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }).Median();
    }
}
