namespace Helpline.Exchange;

/// <summary>Counts the steps and requests under way, so that a test lets time pass only when there are none.</summary>
internal sealed class Activity
{
    private readonly Lock gate = new();
    private TaskCompletionSource quiet = new();
    private int count;

    public Activity() => quiet.SetResult();

    public int Count
    {
        get
        {
            lock (gate) return count;
        }
    }

    /// <summary>Completes as soon as nothing is under way.</summary>
    public Task Quiet
    {
        get
        {
            lock (gate) return quiet.Task;
        }
    }

    public void Begin()
    {
        lock (gate)
            if (count++ == 0) quiet = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    public void End()
    {
        TaskCompletionSource? done = null;
        lock (gate)
            if (--count == 0) done = quiet;
        done?.TrySetResult();
    }

    /// <summary>Starts a piece of work that nobody awaits; it counts from this moment on.</summary>
    public void Run(Func<Task> work)
    {
        Begin();
        _ = Counted();

        async Task Counted()
        {
            try
            {
                await Task.Yield();
                await work();
            }
            finally
            {
                End();
            }
        }
    }
}
