using Hangfire.AspNetCore;
using Hangfire.Logging;

namespace Helpline.Server.Jobs;

/// <summary>
/// Hangfire's logs in ours. Hangfire keeps its log provider in a static field: where one process holds several servers, as
/// tests do, the provider outlives the server that gave it, and then is silent instead of failing the next one.
/// </summary>
internal sealed class JobLogs(ILoggerFactory logs) : ILogProvider
{
    private readonly AspNetCoreLogProvider provider = new(logs);

    public ILog GetLogger(string name)
    {
        try
        {
            return provider.GetLogger(name);
        }
        catch (ObjectDisposedException)
        {
            return new Silence();
        }
    }

    private sealed class Silence : ILog
    {
        public bool Log(Hangfire.Logging.LogLevel logLevel, Func<string>? messageFunc, Exception? exception = null) => false;
    }
}
