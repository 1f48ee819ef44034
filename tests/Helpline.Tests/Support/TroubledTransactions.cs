using Helpline.Server.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Helpline.Tests.Support;

/// <summary>The real transactions, which a story breaks or holds up for a while.</summary>
internal sealed class TroubledTransactions(Transactions inner) : Transactions
{
    /// <summary>What every transaction meets before it begins.</summary>
    public Task Trouble { get; set; } = Task.CompletedTask;

    /// <summary>In the place of the real ones.</summary>
    public static void Into(IServiceCollection services)
    {
        var real = services.Single(s => s.ServiceType == typeof(Transactions));
        services.Replace(ServiceDescriptor.Singleton<Transactions>(s => new TroubledTransactions((Transactions)real.ImplementationFactory!(s))));
    }

    public static TroubledTransactions Of(HelplineHost host) => (TroubledTransactions)host.Services.GetRequiredService<Transactions>();

    public void Breaks() => Trouble = Task.FromException(new IOException("The disk is full."));

    public override async Task<T> Run<T>(Func<HelplineDb, Task<T>> work)
    {
        await Trouble;
        return await inner.Run(work);
    }
}
