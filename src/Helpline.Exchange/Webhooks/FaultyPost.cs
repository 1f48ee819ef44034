using System.Collections.Concurrent;

namespace Helpline.Exchange;

/// <summary>Lets webhooks be duplicated, and reports be reordered, dropped or late, when the faults say so. What is held back is not under way.</summary>
internal sealed class FaultyPost(Faults faults, Activity activity, TimeProvider clock)
{
    /// <summary>A report is held back no longer than this if no later one overtakes it.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan TooLate = TimeSpan.FromSeconds(16);

    // The sender of a report looks at nothing but a failure.
    private static readonly WebhookAnswer Nothing = new(204, "", "");
    private readonly ConcurrentDictionary<string, Held> held = new();

    /// <param name="deliver">Brings the webhook to the server, and may be called more than once.</param>
    public async Task<WebhookAnswer> Send(Webhook hook, Func<Task<WebhookAnswer>> deliver)
    {
        if (hook.IsReport && faults.Strike(Fault.WebhookDropped)) return Nothing;
        if (hook.IsReport && faults.Strike(Fault.WebhookLate)) return Late(deliver);
        if (hook.IsReport && faults.Strike(Fault.WebhookReordered, counts: false) && Hold(hook, deliver)) return Nothing;
        var answer = await deliver();
        if (faults.Strike(Fault.WebhookDuplicated)) answer = await deliver();
        if (hook.IsReport && held.TryGetValue(About(hook), out var earlier) && earlier.Release()) faults.Struck(Fault.WebhookReordered);
        return answer;
    }

    private WebhookAnswer Late(Func<Task<WebhookAnswer>> deliver)
    {
        new Held(() => activity.Run(deliver)).ReleaseAfter(TooLate, clock);
        return Nothing;
    }

    /// <summary>Holds a report back until the next about the same call or conference has arrived. Only one is held at a time.</summary>
    private bool Hold(Webhook hook, Func<Task<WebhookAnswer>> deliver)
    {
        var about = About(hook);
        var report = new Held(() =>
        {
            held.TryRemove(about, out _);
            activity.Run(deliver);
        });
        if (!held.TryAdd(about, report)) return false;
        report.ReleaseAfter(Longest, clock);
        return true;
    }

    private static string About(Webhook hook) => hook.Form.FirstOrDefault(p => p.Key == "ConferenceSid").Value ?? hook.CallSid ?? "";

    /// <summary>Something that happens once, when it is released or its time is up.</summary>
    private sealed class Held(Action happens)
    {
        private int released;

        public bool Release()
        {
            if (Interlocked.Exchange(ref released, 1) == 1) return false;
            happens();
            return true;
        }

        public void ReleaseAfter(TimeSpan time, TimeProvider clock)
        {
            ITimer? timer = null;
            timer = clock.CreateTimer(_ =>
            {
                Release();
                timer?.Dispose();
            }, null, time, Timeout.InfiniteTimeSpan);
        }
    }
}
