namespace Helpline.Load;

/// <summary>One measurement, named on the command line.</summary>
internal abstract class Verb
{
    public abstract string Name { get; }

    /// <summary>What it measures, for the list of verbs.</summary>
    public abstract string Measures { get; }

    /// <summary>Its options with their defaults, for the list of verbs.</summary>
    public abstract string Options { get; }

    public abstract Task Run(Options options, Report report);
}
